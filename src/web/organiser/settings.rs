//! The organiser's desk: settings.
