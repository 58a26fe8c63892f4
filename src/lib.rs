//! Digital Awards: the platform an award runs on.
//!
//! The map of the house, from the people inwards:
//!
//! - [`web`] and [`cli`] take what people ask, call one function of [`app`], and answer. Only `web`
//!   names actix or askama. [`jobs`] does what happens by itself.
//! - [`app`] holds the use cases: load, ask the policy, take the domain's step, store, queue mails,
//!   write the log, all in one transaction.
//! - [`store`] is the database, on SQLite or PostgreSQL: the only module that names diesel.
//! - [`domain`] is what the award is, and [`judging`] its science: pure, without clock or I/O.
//! - [`mail`], [`files`], [`i18n`] and [`security`] are the outside world.
//!
//! Invariants: nothing calls back (`tests/architecture.rs` reads the imports); every write goes
//! through `Db::write` and may run twice, so it has no effect outside the database; `now` is an
//! argument; a permission rule lives in [`domain::policy`] and nowhere else; the public reads
//! `published` and never `staged`.

pub mod app;
pub mod cli;
pub mod clock;
pub mod config;
pub mod documents;
pub mod domain;
pub mod files;
pub mod i18n;
pub mod jobs;
pub mod judging;
pub mod mail;
pub mod metrics;
pub mod security;
pub mod startup;
pub mod store;
pub mod telemetry;
pub mod version;
pub mod web;
