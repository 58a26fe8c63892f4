-- Who else works on an entry, and who is where on it now.
CREATE TABLE collaborators (
    id TEXT PRIMARY KEY,
    entry_id TEXT NOT NULL REFERENCES entries (id),
    email TEXT NOT NULL,
    user_id TEXT REFERENCES users (id),
    role TEXT NOT NULL CHECK (role IN ('view', 'edit', 'submit')),
    invited_by TEXT NOT NULL REFERENCES users (id),
    invited_at TEXT NOT NULL,
    joined_at TEXT,
    CONSTRAINT collaborators_entry_id_email_key UNIQUE (entry_id, email)
);
CREATE INDEX collaborators_user_id ON collaborators (user_id);
CREATE INDEX collaborators_email ON collaborators (email);
CREATE TABLE entry_presence (
    entry_id TEXT NOT NULL REFERENCES entries (id),
    user_id TEXT NOT NULL REFERENCES users (id),
    section INTEGER NOT NULL,
    seen_at TEXT NOT NULL,
    PRIMARY KEY (entry_id, user_id)
);

-- The words of mails' kinds are the program's; a list here would have to be rebuilt with each new kind.
CREATE TABLE outbox_mails_new (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind <> ''),
    recipient TEXT NOT NULL,
    recipient_name TEXT NOT NULL,
    language TEXT NOT NULL CHECK (language IN ('fr', 'ar', 'en')),
    params TEXT NOT NULL,
    dedupe_key TEXT NOT NULL CONSTRAINT outbox_mails_dedupe_key_key UNIQUE,
    status TEXT NOT NULL CHECK (status IN ('waiting', 'sending', 'sent', 'failed')),
    attempts INTEGER NOT NULL,
    next_attempt_at TEXT NOT NULL,
    last_error TEXT,
    created_at TEXT NOT NULL,
    sent_at TEXT,
    edition_id TEXT REFERENCES editions (id),
    CHECK ((status = 'sent') = (sent_at IS NOT NULL))
);
INSERT INTO outbox_mails_new (id, kind, recipient, recipient_name, language, params, dedupe_key, status, attempts, next_attempt_at, last_error, created_at, sent_at, edition_id) SELECT id, kind, recipient, recipient_name, language, params, dedupe_key, status, attempts, next_attempt_at, last_error, created_at, sent_at, edition_id FROM outbox_mails;
DROP TABLE outbox_mails;
ALTER TABLE outbox_mails_new RENAME TO outbox_mails;
CREATE INDEX outbox_mails_status_next_attempt_at_idx ON outbox_mails (status, next_attempt_at);
CREATE INDEX outbox_mails_edition_id_idx ON outbox_mails (edition_id, created_at);
