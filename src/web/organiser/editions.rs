//! The organiser's desk: editions.
