//! The organiser's desk: announcement.
