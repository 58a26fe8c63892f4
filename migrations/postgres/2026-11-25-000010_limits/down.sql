ALTER TABLE editions DROP COLUMN max_per_category;
ALTER TABLE editions DROP COLUMN max_entries;
