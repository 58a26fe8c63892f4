-- What jurors see of each other once the round is closed.
ALTER TABLE rounds ADD COLUMN shows_scores BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE rounds ADD COLUMN shows_comments BOOLEAN NOT NULL DEFAULT FALSE;
