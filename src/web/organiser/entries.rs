//! The organiser's desk: entries.
