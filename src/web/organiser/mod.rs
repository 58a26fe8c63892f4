//! The organiser's desk.
