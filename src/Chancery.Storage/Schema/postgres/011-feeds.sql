-- Feeds that people had polled: only these are ever asked.
CREATE TABLE feed (address TEXT COLLATE "C" PRIMARY KEY, source TEXT, added TEXT NOT NULL, polled TEXT, tag TEXT, outcome TEXT);
