-- What a scorecard said before, for its juror alone.
CREATE TABLE scorecard_revisions (
    scorecard_id TEXT NOT NULL REFERENCES scorecards (id),
    number INTEGER NOT NULL CHECK (number > 0),
    sheet TEXT NOT NULL,
    begun_at TEXT NOT NULL,
    saved_at TEXT NOT NULL,
    PRIMARY KEY (scorecard_id, number)
);
