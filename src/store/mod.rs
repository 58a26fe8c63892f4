//! The database: the only module that names diesel.
//!
//! It knows tables, not people: no permission, no mail, no page. Functions take a connection and
//! give domain types; rows never leave. Verbs: `find` (an option), `get` (or [`StoreError::NotFound`]),
//! `list`, `insert`, `update`, `delete`, `count`.

mod conn;
mod db;
mod dialect;
mod error;
mod lane;
pub mod migrations;
mod pulse;
mod replica;
mod schema;
mod soundness;
#[macro_use]
mod types;

pub mod announcements;
pub mod assignment_batches;
pub mod assignments;
pub mod audit;
pub mod backup;
pub mod campaigns;
pub mod categories;
pub mod collaborators;
pub mod conflicts;
pub mod deliberations;
pub mod distinctions;
pub mod editions;
pub mod entries;
pub mod entry_files;
pub mod entry_forms;
pub mod entry_revisions;
pub mod entry_words;
pub mod erased_files;
pub mod erasures;
pub mod gallery;
pub mod invariants;
pub mod job_locks;
pub mod judging_states;
pub mod jurors;
pub mod late_codes;
pub mod mail_texts;
pub mod organisations;
pub mod organisers;
pub mod outbox;
pub mod outcomes;
pub mod parts;
pub mod practices;
pub mod press;
pub mod public_state;
pub mod rate_limits;
pub mod rounds;
pub mod rules_versions;
pub mod scorecard_revisions;
pub mod scorecards;
pub mod screenings;
pub mod season_reports;
pub mod second_factors;
pub mod sessions;
pub mod sites;
pub mod snapshots;
pub mod suspicions;
pub mod tallies;
pub mod tokens;
pub mod users;

/// How many ids one question names: databases limit that.
const IDS_AT_ONCE: usize = 2_000;

pub use conn::{Conn, ConnectError, Engine, sqlite_path};
pub use db::{Db, DbOptions, Retryable, Usage, connect};
pub use error::{StoreError, StoreResult};
