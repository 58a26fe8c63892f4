//! Inviting jurors; accepting, declining, declaring ties.
