-- What the rules of a public edition said before.
CREATE TABLE rules_versions (
    id TEXT PRIMARY KEY,
    edition_id TEXT NOT NULL REFERENCES editions (id),
    number INTEGER NOT NULL,
    rules TEXT NOT NULL,
    replaced_by TEXT NOT NULL REFERENCES users (id),
    replaced_at TEXT NOT NULL,
    UNIQUE (edition_id, number)
);
