//! The organiser's desk: team.
