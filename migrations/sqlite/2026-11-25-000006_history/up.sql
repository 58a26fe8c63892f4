-- What a draft said before, so that it can be read again and brought back.
CREATE TABLE entry_revisions (
    id TEXT PRIMARY KEY,
    entry_id TEXT NOT NULL REFERENCES entries (id),
    number INTEGER NOT NULL CHECK (number > 0),
    answers TEXT NOT NULL,
    saved_by TEXT NOT NULL REFERENCES users (id),
    begun_at TEXT NOT NULL,
    saved_at TEXT NOT NULL,
    CONSTRAINT entry_revisions_entry_id_number_key UNIQUE (entry_id, number)
);
