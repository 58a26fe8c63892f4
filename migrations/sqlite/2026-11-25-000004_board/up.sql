-- A plan that was applied, with the pairs it added and took back: it can be undone as one.
CREATE TABLE assignment_batches (
    id TEXT PRIMARY KEY,
    round_id TEXT NOT NULL REFERENCES rounds (id),
    objective INTEGER NOT NULL,
    added TEXT NOT NULL,
    removed TEXT NOT NULL,
    applied_by TEXT NOT NULL REFERENCES users (id),
    applied_at TEXT NOT NULL,
    undone_by TEXT REFERENCES users (id),
    undone_at TEXT,
    CHECK ((undone_by IS NULL) = (undone_at IS NULL))
);
CREATE INDEX assignment_batches_round_id_idx ON assignment_batches (round_id, applied_at);

-- A tie that was found by comparing, and is none.
CREATE TABLE dismissed_suspicions (
    juror_id TEXT NOT NULL REFERENCES jurors (id),
    organisation_id TEXT NOT NULL REFERENCES organisations (id),
    kind TEXT NOT NULL CHECK (kind IN ('organisation', 'domain', 'named', 'before')),
    dismissed_by TEXT NOT NULL REFERENCES users (id),
    dismissed_at TEXT NOT NULL,
    PRIMARY KEY (juror_id, organisation_id, kind)
);

-- A tie may also have been found by comparing, and confirmed by an organiser.
CREATE TABLE conflicts_new (
    id TEXT PRIMARY KEY,
    juror_id TEXT NOT NULL REFERENCES jurors (id),
    organisation_id TEXT NOT NULL REFERENCES organisations (id),
    reason TEXT NOT NULL,
    source TEXT NOT NULL CHECK (source IN ('juror', 'organiser', 'found')),
    created_by TEXT NOT NULL REFERENCES users (id),
    created_at TEXT NOT NULL,
    CONSTRAINT conflicts_juror_id_organisation_id_key UNIQUE (juror_id, organisation_id)
);
INSERT INTO conflicts_new SELECT id, juror_id, organisation_id, reason, source, created_by, created_at FROM conflicts;
DROP TABLE conflicts;
ALTER TABLE conflicts_new RENAME TO conflicts;
CREATE INDEX conflicts_organisation_id_idx ON conflicts (organisation_id);
