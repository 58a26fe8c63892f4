-- How entries are screened, and what organisers keep beside them.
CREATE TABLE screening_rules (
    edition_id TEXT PRIMARY KEY REFERENCES editions (id),
    checklist TEXT NOT NULL,
    reasons TEXT NOT NULL,
    second_reader BOOLEAN NOT NULL,
    version INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE refusals (
    entry_id TEXT PRIMARY KEY REFERENCES entries (id),
    reason TEXT NOT NULL,
    proposed_by TEXT NOT NULL REFERENCES users (id),
    proposed_at TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE entry_notes (
    id TEXT PRIMARY KEY,
    entry_id TEXT NOT NULL REFERENCES entries (id),
    written_by TEXT NOT NULL REFERENCES users (id),
    written_at TEXT NOT NULL,
    text TEXT NOT NULL
);
CREATE INDEX entry_notes_entry_id_idx ON entry_notes (entry_id);

CREATE TABLE entry_tags (
    entry_id TEXT NOT NULL REFERENCES entries (id),
    tag TEXT NOT NULL,
    edition_id TEXT NOT NULL REFERENCES editions (id),
    PRIMARY KEY (entry_id, tag)
) WITHOUT ROWID;
CREATE INDEX entry_tags_edition_id_tag_idx ON entry_tags (edition_id, tag);

CREATE TABLE entry_views (
    id TEXT PRIMARY KEY,
    edition_id TEXT NOT NULL REFERENCES editions (id),
    user_id TEXT NOT NULL REFERENCES users (id),
    name TEXT NOT NULL,
    query TEXT NOT NULL
);
CREATE INDEX entry_views_edition_id_user_id_idx ON entry_views (edition_id, user_id);
