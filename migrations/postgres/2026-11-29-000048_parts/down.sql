DROP VIEW desks;
DROP VIEW parts;
DROP INDEX entries_owner_id_edition_id_idx;
CREATE INDEX entries_owner_id_idx ON entries (owner_id);
