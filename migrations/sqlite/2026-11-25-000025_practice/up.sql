-- Made-up entries that the whole jury scores before the real ones. Nothing of them is counted.
CREATE TABLE practices (
    id TEXT PRIMARY KEY,
    round_id TEXT NOT NULL REFERENCES rounds (id) ON DELETE CASCADE,
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    version INTEGER NOT NULL
);
CREATE INDEX practices_round_id_idx ON practices (round_id);

CREATE TABLE practice_sheets (
    practice_id TEXT NOT NULL REFERENCES practices (id) ON DELETE CASCADE,
    juror_id TEXT NOT NULL REFERENCES jurors (id),
    marks TEXT NOT NULL,
    submitted_at TEXT NOT NULL,
    PRIMARY KEY (practice_id, juror_id)
) WITHOUT ROWID;
