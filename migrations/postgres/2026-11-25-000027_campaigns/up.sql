-- Mails that organisers write themselves, to a list that is fixed when they order them.
CREATE TABLE campaigns (
    id UUID PRIMARY KEY,
    edition_id UUID NOT NULL REFERENCES editions (id),
    audience JSONB NOT NULL,
    category_id UUID REFERENCES categories (id),
    subject JSONB NOT NULL,
    text JSONB NOT NULL,
    status TEXT NOT NULL,
    recipients JSONB NOT NULL,
    send_at TIMESTAMPTZ,
    written_by UUID NOT NULL REFERENCES users (id),
    written_at TIMESTAMPTZ NOT NULL,
    ordered_by UUID REFERENCES users (id),
    version INTEGER NOT NULL,
    CHECK ((status = 'draft') = (send_at IS NULL))
);
CREATE INDEX campaigns_edition_id_idx ON campaigns (edition_id);
CREATE INDEX campaigns_send_at_idx ON campaigns (send_at) WHERE status = 'scheduled';
