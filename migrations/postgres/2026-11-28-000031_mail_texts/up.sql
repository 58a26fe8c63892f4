-- What editions say in the mails that leave by themselves.
CREATE TABLE mail_texts (
    edition_id UUID NOT NULL REFERENCES editions (id),
    kind TEXT NOT NULL,
    subject JSONB NOT NULL,
    text JSONB NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (edition_id, kind)
);
