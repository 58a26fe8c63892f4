//! Who scores what: the best possible assignment of jurors to entries, with its proof.
//!
//! An [`Instance`] holds entries that need a number of jurors, jurors with a least and a most
//! load, and the allowed pairs with their affinity. [`solve`] gives every entry its jurors
//! within everyone's loads; among all such plans, in this order and each exactly: the worst pair
//! as good as possible (on demand), loads as level as possible (on demand), total affinity as
//! high as possible, as little change as possible against an earlier plan.
//!
//! The road: `market` lays the free pairs out in rows, `prices` guesses what a place with each
//! juror is worth, `network` lets every entry take its best jurors at these prices, `route`
//! repairs exactly what does not balance, `limits` bisects over feasibility for the objectives
//! that come first, `connect` joins juries that have nothing in common. Prices travel with the
//! plan as its [`Certificate`], which [`check`] verifies without any of these; when there is no
//! plan, a [`Cut`] says which entries and jurors stand in the way. [`Similarity`] compares what
//! jurors know with what entries say, for whoever builds affinities.
//!
//! Invariants: pure code, integers only, the same answer for the same seed on every machine.

mod certificate;
mod check;
mod connect;
mod cut;
mod draft;
mod instance;
mod limits;
mod market;
mod network;
mod plan;
mod prices;
mod read;
mod refine;
mod route;
mod similarity;
mod solve;
mod terms;
mod write;

pub use certificate::{CERTIFICATE_FORMAT, Certificate, Limits, Prices};
pub use check::{Fault, Proof, check, check_cut, prove};
pub use connect::{Bridge, Connect};
pub use cut::{Cut, CutKind};
pub use draft::{Affinity, Draft, DraftError, EntrySpec, JurorSpec, Pair, Place, Problem};
pub use instance::Instance;
pub use plan::{Plan, components};
pub use read::{FORMAT, Open, ReadError, read_instance, read_plan};
pub use similarity::{SAME, Similarity};
pub use solve::{Keep, Keeping, Options, SolveError, repair, solve};
pub use terms::Terms;
pub use write::{write_instance, write_plan};
