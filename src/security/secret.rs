//! Random secrets and their hashes. A secret is shown once and stored as its hash only.

use sha2::{Digest, Sha256};

use crate::domain::late_code;

/// A random secret of 256 bits, as 64 hex digits.
///
/// # Panics
/// When the system gives no random bytes.
pub fn random() -> String {
    let mut bytes = [0_u8; 32];
    // Without randomness nothing here is safe: better no answer than a guessable one.
    #[expect(clippy::expect_used, reason = "the system's random source never fails on a working machine")]
    getrandom::fill(&mut bytes).expect("the system gives random bytes");
    hex::encode(bytes)
}

/// A code that a person can read out and type: 50 random bits. Guesses have to be counted.
///
/// # Panics
/// When the system gives no random bytes.
pub fn readable() -> String {
    let mut bytes = [0_u8; 10];
    #[expect(clippy::expect_used, reason = "the system's random source never fails on a working machine")]
    getrandom::fill(&mut bytes).expect("the system gives random bytes");
    late_code::code_of(bytes)
}

/// The hash under which a secret is stored. A plain SHA-256 is enough for 256 random bits.
pub fn hash(secret: &str) -> String {
    hex::encode(Sha256::digest(secret.as_bytes()))
}
