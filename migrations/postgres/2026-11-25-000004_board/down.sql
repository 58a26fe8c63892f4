UPDATE conflicts SET source = 'organiser' WHERE source = 'found';
ALTER TABLE conflicts DROP CONSTRAINT conflicts_source_check;
ALTER TABLE conflicts ADD CONSTRAINT conflicts_source_check CHECK (source IN ('juror', 'organiser'));
DROP TABLE dismissed_suspicions;
DROP TABLE assignment_batches;
