-- The words of what was submitted, as they are searched: without accents, in small letters.
CREATE TABLE entry_words (
    entry_id UUID PRIMARY KEY REFERENCES entries (id),
    words TEXT NOT NULL
);
