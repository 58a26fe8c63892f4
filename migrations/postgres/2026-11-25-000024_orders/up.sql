-- Rounds whose jurors put entries in an order: the words of a method are those of the program, and no
-- list in the database repeats them.
ALTER TABLE rounds DROP CONSTRAINT rounds_method_check;
