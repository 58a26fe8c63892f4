//! The juror's desk.
