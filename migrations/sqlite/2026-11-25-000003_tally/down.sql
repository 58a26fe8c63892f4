DROP TABLE openings;
DROP TABLE tallies;
DROP TABLE earlier_rules;
ALTER TABLE rounds DROP COLUMN winners;
ALTER TABLE rounds DROP COLUMN tie_breaks;
