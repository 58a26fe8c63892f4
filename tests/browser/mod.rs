//! What only a browser shows.

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
