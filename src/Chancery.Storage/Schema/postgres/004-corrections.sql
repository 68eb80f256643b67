-- Corrections of lists name what they take out.
ALTER TABLE judgement ADD COLUMN was TEXT;
