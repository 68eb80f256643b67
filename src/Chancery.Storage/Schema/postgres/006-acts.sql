-- The mark that a sender gave a judgement: what is sent twice is written once.
ALTER TABLE judgement ADD COLUMN act TEXT;
CREATE UNIQUE INDEX judgement_act ON judgement (act) WHERE act IS NOT NULL;
-- What waits for a person is asked by every page of review, and is little beside everything that happened.
CREATE INDEX event_open_dispute ON event (disputed DESC, sources DESC, number) WHERE disputed > 0 AND rejected = 0;
CREATE INDEX event_doubtful ON event (confidence, number) WHERE confidence < 0.6 AND rejected = 0;
CREATE INDEX doubt_score ON doubt (score DESC, a, b);
