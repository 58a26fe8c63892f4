CREATE TABLE conflicts_old (
    id TEXT PRIMARY KEY,
    juror_id TEXT NOT NULL REFERENCES jurors (id),
    organisation_id TEXT NOT NULL REFERENCES organisations (id),
    reason TEXT NOT NULL,
    source TEXT NOT NULL CHECK (source IN ('juror', 'organiser')),
    created_by TEXT NOT NULL REFERENCES users (id),
    created_at TEXT NOT NULL,
    CONSTRAINT conflicts_juror_id_organisation_id_key UNIQUE (juror_id, organisation_id)
);
INSERT INTO conflicts_old
SELECT id, juror_id, organisation_id, reason, CASE source WHEN 'found' THEN 'organiser' ELSE source END, created_by, created_at
FROM conflicts;
DROP TABLE conflicts;
ALTER TABLE conflicts_old RENAME TO conflicts;
CREATE INDEX conflicts_organisation_id_idx ON conflicts (organisation_id);
DROP TABLE dismissed_suspicions;
DROP TABLE assignment_batches;
