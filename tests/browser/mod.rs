//! What only a browser shows.

mod applicant;
mod closing;
mod deliberation;
mod jury;
mod keyboard;
mod lab;
mod pages;
mod uploads;
mod walk;
