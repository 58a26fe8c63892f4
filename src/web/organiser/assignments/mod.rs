//! The organiser's desk: assignments.

mod matrix;
mod table;

pub use matrix::{apply, index};
pub use table::{csv, export};
