-- When a juror confirmed that their scores of a round stand.
CREATE TABLE score_confirmations (
    round_id UUID NOT NULL REFERENCES rounds (id),
    juror_id UUID NOT NULL REFERENCES jurors (id),
    confirmed_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (round_id, juror_id)
);
