-- What an edition says of the season, as it was published.
CREATE TABLE season_reports (
    edition_id UUID PRIMARY KEY REFERENCES editions (id),
    content JSONB NOT NULL,
    published_by UUID NOT NULL REFERENCES users (id),
    published_at TIMESTAMPTZ NOT NULL
);
