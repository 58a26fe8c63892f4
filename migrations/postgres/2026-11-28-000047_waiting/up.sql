-- What waits on an edition's desk is asked for by each of its pages: from indexes alone.
DROP INDEX entries_edition_id_status_idx;
CREATE INDEX entries_edition_id_status_screening_idx ON entries (edition_id, status, screening);
CREATE INDEX outbox_mails_edition_id_status_idx ON outbox_mails (edition_id, status);
