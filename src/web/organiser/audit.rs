//! The organiser's desk: audit.
