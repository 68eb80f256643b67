-- How many documents of a source were read of a day ('d') or a month ('m'; '' where none is known), how many of them tell of nothing, how many reports they hold.
CREATE TABLE coverage (span TEXT COLLATE "C" NOT NULL, day TEXT COLLATE "C" NOT NULL, source TEXT COLLATE "C" NOT NULL, documents BIGINT NOT NULL, silent BIGINT NOT NULL, reports BIGINT NOT NULL, PRIMARY KEY (span, day, source));
INSERT INTO coverage SELECT 'd', coalesce(d.published, ''), coalesce(d.source, ''), count(*), sum(CASE WHEN r.n IS NULL THEN 1 ELSE 0 END), coalesce(sum(r.n), 0)
  FROM document d LEFT JOIN (SELECT document, count(*) AS n FROM report GROUP BY document) r ON r.document = d.number GROUP BY 2, 3;
INSERT INTO coverage SELECT 'm', substr(day, 1, 7), source, sum(documents), sum(silent), sum(reports) FROM coverage WHERE span = 'd' GROUP BY 2, 3;
-- Few events are rejected; those that are stand in no tally.
CREATE INDEX event_rejected ON event (number) WHERE rejected = 1;
