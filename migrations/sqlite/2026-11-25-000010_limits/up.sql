-- How many entries an applicant may have; none: as many as they like.
ALTER TABLE editions ADD COLUMN max_entries INTEGER CHECK (max_entries > 0);
ALTER TABLE editions ADD COLUMN max_per_category INTEGER CHECK (max_per_category > 0);
