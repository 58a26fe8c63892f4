-- Which questions are to be answered anew while an entry is sent back; none means all.
ALTER TABLE entries ADD COLUMN open_questions TEXT NOT NULL DEFAULT '[]';
