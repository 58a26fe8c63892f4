-- What a scorecard said before, for its juror alone.
CREATE TABLE scorecard_revisions (
    scorecard_id UUID NOT NULL REFERENCES scorecards (id),
    number INTEGER NOT NULL CHECK (number > 0),
    sheet JSONB NOT NULL,
    begun_at TIMESTAMPTZ NOT NULL,
    saved_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (scorecard_id, number)
);
