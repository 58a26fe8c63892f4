//! A whole plan at once: who should score what, with its proof, to look at before it is applied.
//!
//! [`Facts`] are read, [`propose`] computes without the database, [`apply`] writes exactly what was
//! looked at, or refuses because something has changed since.

mod affinity;
mod apply;
mod case;
mod costs;
mod export;
mod facts;
mod propose;
mod wishes;

pub use affinity::{Affinities, Fit};
pub use apply::{Applied, apply, last_applied, undo};
pub use case::Standing;
pub use costs::{Wish, costs};
pub use export::{ExportedFile, certificate_json, plan_csv, proof_files};
pub use facts::{Facts, gaps};
pub use propose::{Answer, Impossible, Load, Proposal, Seat, propose};
pub use wishes::{KeepWish, LOAD_LIMIT, NEED_LIMIT, WEIGHT_LIMIT, Weights, Wishes};
