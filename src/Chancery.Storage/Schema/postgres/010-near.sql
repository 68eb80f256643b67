-- Blocks by the time first, so that what comes in with the news of some weeks is written to a few pages and not all over a large register. Filled anew from the profiles (Migrations).
DROP TABLE block;
CREATE TABLE block (span INTEGER NOT NULL, key BIGINT NOT NULL, day INTEGER NOT NULL, report BIGINT NOT NULL, until INTEGER NOT NULL, PRIMARY KEY (span, key, day, report));
-- What lists of a state and of a pair filter and sort by stands beside the day, so that only the events of the page itself are read. The status of a plan without a date is 'mooted' here; changed is in milliseconds since 1970.
ALTER TABLE event_state ADD COLUMN last_day INTEGER, ADD COLUMN type TEXT, ADD COLUMN status TEXT, ADD COLUMN rejected INTEGER, ADD COLUMN changed BIGINT;
UPDATE event_state s SET last_day = e.last_day, type = e.type, status = CASE WHEN e.status = 'planned' AND e."start" IS NULL AND e."end" IS NULL THEN 'mooted' ELSE e.status END, rejected = e.rejected,
  changed = CAST(round(extract(epoch FROM CAST(e.changed AS timestamptz)) * 1000) AS BIGINT) FROM event e WHERE e.number = s.event;
ALTER TABLE event_pair ADD COLUMN last_day INTEGER, ADD COLUMN type TEXT, ADD COLUMN status TEXT, ADD COLUMN rejected INTEGER, ADD COLUMN changed BIGINT;
UPDATE event_pair s SET last_day = e.last_day, type = e.type, status = CASE WHEN e.status = 'planned' AND e."start" IS NULL AND e."end" IS NULL THEN 'mooted' ELSE e.status END, rejected = e.rejected,
  changed = CAST(round(extract(epoch FROM CAST(e.changed AS timestamptz)) * 1000) AS BIGINT) FROM event e WHERE e.number = s.event;
-- A stretch of days is walked without reading the events that are over before it.
DROP INDEX event_day;
CREATE INDEX event_day ON event (day, number) INCLUDE (last_day, rejected);
DROP INDEX event_type;
CREATE INDEX event_type ON event (type, day, number) INCLUDE (last_day, rejected);
DROP INDEX event_country;
CREATE INDEX event_country ON event (country, day, number) INCLUDE (last_day, rejected);
-- Plans that lie ahead, and those without a date.
CREATE INDEX event_ahead ON event (last_day, number) WHERE status = 'planned';
CREATE INDEX event_mooted ON event (number) WHERE status = 'planned' AND "start" IS NULL AND "end" IS NULL;
