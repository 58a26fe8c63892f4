//! Setting an edition up and moving it through its year.
