//! The organiser's desk: import.
