-- A plan that was applied, with the pairs it added and took back: it can be undone as one.
CREATE TABLE assignment_batches (
    id UUID PRIMARY KEY,
    round_id UUID NOT NULL REFERENCES rounds (id),
    objective BIGINT NOT NULL,
    added JSONB NOT NULL,
    removed JSONB NOT NULL,
    applied_by UUID NOT NULL REFERENCES users (id),
    applied_at TIMESTAMPTZ NOT NULL,
    undone_by UUID REFERENCES users (id),
    undone_at TIMESTAMPTZ,
    CHECK ((undone_by IS NULL) = (undone_at IS NULL))
);
CREATE INDEX assignment_batches_round_id_idx ON assignment_batches (round_id, applied_at);

-- A tie that was found by comparing, and is none.
CREATE TABLE dismissed_suspicions (
    juror_id UUID NOT NULL REFERENCES jurors (id),
    organisation_id UUID NOT NULL REFERENCES organisations (id),
    kind TEXT NOT NULL CHECK (kind IN ('organisation', 'domain', 'named', 'before')),
    dismissed_by UUID NOT NULL REFERENCES users (id),
    dismissed_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (juror_id, organisation_id, kind)
);

-- A tie may also have been found by comparing, and confirmed by an organiser.
ALTER TABLE conflicts DROP CONSTRAINT conflicts_source_check;
ALTER TABLE conflicts ADD CONSTRAINT conflicts_source_check CHECK (source IN ('juror', 'organiser', 'found'));
