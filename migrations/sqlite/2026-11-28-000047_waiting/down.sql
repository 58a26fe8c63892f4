DROP INDEX outbox_mails_edition_id_status_idx;
DROP INDEX entries_edition_id_status_screening_idx;
CREATE INDEX entries_edition_id_status_idx ON entries (edition_id, status);
