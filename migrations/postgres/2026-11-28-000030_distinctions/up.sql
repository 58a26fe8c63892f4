-- Signed records of what was announced.
CREATE TABLE distinctions (
    id UUID PRIMARY KEY,
    edition_id UUID NOT NULL REFERENCES editions (id),
    outcome_id UUID NOT NULL UNIQUE REFERENCES outcomes (id),
    record TEXT NOT NULL,
    key TEXT NOT NULL,
    signature TEXT NOT NULL,
    issued_at TIMESTAMPTZ NOT NULL,
    revoked_at TIMESTAMPTZ,
    revoked_by UUID REFERENCES users (id),
    revoked_reason TEXT NOT NULL,
    CHECK ((revoked_at IS NULL) = (revoked_by IS NULL))
);
CREATE INDEX distinctions_edition_id_idx ON distinctions (edition_id);
