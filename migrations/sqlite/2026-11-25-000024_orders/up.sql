-- Rounds whose jurors put entries in an order: the words of a method are those of the program, and no
-- list in the database repeats them.
ALTER TABLE rounds ADD COLUMN method_word TEXT NOT NULL DEFAULT 'weighted_mean';
UPDATE rounds SET method_word = method;
ALTER TABLE rounds DROP COLUMN method;
ALTER TABLE rounds RENAME COLUMN method_word TO method;
