-- Links with which newsrooms read the laureates under embargo.
CREATE TABLE press_links (
    id UUID PRIMARY KEY,
    edition_id UUID NOT NULL REFERENCES editions (id),
    hash TEXT NOT NULL UNIQUE,
    given_to TEXT NOT NULL,
    created_by UUID NOT NULL REFERENCES users (id),
    created_at TIMESTAMPTZ NOT NULL,
    revoked_at TIMESTAMPTZ
);
CREATE INDEX press_links_edition_id_idx ON press_links (edition_id);
