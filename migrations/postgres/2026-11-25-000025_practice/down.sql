DROP TABLE practice_sheets;
DROP TABLE practices;
