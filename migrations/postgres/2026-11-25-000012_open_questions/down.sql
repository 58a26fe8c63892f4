ALTER TABLE entries DROP COLUMN open_questions;
