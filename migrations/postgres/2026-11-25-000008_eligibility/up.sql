-- What is asked before an entry is begun.
ALTER TABLE editions ADD COLUMN eligibility JSONB NOT NULL DEFAULT '[]';
