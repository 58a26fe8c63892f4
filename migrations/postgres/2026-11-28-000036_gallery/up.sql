-- Entries that their applicants let the public see.
CREATE TABLE gallery_consents (
    entry_id UUID PRIMARY KEY REFERENCES entries (id),
    given_by UUID NOT NULL REFERENCES users (id),
    given_at TIMESTAMPTZ NOT NULL
);
