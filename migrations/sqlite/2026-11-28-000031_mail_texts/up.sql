-- What editions say in the mails that leave by themselves.
CREATE TABLE mail_texts (
    edition_id TEXT NOT NULL REFERENCES editions (id),
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    text TEXT NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (edition_id, kind)
) WITHOUT ROWID;
