-- Blocks by the time first, so that what comes in with the news of some weeks is written to a few pages and not all over a large register. Filled anew from the profiles (Migrations).
DROP TABLE block;
CREATE TABLE block (span INTEGER NOT NULL, key INTEGER NOT NULL, day INTEGER NOT NULL, report INTEGER NOT NULL, until INTEGER NOT NULL, PRIMARY KEY (span, key, day, report)) WITHOUT ROWID;
-- What lists of a state and of a pair filter and sort by stands beside the day, so that only the events of the page itself are read. The status of a plan without a date is 'mooted' here; changed is in milliseconds since 1970.
CREATE TABLE state_lean (state TEXT NOT NULL, day INTEGER NOT NULL, event INTEGER NOT NULL, last_day INTEGER NOT NULL, type TEXT NOT NULL, status TEXT NOT NULL, rejected INTEGER NOT NULL, changed INTEGER NOT NULL,
  PRIMARY KEY (state, day, event)) WITHOUT ROWID;
INSERT INTO state_lean SELECT s.state, s.day, s.event, e.last_day, e.type, CASE WHEN e.status = 'planned' AND e."start" IS NULL AND e."end" IS NULL THEN 'mooted' ELSE e.status END, e.rejected,
    CAST((julianday(e.changed) - 2440587.5) * 86400000 + 0.5 AS INTEGER)
  FROM event_state s JOIN event e ON e.number = s.event ORDER BY s.state, s.day, s.event;
DROP TABLE event_state;
ALTER TABLE state_lean RENAME TO event_state;
CREATE TABLE pair_lean (a TEXT NOT NULL, b TEXT NOT NULL, day INTEGER NOT NULL, event INTEGER NOT NULL, last_day INTEGER NOT NULL, type TEXT NOT NULL, status TEXT NOT NULL, rejected INTEGER NOT NULL, changed INTEGER NOT NULL,
  PRIMARY KEY (a, b, day, event)) WITHOUT ROWID;
INSERT INTO pair_lean SELECT p.a, p.b, p.day, p.event, e.last_day, e.type, CASE WHEN e.status = 'planned' AND e."start" IS NULL AND e."end" IS NULL THEN 'mooted' ELSE e.status END, e.rejected,
    CAST((julianday(e.changed) - 2440587.5) * 86400000 + 0.5 AS INTEGER)
  FROM event_pair p JOIN event e ON e.number = p.event ORDER BY p.a, p.b, p.day, p.event;
DROP TABLE event_pair;
ALTER TABLE pair_lean RENAME TO event_pair;
-- What full text finds is sorted by this, without reading the events.
CREATE INDEX event_found ON event (row, day, number, last_day, type, status, rejected);
-- A stretch of days is walked without reading the events that are over before it.
DROP INDEX event_day;
CREATE INDEX event_day ON event (day, number, last_day, rejected);
DROP INDEX event_type;
CREATE INDEX event_type ON event (type, day, number, last_day, rejected);
DROP INDEX event_country;
CREATE INDEX event_country ON event (country, day, number, last_day, rejected);
-- Plans that lie ahead, and those without a date.
CREATE INDEX event_ahead ON event (last_day, number) WHERE status = 'planned';
CREATE INDEX event_mooted ON event (number) WHERE status = 'planned' AND "start" IS NULL AND "end" IS NULL;
