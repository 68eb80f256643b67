-- Who may read, decide and keep. Passwords and keys are kept as hashes only.
CREATE TABLE person (name TEXT PRIMARY KEY, role TEXT NOT NULL, password TEXT, added TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE person_key (id TEXT PRIMARY KEY, person TEXT NOT NULL, label TEXT NOT NULL, role TEXT NOT NULL, hash TEXT NOT NULL, made TEXT NOT NULL, revoked TEXT) WITHOUT ROWID;
CREATE TABLE person_session (id TEXT PRIMARY KEY, person TEXT NOT NULL, ticket BLOB NOT NULL, expires TEXT NOT NULL) WITHOUT ROWID;
-- Keys that protect cookies and tokens of forms, shared by all servers of this register.
CREATE TABLE ring_key (name TEXT PRIMARY KEY, xml TEXT NOT NULL) WITHOUT ROWID;
-- Each line holds the hash of the line before, so that one taken out or changed outside of this program shows.
CREATE TABLE audit (id INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, who TEXT NOT NULL, via TEXT, act TEXT NOT NULL, about TEXT, outcome TEXT NOT NULL, hash TEXT NOT NULL);
CREATE TRIGGER audit_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END;
CREATE TRIGGER audit_delete BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END;
