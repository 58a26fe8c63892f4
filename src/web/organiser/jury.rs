//! The organiser's desk: jury.
