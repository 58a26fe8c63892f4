//! What a new edition holds before anybody edits it.
