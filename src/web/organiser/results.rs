//! The organiser's desk: results.
