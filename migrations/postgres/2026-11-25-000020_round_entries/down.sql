DROP TABLE round_entries;
