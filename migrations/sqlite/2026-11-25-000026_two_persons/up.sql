-- An announcement is confirmed by a second organiser, and can be taken back for some minutes. Its words are
-- those of the program.
PRAGMA defer_foreign_keys = ON;
CREATE TABLE announcements_old AS SELECT * FROM announcements;
DROP TABLE announcements;
-- Filled under its own name, so that the outcomes which refer to it find their rows again.
CREATE TABLE announcements (
    id TEXT PRIMARY KEY,
    edition_id TEXT NOT NULL REFERENCES editions (id),
    status TEXT NOT NULL,
    embargo_at TEXT NOT NULL,
    created_by TEXT NOT NULL REFERENCES users (id),
    created_at TEXT NOT NULL,
    published_at TEXT,
    confirmed_by TEXT REFERENCES users (id),
    taken_back_by TEXT REFERENCES users (id),
    CHECK ((status IN ('published', 'taken_back')) = (published_at IS NOT NULL)),
    CHECK ((status = 'taken_back') = (taken_back_by IS NOT NULL)),
    CHECK (confirmed_by <> created_by)
);
INSERT INTO announcements
SELECT id, edition_id, status, embargo_at, created_by, created_at, published_at, NULL, NULL FROM announcements_old;
DROP TABLE announcements_old;
CREATE UNIQUE INDEX announcements_edition_id_live_key ON announcements (edition_id)
    WHERE status NOT IN ('cancelled', 'taken_back');
