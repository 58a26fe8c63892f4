-- What the installation calls itself and looks like.
CREATE TABLE sites (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    name JSONB NOT NULL,
    tagline JSONB NOT NULL,
    brand TEXT NOT NULL,
    partners JSONB NOT NULL,
    legal JSONB NOT NULL,
    logo_key TEXT,
    version INTEGER NOT NULL
);

CREATE TABLE site_pages (
    slug TEXT PRIMARY KEY,
    title JSONB NOT NULL,
    text JSONB NOT NULL,
    position INTEGER NOT NULL,
    version INTEGER NOT NULL
);
