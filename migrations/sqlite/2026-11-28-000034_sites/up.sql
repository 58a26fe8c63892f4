-- What the installation calls itself and looks like.
CREATE TABLE sites (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    name TEXT NOT NULL,
    tagline TEXT NOT NULL,
    brand TEXT NOT NULL,
    partners TEXT NOT NULL,
    legal TEXT NOT NULL,
    logo_key TEXT,
    version INTEGER NOT NULL
);

CREATE TABLE site_pages (
    slug TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    position INTEGER NOT NULL,
    version INTEGER NOT NULL
) WITHOUT ROWID;
