-- What an edition says of the season, as it was published.
CREATE TABLE season_reports (
    edition_id TEXT PRIMARY KEY REFERENCES editions (id),
    content TEXT NOT NULL,
    published_by TEXT NOT NULL REFERENCES users (id),
    published_at TEXT NOT NULL
) WITHOUT ROWID;
