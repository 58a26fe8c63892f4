ALTER TABLE entry_files DROP COLUMN has_preview;
ALTER TABLE entry_files DROP COLUMN alt;
ALTER TABLE entry_files DROP COLUMN position;
