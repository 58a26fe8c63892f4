//! Digital Awards.
pub mod judging;
