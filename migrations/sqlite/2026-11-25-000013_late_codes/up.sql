-- Codes with which an entry may be started after the deadline.
CREATE TABLE late_codes (
    id TEXT PRIMARY KEY,
    edition_id TEXT NOT NULL REFERENCES editions (id),
    code TEXT NOT NULL,
    note TEXT NOT NULL,
    valid_until TEXT NOT NULL,
    max_uses INTEGER NOT NULL CHECK (max_uses > 0),
    uses INTEGER NOT NULL DEFAULT 0 CHECK (uses >= 0 AND uses <= max_uses),
    created_by TEXT NOT NULL REFERENCES users (id),
    created_at TEXT NOT NULL,
    revoked_at TEXT,
    CONSTRAINT late_codes_edition_id_code_key UNIQUE (edition_id, code)
);
