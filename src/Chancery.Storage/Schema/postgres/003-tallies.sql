-- How many events (those that a person rejected left out) begin in a year, by type: of all (a and b empty), of a state (b empty), of a pair of states.
-- Year 0 holds the undated. Pairs of events with more than 16 states are not in it; they are few and counted where they stand.
CREATE TABLE tally (a TEXT COLLATE "C" NOT NULL, b TEXT COLLATE "C" NOT NULL, type TEXT COLLATE "C" NOT NULL, year INTEGER NOT NULL, events BIGINT NOT NULL, PRIMARY KEY (a, b, type, year)) WITH (fillfactor = 80);
INSERT INTO tally SELECT '', '', type, CAST(coalesce(substr(coalesce("start", "end"), 1, 4), '0') AS INTEGER) AS y, count(*) FROM event WHERE rejected = 0 GROUP BY type, y;
INSERT INTO tally SELECT s.state, '', e.type, CAST(coalesce(substr(coalesce(e."start", e."end"), 1, 4), '0') AS INTEGER) AS y, count(*)
  FROM event_state s JOIN event e ON e.number = s.event WHERE e.rejected = 0 GROUP BY s.state, e.type, y;
INSERT INTO tally SELECT p.a, p.b, e.type, CAST(coalesce(substr(coalesce(e."start", e."end"), 1, 4), '0') AS INTEGER) AS y, count(*)
  FROM event_pair p JOIN event e ON e.number = p.event WHERE e.rejected = 0 GROUP BY p.a, p.b, e.type, y;
