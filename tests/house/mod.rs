//! The house itself: headers, errors, layers, languages, schema.

mod architecture;
mod backup;
mod commands;
mod errors;
mod languages;
mod migrations;
mod shelf;
mod store;
