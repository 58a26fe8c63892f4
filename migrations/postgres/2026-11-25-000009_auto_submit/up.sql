-- Whether a draft that is complete at the deadline is submitted by itself.
ALTER TABLE editions ADD COLUMN auto_submit BOOLEAN NOT NULL DEFAULT FALSE;
