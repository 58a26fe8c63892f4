//! The organiser's desk.

pub mod announcement;
pub mod assignments;
pub mod audit;
pub mod categories;
pub mod criteria;
pub mod editions;
pub mod entries;
pub mod form;
pub mod home;
pub mod import;
pub mod jury;
pub mod outbox;
pub mod progress;
pub mod results;
pub mod rounds;
pub mod settings;
pub mod team;
