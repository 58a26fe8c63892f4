ALTER TABLE organisations DROP COLUMN logo_key;
ALTER TABLE organisations DROP COLUMN profile;
