//! Signing up, in and out; passwords, sessions, language.
//!
//! What is answered never tells whether an address has an account. Passwords are hashed before the
//! transaction begins: a hash takes longer than a transaction should.

pub mod data;
mod links;
mod password;
mod profile;
mod second_factor;
mod sign_in;
mod sign_up;
mod standing;

pub use links::{account_of, issue};
pub use password::{change, forgot, reset};
pub use profile::{end_other_sessions, end_session, make_organiser, rename, sessions, speak};
pub use second_factor::{
    SecondFactor, begin as begin_second_factor, confirm as confirm_second_factor, count_try, find as second_factor,
    forget as forget_second_factor, note_proof, pass, remove as remove_second_factor, renew_codes,
};
pub use sign_in::{
    Attempt, Credentials, credentials, is_tried_out, note_success, rehash, sign_in, sign_out, throttle, use_link,
    warn_of_tries,
};
pub use sign_up::{NewAccount, sign_up, verify};
pub use standing::{Caller, Known, Standing, standings};
