//! The house itself: headers, errors, layers, languages, schema.

mod architecture;
mod backup;
mod commands;
mod errors;
pub mod invariants;
mod kept;
mod languages;
mod metrics;
mod migrations;
mod shelf;
mod store;
mod upgrade;
