//! Every integration test, as one program. `TEST_DATABASE_URL` runs the same tests on PostgreSQL.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::missing_panics_doc)]
// Made-up numbers are small.
#![allow(clippy::cast_possible_truncation, clippy::cast_possible_wrap, clippy::cast_sign_loss, clippy::float_cmp)]

mod account;
mod applicant;
mod board;
mod browser;
mod faults;
mod house;
mod journeys;
mod judging;
mod jury;
mod lab;
mod organiser;
mod permissions;
mod results;
mod security;
mod support;
