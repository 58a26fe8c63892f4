//! The organiser's desk: assignments.

pub mod auto;
mod matrix;
mod table;

pub use matrix::{apply, index};
pub use table::{csv, export};
