-- What waits for a second organiser is called off; what was taken back never was.
PRAGMA defer_foreign_keys = ON;
CREATE TABLE announcements_old AS SELECT * FROM announcements;
DROP TABLE announcements;
CREATE TABLE announcements (
    id TEXT PRIMARY KEY,
    edition_id TEXT NOT NULL REFERENCES editions (id),
    status TEXT NOT NULL CHECK (status IN ('scheduled', 'published', 'cancelled')),
    embargo_at TEXT NOT NULL,
    created_by TEXT NOT NULL REFERENCES users (id),
    created_at TEXT NOT NULL,
    published_at TEXT,
    CHECK ((status = 'published') = (published_at IS NOT NULL))
);
INSERT INTO announcements
SELECT id, edition_id, CASE WHEN status IN ('proposed', 'taken_back') THEN 'cancelled' ELSE status END, embargo_at,
    created_by, created_at, CASE WHEN status = 'taken_back' THEN NULL ELSE published_at END FROM announcements_old;
DROP TABLE announcements_old;
CREATE UNIQUE INDEX announcements_edition_id_live_key ON announcements (edition_id) WHERE status <> 'cancelled';
