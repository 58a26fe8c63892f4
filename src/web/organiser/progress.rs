//! The organiser's desk: progress.
