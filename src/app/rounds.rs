//! Opening, closing and reopening a round of scoring.
