//! What tests stand on: a real server on a free port over a fresh database, a real mail server,
//! and browsers that keep cookies.

pub mod app;
pub mod chrome;
pub mod client;
pub mod command;
pub mod database;
pub mod mailbox;
pub mod people;

pub use app::TestApp;
pub use client::Browser;
