//! What only a browser shows.

mod applicant;
mod pages;
