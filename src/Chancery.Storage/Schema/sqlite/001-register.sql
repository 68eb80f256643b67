-- Numbers are hashes. Rows are laid down in order of arrival and found by number through an index: long rows placed by hash would touch as many pages as rows.
-- Documents, each with the reader that read it. The text is kept so that every quote can be opened in place.
CREATE TABLE document (
  row INTEGER PRIMARY KEY, number INTEGER NOT NULL UNIQUE, id TEXT NOT NULL UNIQUE, key TEXT, source TEXT, url TEXT, title TEXT, published TEXT, published_from TEXT,
  language TEXT NOT NULL, characters INTEGER NOT NULL, kind INTEGER NOT NULL, reader TEXT NOT NULL, ingested TEXT NOT NULL, text TEXT, sketch BLOB NOT NULL);
CREATE INDEX document_published ON document (published, source);
-- Reports of documents; event is the number of the event's earliest report, part names the connected part that merging looks at as one.
CREATE TABLE report (
  row INTEGER PRIMARY KEY, number INTEGER NOT NULL UNIQUE, document INTEGER NOT NULL REFERENCES document (number), ordinal INTEGER NOT NULL, event INTEGER NOT NULL, part INTEGER NOT NULL,
  part_of INTEGER, type TEXT NOT NULL, status TEXT NOT NULL, body TEXT NOT NULL, quote TEXT, profile BLOB NOT NULL);
CREATE INDEX report_event ON report (event);
CREATE INDEX report_part ON report (part);
CREATE INDEX report_document ON report (document);
-- Blocks of merging: see BlockKeys.
CREATE TABLE block (key INTEGER NOT NULL, day INTEGER NOT NULL, report INTEGER NOT NULL, PRIMARY KEY (key, day, report)) WITHOUT ROWID;
-- Events as they were last projected from their reports and judgements.
CREATE TABLE event (
  row INTEGER PRIMARY KEY, number INTEGER NOT NULL UNIQUE, id TEXT NOT NULL, type TEXT NOT NULL, subtype TEXT, status TEXT NOT NULL, "start" TEXT, "end" TEXT, day INTEGER NOT NULL, last_day INTEGER NOT NULL,
  country TEXT, title TEXT NOT NULL, sources INTEGER NOT NULL, reports INTEGER NOT NULL, confidence REAL NOT NULL, disputed INTEGER NOT NULL, rejected INTEGER NOT NULL,
  revision INTEGER NOT NULL, changed TEXT NOT NULL, body TEXT NOT NULL);
CREATE INDEX event_id ON event (id);
CREATE INDEX event_day ON event (day, number);
CREATE INDEX event_type ON event (type, day, number);
CREATE INDEX event_country ON event (country, day, number);
CREATE TABLE event_state (state TEXT NOT NULL, day INTEGER NOT NULL, event INTEGER NOT NULL, PRIMARY KEY (state, day, event)) WITHOUT ROWID;
CREATE INDEX event_state_event ON event_state (event);
-- Pairs of states of events with up to 16 states; wider ones are found by event_state.
CREATE TABLE event_pair (a TEXT NOT NULL, b TEXT NOT NULL, day INTEGER NOT NULL, event INTEGER NOT NULL, PRIMARY KEY (a, b, day, event)) WITHOUT ROWID;
CREATE INDEX event_pair_event ON event_pair (event);
CREATE TABLE event_wide (event INTEGER PRIMARY KEY);
CREATE VIRTUAL TABLE event_text USING fts5 (title, people, places, quotes, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2');
INSERT INTO event_text (event_text, rank) VALUES ('hashsize', 16777216);
-- Numbers of reports that are no more, and the report that stands for them now (0: none).
CREATE TABLE redirect (old INTEGER PRIMARY KEY, report INTEGER NOT NULL);
CREATE TABLE judgement (
  id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, "left" INTEGER NOT NULL, "right" INTEGER NOT NULL, field TEXT, value TEXT,
  "by" TEXT NOT NULL, at TEXT NOT NULL, why TEXT);
CREATE INDEX judgement_left ON judgement ("left");
CREATE TABLE change (id INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, event INTEGER NOT NULL, kind TEXT NOT NULL, before TEXT, after TEXT, title TEXT NOT NULL);
CREATE INDEX change_at ON change (at);
CREATE INDEX change_event ON change (event);
CREATE TABLE doubt (a INTEGER NOT NULL, b INTEGER NOT NULL, score REAL NOT NULL, PRIMARY KEY (a, b)) WITHOUT ROWID;
CREATE INDEX doubt_b ON doubt (b);

CREATE VIEW events AS SELECT e.id, e.title, e.type, e.subtype,
    CASE WHEN e.status = 'planned' AND e.last_day < CAST(julianday('now') - 1721425.5 AS INTEGER) AND coalesce(e."end", e."start") IS NOT NULL THEN 'unconfirmed' ELSE e.status END AS status,
    e."start", e."end", json_extract(e.body, '$.place.name') AS place, e.country,
    (SELECT group_concat(value ->> 'name', '; ') FROM json_each(e.body, '$.participants')) AS participants,
    (SELECT group_concat(value, ' ') FROM json_each(e.body, '$.states')) AS states,
    e.sources, e.reports, e.confidence, e.disputed, json_extract(e.body, '$.quote') AS quote, e.revision, e.changed
  FROM event e WHERE e.rejected = 0;
CREATE VIEW reports AS SELECT r.number AS report, e.id AS event, e.title AS event_title, d.source, d.published, d.title AS document_title, d.url, d.id AS document,
    r.type, r.status, r.body ->> '$.start' AS "start", r.body ->> '$.end' AS "end", r.body ->> '$.place.name' AS place, r.quote, r.body ->> '$.confidence' AS confidence, d.reader
  FROM report r JOIN document d ON d.number = r.document JOIN event e ON e.number = r.event;
CREATE VIEW claims AS SELECT e.id AS event, e.title AS event_title, d.source, d.published, c.value ->> 'field' AS field, c.value ->> 'text' AS quote, c.value ->> 'start' AS "start", c.value ->> 'end' AS "end",
    c.value ->> 'rule' AS rule, r.type, r.status, d.reader, d.id AS document, r.number AS report
  FROM report r JOIN document d ON d.number = r.document JOIN event e ON e.number = r.event JOIN json_each(r.body, '$.evidence') c;
