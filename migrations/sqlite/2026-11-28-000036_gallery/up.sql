-- Entries that their applicants let the public see.
CREATE TABLE gallery_consents (
    entry_id TEXT PRIMARY KEY REFERENCES entries (id),
    given_by TEXT NOT NULL REFERENCES users (id),
    given_at TEXT NOT NULL
) WITHOUT ROWID;
