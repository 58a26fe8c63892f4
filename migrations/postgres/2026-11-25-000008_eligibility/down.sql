ALTER TABLE editions DROP COLUMN eligibility;
