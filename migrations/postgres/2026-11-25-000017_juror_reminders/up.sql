-- When a juror was last reminded of what is left in a round.
CREATE TABLE juror_reminders (
    round_id UUID NOT NULL REFERENCES rounds (id),
    juror_id UUID NOT NULL REFERENCES jurors (id),
    sent_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (round_id, juror_id)
);
