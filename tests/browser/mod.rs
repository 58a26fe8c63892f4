//! What only a browser shows.

mod applicant;
mod jury;
mod lab;
mod pages;
mod walk;
