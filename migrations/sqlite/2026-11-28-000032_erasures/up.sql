-- Wishes to be forgotten, and bytes of files that are to go once that is committed.
CREATE TABLE erasure_requests (
    id TEXT PRIMARY KEY,
    user_id TEXT NOT NULL REFERENCES users (id),
    asked_at TEXT NOT NULL,
    done_by TEXT REFERENCES users (id),
    done_at TEXT,
    CHECK ((done_at IS NULL) = (done_by IS NULL))
);
CREATE INDEX erasure_requests_user_id_idx ON erasure_requests (user_id);

CREATE TABLE erased_files (
    storage_key TEXT PRIMARY KEY,
    erased_at TEXT NOT NULL
) WITHOUT ROWID;
