//! The organiser's desk.

pub mod announcement;
pub mod assignments;
pub mod audit;
pub mod categories;
pub mod criteria;
mod csv_answer;
pub mod desk;
pub mod editions;
pub mod eligibility;
pub mod entries;
pub mod entry;
pub mod form;
pub mod home;
pub mod import;
pub mod jury;
pub mod lab;
pub mod outbox;
mod pages;
pub mod preview;
pub mod progress;
pub mod results;
pub mod rounds;
pub mod settings;
mod sheet;
pub mod staging;
pub mod team;
mod words;
