-- What a draft said before, so that it can be read again and brought back.
CREATE TABLE entry_revisions (
    id UUID PRIMARY KEY,
    entry_id UUID NOT NULL REFERENCES entries (id),
    number INTEGER NOT NULL CHECK (number > 0),
    answers JSONB NOT NULL,
    saved_by UUID NOT NULL REFERENCES users (id),
    begun_at TIMESTAMPTZ NOT NULL,
    saved_at TIMESTAMPTZ NOT NULL,
    CONSTRAINT entry_revisions_entry_id_number_key UNIQUE (entry_id, number)
);
