DROP TABLE late_codes;
