DROP TABLE entry_words;
