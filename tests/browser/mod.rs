//! What only a browser shows.

mod announcement;
mod applicant;
mod closing;
mod deliberation;
mod jury;
mod keyboard;
mod lab;
mod offline;
mod pages;
mod uploads;
mod walk;
