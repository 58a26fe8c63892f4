-- How entries are screened, and what organisers keep beside them.
CREATE TABLE screening_rules (
    edition_id UUID PRIMARY KEY REFERENCES editions (id),
    checklist JSONB NOT NULL,
    reasons JSONB NOT NULL,
    second_reader BOOLEAN NOT NULL,
    version INTEGER NOT NULL
);

CREATE TABLE refusals (
    entry_id UUID PRIMARY KEY REFERENCES entries (id),
    reason TEXT NOT NULL,
    proposed_by UUID NOT NULL REFERENCES users (id),
    proposed_at TIMESTAMPTZ NOT NULL
);

CREATE TABLE entry_notes (
    id UUID PRIMARY KEY,
    entry_id UUID NOT NULL REFERENCES entries (id),
    written_by UUID NOT NULL REFERENCES users (id),
    written_at TIMESTAMPTZ NOT NULL,
    text TEXT NOT NULL
);
CREATE INDEX entry_notes_entry_id_idx ON entry_notes (entry_id);

CREATE TABLE entry_tags (
    entry_id UUID NOT NULL REFERENCES entries (id),
    tag TEXT NOT NULL,
    edition_id UUID NOT NULL REFERENCES editions (id),
    PRIMARY KEY (entry_id, tag)
);
CREATE INDEX entry_tags_edition_id_tag_idx ON entry_tags (edition_id, tag);

CREATE TABLE entry_views (
    id UUID PRIMARY KEY,
    edition_id UUID NOT NULL REFERENCES editions (id),
    user_id UUID NOT NULL REFERENCES users (id),
    name TEXT NOT NULL,
    query TEXT NOT NULL
);
CREATE INDEX entry_views_edition_id_user_id_idx ON entry_views (edition_id, user_id);
