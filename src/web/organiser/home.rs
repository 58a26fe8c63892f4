//! The organiser's desk: home.
