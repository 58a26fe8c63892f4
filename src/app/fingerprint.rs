//! What a page was made from, in a few characters: a form that comes back with another one was written
//! over something that somebody else has changed since.

use serde::Serialize;
use sha2::{Digest, Sha256};

/// The fingerprint of a value: it changes when, and only when, the value does.
pub fn fingerprint(value: &impl Serialize) -> String {
    let bytes = serde_json::to_vec(value).unwrap_or_default();
    hex::encode(&Sha256::digest(bytes)[..8])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_value_has_another_fingerprint() {
        assert_eq!(fingerprint(&["a", "b"]), fingerprint(&["a", "b"]));
        assert_ne!(fingerprint(&["a", "b"]), fingerprint(&["ab"]));
    }
}
