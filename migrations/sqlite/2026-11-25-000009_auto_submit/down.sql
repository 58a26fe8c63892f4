ALTER TABLE editions DROP COLUMN auto_submit;
