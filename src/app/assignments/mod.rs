//! Giving entries to jurors.

mod assign;
pub mod auto;
mod matrix;
mod progress;
mod remind;
mod table;

pub use assign::{Change, assign, change, withdraw_open_of_juror};
pub use matrix::{Cell, Matrix, MatrixEntry, MatrixFilter, MatrixJuror, PAGE, matrix, round_of};
pub use progress::{EntryProgress, JurorProgress, Progress, progress};
pub use remind::{Whom, remind};
pub use table::{TableLine, export, read_table};
