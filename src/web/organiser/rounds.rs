//! The organiser's desk: rounds.
