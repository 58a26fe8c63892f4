ALTER TABLE scorecards DROP COLUMN comment_held;
ALTER TABLE editions DROP COLUMN feedback;
