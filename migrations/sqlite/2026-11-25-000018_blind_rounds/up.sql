-- Jurors of the round don't learn who is behind an entry.
ALTER TABLE rounds ADD COLUMN hides_identity BOOLEAN NOT NULL DEFAULT FALSE;
