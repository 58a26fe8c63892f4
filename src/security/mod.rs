//! Passwords, secrets, sessions: what keeps accounts safe.

pub mod client_address;
pub mod password;
pub mod second_factor;
pub mod secret;
pub mod session;
pub mod tally_key;
