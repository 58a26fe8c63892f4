ALTER TABLE rounds DROP COLUMN hides_identity;
