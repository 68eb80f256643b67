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
ALTER TABLE document DROP CONSTRAINT IF EXISTS document_id_key;
