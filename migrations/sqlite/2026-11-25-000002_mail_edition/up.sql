-- Organisers see the mails of their own edition only.
ALTER TABLE outbox_mails ADD COLUMN edition_id TEXT REFERENCES editions (id);
CREATE INDEX outbox_mails_edition_id_idx ON outbox_mails (edition_id, created_at);
