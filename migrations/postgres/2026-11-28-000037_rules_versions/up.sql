-- What the rules of a public edition said before.
CREATE TABLE rules_versions (
    id UUID PRIMARY KEY,
    edition_id UUID NOT NULL REFERENCES editions (id),
    number INTEGER NOT NULL,
    rules JSONB NOT NULL,
    replaced_by UUID NOT NULL REFERENCES users (id),
    replaced_at TIMESTAMPTZ NOT NULL,
    UNIQUE (edition_id, number)
);
