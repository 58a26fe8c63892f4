//! The tally of a round: its rules, the count, the seal, and what each person may read of it.
//!
//! Closing a round counts it and signs the count in the same transaction ([`seal`]). The digest is
//! public at once, the file itself once winners are announced ([`read`]).

mod check;
mod draft;
mod own;
mod read;
mod rules;
mod seal;

pub use check::{Published, allow_check, check, published};
pub(super) use draft::{count, threads, uncountable};
pub use own::{OwnLines, of_entry, of_juror};
pub use read::{SealedRound, archive, bundle, bundle_for_organiser, newest_digest, of_edition};
pub use rules::RulesNow;
pub(super) use rules::{counts_the_same, replace_rules};
pub(super) use seal::{has_changed, seal};
