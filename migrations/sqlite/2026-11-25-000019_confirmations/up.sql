-- When a juror confirmed that their scores of a round stand.
CREATE TABLE score_confirmations (
    round_id TEXT NOT NULL REFERENCES rounds (id),
    juror_id TEXT NOT NULL REFERENCES jurors (id),
    confirmed_at TEXT NOT NULL,
    PRIMARY KEY (round_id, juror_id)
);
