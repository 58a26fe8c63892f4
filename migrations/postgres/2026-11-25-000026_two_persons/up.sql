-- An announcement is confirmed by a second organiser, and can be taken back for some minutes. Its words are
-- those of the program.
ALTER TABLE announcements DROP CONSTRAINT announcements_status_check;
ALTER TABLE announcements DROP CONSTRAINT announcements_check;
ALTER TABLE announcements ADD COLUMN confirmed_by UUID REFERENCES users (id);
ALTER TABLE announcements ADD COLUMN taken_back_by UUID REFERENCES users (id);
ALTER TABLE announcements ADD CONSTRAINT announcements_published_check CHECK ((status IN ('published', 'taken_back')) = (published_at IS NOT NULL));
ALTER TABLE announcements ADD CONSTRAINT announcements_taken_back_check CHECK ((status = 'taken_back') = (taken_back_by IS NOT NULL));
ALTER TABLE announcements ADD CONSTRAINT announcements_confirmed_check CHECK (confirmed_by <> created_by);
DROP INDEX announcements_edition_id_live_key;
CREATE UNIQUE INDEX announcements_edition_id_live_key ON announcements (edition_id)
    WHERE status NOT IN ('cancelled', 'taken_back');
