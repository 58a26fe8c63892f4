//! The organiser's desk: assignments.
