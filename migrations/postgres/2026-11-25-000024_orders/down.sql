-- Orders count like scores where the program knows nothing else.
UPDATE rounds SET method = 'weighted_mean' WHERE method NOT IN ('weighted_mean', 'calibrated');
ALTER TABLE rounds ADD CONSTRAINT rounds_method_check CHECK (method IN ('weighted_mean', 'calibrated'));
