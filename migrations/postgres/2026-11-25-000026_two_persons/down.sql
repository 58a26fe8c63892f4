-- What waits for a second organiser is called off; what was taken back never was.
ALTER TABLE announcements DROP CONSTRAINT announcements_published_check;
ALTER TABLE announcements DROP CONSTRAINT announcements_taken_back_check;
ALTER TABLE announcements DROP CONSTRAINT announcements_confirmed_check;
UPDATE announcements SET taken_back_by = NULL, published_at = NULL, status = 'cancelled'
    WHERE status IN ('proposed', 'taken_back');
DROP INDEX announcements_edition_id_live_key;
ALTER TABLE announcements DROP COLUMN taken_back_by;
ALTER TABLE announcements DROP COLUMN confirmed_by;
ALTER TABLE announcements ADD CONSTRAINT announcements_status_check
    CHECK (status IN ('scheduled', 'published', 'cancelled'));
ALTER TABLE announcements ADD CONSTRAINT announcements_check
    CHECK ((status = 'published') = (published_at IS NOT NULL));
CREATE UNIQUE INDEX announcements_edition_id_live_key ON announcements (edition_id) WHERE status <> 'cancelled';
