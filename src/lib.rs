//! Digital Awards: the platform an award runs on.
pub mod app;
pub mod clock;
pub mod config;
pub mod domain;
pub mod i18n;
pub mod judging;
pub mod security;
pub mod store;
pub mod telemetry;
