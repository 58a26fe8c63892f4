//! Every row of the threat model, tried from outside. `SECURITY.md` has the rows in words.
//!
//! | Rows | Theme | File |
//! |---|---|---|
//! | T1 T2 T4 T5 T22 | who reaches what | `access.rs` |
//! | T3 T6 T7 T8 T9 | guesses, caches, orders, mails | `secrecy.rs` |
//! | T11 T16 T17 T24 T25 T31 | what people type | `input.rs` |
//! | T12 T13 T14 T15 | what they send as a file | `uploads.rs` |
//! | T18 T19 T20 T21 T23 | the door | `accounts.rs` |
//! | T10 T32 T33, headers | requests that no page of ours sends | `requests.rs` |
//! | T26 T27 T28 T29 T30 | twice, at once, too late | `time.rs` |
//! | T34 T35 T36 T37 | what is written down and struck out | `records.rs` |
//! | F3 F4 F5 F7 F10 F11 F12 F14 | what we build on | `facts.rs` |
//!
//! The other facts: F1 `house::store::concurrent_writers_lose_no_update`, F2
//! `house::store::a_name_that_would_break_a_mail_header_harms_nobody`, F6
//! `t32_another_verb_is_refused_and_no_header_or_field_makes_one_of_it`, F8 and F9
//! `t33_what_is_malformed_oversized_or_endless_is_refused_and_nobody_else_waits`, F13 the tests of a full disk.
//! The time that an unknown address takes (T18) is measured in
//! `account::abuse::an_unknown_address_is_refused_after_the_same_time_as_a_known_one`.
//!
//! `tests/seeded/run.sh` breaks the program on purpose, row by row, and sees that these tests notice.

mod access;
mod accounts;
mod facts;
mod input;
mod records;
mod requests;
mod secrecy;
mod time;
mod uploads;
