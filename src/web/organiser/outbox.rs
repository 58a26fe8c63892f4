//! The organiser's desk: outbox.
