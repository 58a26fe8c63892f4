-- Mails that organisers write themselves, to a list that is fixed when they order them.
CREATE TABLE campaigns (
    id TEXT PRIMARY KEY,
    edition_id TEXT NOT NULL REFERENCES editions (id),
    audience TEXT NOT NULL,
    category_id TEXT REFERENCES categories (id),
    subject TEXT NOT NULL,
    text TEXT NOT NULL,
    status TEXT NOT NULL,
    recipients TEXT NOT NULL,
    send_at TEXT,
    written_by TEXT NOT NULL REFERENCES users (id),
    written_at TEXT NOT NULL,
    ordered_by TEXT REFERENCES users (id),
    version INTEGER NOT NULL,
    CHECK ((status = 'draft') = (send_at IS NULL))
);
CREATE INDEX campaigns_edition_id_idx ON campaigns (edition_id);
CREATE INDEX campaigns_send_at_idx ON campaigns (send_at) WHERE status = 'scheduled';
