ALTER TABLE jurors DROP COLUMN preferences;
