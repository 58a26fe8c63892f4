//! The organiser's desk: criteria.
