-- Signed records of what was announced.
CREATE TABLE distinctions (
    id TEXT PRIMARY KEY,
    edition_id TEXT NOT NULL REFERENCES editions (id),
    outcome_id TEXT NOT NULL UNIQUE REFERENCES outcomes (id),
    record TEXT NOT NULL,
    key TEXT NOT NULL,
    signature TEXT NOT NULL,
    issued_at TEXT NOT NULL,
    revoked_at TEXT,
    revoked_by TEXT REFERENCES users (id),
    revoked_reason TEXT NOT NULL,
    CHECK ((revoked_at IS NULL) = (revoked_by IS NULL))
);
CREATE INDEX distinctions_edition_id_idx ON distinctions (edition_id);
