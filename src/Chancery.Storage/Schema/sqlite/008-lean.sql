-- Fewer and smaller indexes whose keys are hashes: each is one more page to write for each new row of a large register.
-- Minted ids (e…) are numbers in other letters; only others (Q…) are looked up as text.
DROP INDEX event_id;
CREATE INDEX event_id ON event (id) WHERE id < 'e';
DROP INDEX event_state_event;
DROP INDEX event_pair_event;
-- Most events and parts have one report and go by its number; only the others stand in the indexes by event and by part.
DROP INDEX report_event;
CREATE INDEX report_event ON report (event) WHERE event <> number;
DROP INDEX report_part;
CREATE INDEX report_part ON report (part, number, event) WHERE part <> number;
-- Reports of parts by their event: lists ask for the wholes of what they show.
CREATE INDEX report_part_of ON report (event, part_of) WHERE part_of IS NOT NULL;
-- What lasts over a year: how far back events begin that end in a period asked for.
CREATE INDEX event_long ON event (last_day, day) WHERE last_day - day > 366;
-- Documents are found by the number, which is a hash of the id.
DROP VIEW reports;
DROP VIEW claims;
CREATE TABLE document_lean (
  row INTEGER PRIMARY KEY, number INTEGER NOT NULL UNIQUE, id TEXT NOT NULL, key TEXT, source TEXT, url TEXT, title TEXT, published TEXT, published_from TEXT,
  language TEXT NOT NULL, characters INTEGER NOT NULL, kind INTEGER NOT NULL, reader TEXT NOT NULL, ingested TEXT NOT NULL, text TEXT, sketch BLOB NOT NULL);
INSERT INTO document_lean SELECT row, number, id, key, source, url, title, published, published_from, language, characters, kind, reader, ingested, text, sketch FROM document;
DROP TABLE document;
ALTER TABLE document_lean RENAME TO document;
CREATE INDEX document_published ON document (published, source);
CREATE VIEW reports AS SELECT r.number AS report, e.id AS event, e.title AS event_title, d.source, d.published, d.title AS document_title, d.url, d.id AS document,
    r.type, r.status, r.body ->> '$.start' AS "start", r.body ->> '$.end' AS "end", r.body ->> '$.place.name' AS place, r.quote, r.body ->> '$.confidence' AS confidence, d.reader
  FROM report r JOIN document d ON d.number = r.document JOIN event e ON e.number = r.event AND (r.number = e.number OR r.event = e.number AND r.event <> r.number);
CREATE VIEW claims AS SELECT e.id AS event, e.title AS event_title, d.source, d.published, c.value ->> 'field' AS field, c.value ->> 'text' AS quote, c.value ->> 'start' AS "start", c.value ->> 'end' AS "end",
    c.value ->> 'rule' AS rule, r.type, r.status, d.reader, d.id AS document, r.number AS report
  FROM report r JOIN document d ON d.number = r.document JOIN event e ON e.number = r.event AND (r.number = e.number OR r.event = e.number AND r.event <> r.number) JOIN json_each(r.body, '$.evidence') c;
