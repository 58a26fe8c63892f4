DROP INDEX outbox_mails_edition_id_idx;
ALTER TABLE outbox_mails DROP COLUMN edition_id;
