//! Codes of an authenticator app (TOTP, RFC 6238: six digits, thirty seconds, SHA-1, which is what every app
//! knows), and recovery codes for whoever has lost it.

use chrono::{DateTime, Utc};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use totp_rs::{Builder, Secret, Totp};

use super::secret;
use super::tally_key::TallyKey;

/// How many recovery codes there are.
pub const RECOVERY_CODES: usize = 10;
/// Bytes of the shared secret: as many as SHA-1 has (RFC 4226, section 4).
const SECRET_BYTES: usize = 20;

/// What an authenticator app and the platform share.
pub struct SharedSecret(Secret);

impl SharedSecret {
    /// Of a salt, and of the key that lies outside the database.
    pub fn new(key: &TallyKey, salt: &str) -> Self {
        Self(Secret::from(key.derive("second factor", salt)[..SECRET_BYTES].to_vec()))
    }

    /// As people type it into an app: letters and digits in groups of four.
    pub fn typed(&self) -> String {
        let letters: Vec<char> = self.0.to_base32().chars().collect();
        letters.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
    }

    /// As apps read it from a QR code.
    pub fn address(&self, issuer: &str, account: &str) -> String {
        let of = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
        let (issuer, account) = (of(issuer), of(account));
        format!("otpauth://totp/{issuer}:{account}?secret={}&issuer={issuer}", self.0.to_base32())
    }

    fn totp(&self) -> Totp {
        // One step before and after is taken too: clocks differ.
        Builder::new().with_secret(self.0.clone()).with_skew(1).build_noncompliant()
    }

    /// The step of time that a code belongs to, if it is right at this instant. A step is good once.
    pub fn step_of(&self, typed: &str, now: DateTime<Utc>) -> Option<i64> {
        let digits: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
        let seconds = u64::try_from(now.timestamp()).ok()?;
        self.totp().check(&digits, seconds).and_then(|step| i64::try_from(step).ok())
    }
}

/// Fresh recovery codes: 50 bits each, in letters and digits that nobody mistakes for one another.
pub fn recovery_codes() -> Vec<String> {
    const LETTERS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
    let code = || {
        let bytes = hex::decode(secret::random()).unwrap_or_default();
        let letter = |byte: &u8| char::from(LETTERS[usize::from(*byte) % LETTERS.len()]);
        let letters: String = bytes.iter().take(10).map(letter).collect();
        format!("{}-{}", &letters[..5], &letters[5..])
    };
    (0..RECOVERY_CODES).map(|_| code()).collect()
}

/// A recovery code as its hash is made of: however it was typed.
pub fn plain(typed: &str) -> String {
    typed.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect()
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;

    #[test]
    fn codes_are_those_of_the_standard() {
        // RFC 6238, appendix B: its eight digits end with these six.
        let shared = SharedSecret(Secret::from(b"12345678901234567890".to_vec()));
        for (seconds, code) in [(59, "287082"), (1_111_111_109, "081804"), (20_000_000_000, "353130")] {
            let at = DateTime::from_timestamp(seconds, 0).unwrap();
            assert_eq!(shared.step_of(code, at), Some(seconds / 30));
            assert_eq!(shared.step_of(code, at + TimeDelta::minutes(2)), None);
        }
        assert!(shared.typed().starts_with("GEZD GNBV"));
    }

    #[test]
    fn recovery_codes_differ_and_are_read_however_they_are_typed() {
        let codes = recovery_codes();
        let plain_codes: std::collections::BTreeSet<String> = codes.iter().map(|code| plain(code)).collect();
        assert_eq!(plain_codes.len(), RECOVERY_CODES);
        assert_eq!(plain(" ABCDE-fgh23 "), "abcdefgh23");
    }
}
