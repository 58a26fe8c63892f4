//! Entries from a table that somebody kept elsewhere.
//!
//! [`table::read`] makes rows of bytes, [`plan::plan`] says what each row would become and which
//! are refused, [`apply`] stores the good ones in one transaction. Running the same file twice adds
//! nothing the second time.

pub mod columns;
mod decode;
pub mod plan;
mod store_rows;
pub mod table;

pub use columns::{Columns, Target};
pub use plan::{Catalogue, Options, Plan, PlannedRow, RowProblem};
pub use store_rows::{Imported, apply, catalogue};
pub use table::{Table, TableError, read};
