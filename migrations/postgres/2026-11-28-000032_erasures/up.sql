-- Wishes to be forgotten, and bytes of files that are to go once that is committed.
CREATE TABLE erasure_requests (
    id UUID PRIMARY KEY,
    user_id UUID NOT NULL REFERENCES users (id),
    asked_at TIMESTAMPTZ NOT NULL,
    done_by UUID REFERENCES users (id),
    done_at TIMESTAMPTZ,
    CHECK ((done_at IS NULL) = (done_by IS NULL))
);
CREATE INDEX erasure_requests_user_id_idx ON erasure_requests (user_id);

CREATE TABLE erased_files (
    storage_key TEXT PRIMARY KEY,
    erased_at TIMESTAMPTZ NOT NULL
);
