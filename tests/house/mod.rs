//! The house itself: headers, errors, layers, languages, schema.

mod architecture;
mod backup;
mod commands;
mod errors;
mod killed;
mod languages;
mod migrations;
pub mod nodes;
mod shelf;
mod store;
