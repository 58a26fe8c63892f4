-- Links with which newsrooms read the laureates under embargo.
CREATE TABLE press_links (
    id TEXT PRIMARY KEY,
    edition_id TEXT NOT NULL REFERENCES editions (id),
    hash TEXT NOT NULL UNIQUE,
    given_to TEXT NOT NULL,
    created_by TEXT NOT NULL REFERENCES users (id),
    created_at TEXT NOT NULL,
    revoked_at TEXT
);
CREATE INDEX press_links_edition_id_idx ON press_links (edition_id);
