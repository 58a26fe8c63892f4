-- Orders count like scores where the program knows nothing else.
ALTER TABLE rounds ADD COLUMN method_word TEXT NOT NULL DEFAULT 'weighted_mean'
    CHECK (method_word IN ('weighted_mean', 'calibrated'));
UPDATE rounds SET method_word = method WHERE method IN ('weighted_mean', 'calibrated');
ALTER TABLE rounds DROP COLUMN method;
ALTER TABLE rounds RENAME COLUMN method_word TO method;
