//! The organiser's desk: categories.
