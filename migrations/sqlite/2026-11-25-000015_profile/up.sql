-- What is known of a startup beside its name, and its logo.
ALTER TABLE organisations ADD COLUMN profile TEXT NOT NULL DEFAULT '{}';
ALTER TABLE organisations ADD COLUMN logo_key TEXT;
