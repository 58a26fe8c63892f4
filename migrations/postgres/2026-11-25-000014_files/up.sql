-- The order of the files of a question, what a picture shows, and whether a first page can be shown.
ALTER TABLE entry_files ADD COLUMN position INTEGER NOT NULL DEFAULT 0;
ALTER TABLE entry_files ADD COLUMN alt TEXT NOT NULL DEFAULT '';
ALTER TABLE entry_files ADD COLUMN has_preview BOOLEAN NOT NULL DEFAULT FALSE;
