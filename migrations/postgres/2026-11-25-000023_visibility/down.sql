ALTER TABLE rounds DROP COLUMN shows_comments;
ALTER TABLE rounds DROP COLUMN shows_scores;
