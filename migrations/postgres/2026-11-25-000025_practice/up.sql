-- Made-up entries that the whole jury scores before the real ones. Nothing of them is counted.
CREATE TABLE practices (
    id UUID PRIMARY KEY,
    round_id UUID NOT NULL REFERENCES rounds (id) ON DELETE CASCADE,
    title JSONB NOT NULL,
    text JSONB NOT NULL,
    version INTEGER NOT NULL
);
CREATE INDEX practices_round_id_idx ON practices (round_id);

CREATE TABLE practice_sheets (
    practice_id UUID NOT NULL REFERENCES practices (id) ON DELETE CASCADE,
    juror_id UUID NOT NULL REFERENCES jurors (id),
    marks JSONB NOT NULL,
    submitted_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (practice_id, juror_id)
);
