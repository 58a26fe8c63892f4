-- Who else works on an entry, and who is where on it now.
CREATE TABLE collaborators (
    id UUID PRIMARY KEY,
    entry_id UUID NOT NULL REFERENCES entries (id),
    email TEXT NOT NULL,
    user_id UUID REFERENCES users (id),
    role TEXT NOT NULL CHECK (role IN ('view', 'edit', 'submit')),
    invited_by UUID NOT NULL REFERENCES users (id),
    invited_at TIMESTAMPTZ NOT NULL,
    joined_at TIMESTAMPTZ,
    CONSTRAINT collaborators_entry_id_email_key UNIQUE (entry_id, email)
);
CREATE INDEX collaborators_user_id ON collaborators (user_id);
CREATE INDEX collaborators_email ON collaborators (email);
CREATE TABLE entry_presence (
    entry_id UUID NOT NULL REFERENCES entries (id),
    user_id UUID NOT NULL REFERENCES users (id),
    section INTEGER NOT NULL,
    seen_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (entry_id, user_id)
);

-- The words of mails' kinds are the program's; a list here would have to be rebuilt with each new kind.
ALTER TABLE outbox_mails DROP CONSTRAINT outbox_mails_kind_check;
ALTER TABLE outbox_mails ADD CONSTRAINT outbox_mails_kind_check CHECK (kind <> '');
