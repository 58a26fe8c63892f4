-- What a juror would rather judge: a word for each category.
ALTER TABLE jurors ADD COLUMN preferences TEXT NOT NULL DEFAULT '{}';
