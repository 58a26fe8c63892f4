-- What applicants learn of their scores once winners are announced.
ALTER TABLE editions ADD COLUMN feedback TEXT NOT NULL DEFAULT 'none' CHECK (feedback IN ('none', 'scores', 'comments'));
-- A comment that organisers don't pass on.
ALTER TABLE scorecards ADD COLUMN comment_held BOOLEAN NOT NULL DEFAULT FALSE;
