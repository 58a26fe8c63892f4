//! Codes with which an entry may be started after the deadline.

use chrono::{DateTime, Utc};

use super::edition::Edition;
use super::ids::{EditionId, LateCodeId, UserId};

/// Letters and digits that nobody takes for one another (Crockford's base 32).
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Digits of a code: 50 bits.
const LENGTH: usize = 10;

/// A code that organisers give to somebody who may start an entry late.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LateCode {
    /// Its id.
    pub id: LateCodeId,
    /// The edition it opens.
    pub edition_id: EditionId,
    /// The code, as [`normal`] writes it.
    pub code: String,
    /// For whom or why, for organisers only.
    pub note: String,
    /// Until when entries may be started, and submitted, with it.
    pub valid_until: DateTime<Utc>,
    /// How many entries may be started with it; at least 1.
    pub max_uses: i32,
    /// How many were.
    pub uses: i32,
    /// Who made it.
    pub created_by: UserId,
    /// When.
    pub created_at: DateTime<Utc>,
    /// When it was taken back.
    pub revoked_at: Option<DateTime<Utc>>,
}

impl LateCode {
    /// Whether an entry may be started with it at this instant. Once jurors score, none may.
    pub fn opens(&self, edition: &Edition, received_at: DateTime<Utc>) -> bool {
        self.edition_id == edition.id
            && edition.status.is_before_scoring()
            && self.revoked_at.is_none()
            && self.uses < self.max_uses
            && received_at <= self.valid_until
    }
}

/// A code of random bytes: `7K3QX-M2VRA`.
pub fn code_of(bytes: [u8; LENGTH]) -> String {
    let digits: String = bytes.iter().map(|b| char::from(ALPHABET[usize::from(b % 32)])).collect();
    format!("{}-{}", &digits[..LENGTH / 2], &digits[LENGTH / 2..])
}

/// A code as it is kept, however it was typed: capitals, one dash, and letters that are not used read as
/// the digits they resemble. Empty when it can't be one.
pub fn normal(typed: &str) -> String {
    let digit = |c: char| match c.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    let digits: String = typed.chars().filter(|c| c.is_ascii_alphanumeric()).map(digit).collect();
    if digits.len() == LENGTH { format!("{}-{}", &digits[..LENGTH / 2], &digits[LENGTH / 2..]) } else { String::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_however_it_is_typed() {
        let code = code_of([0, 1, 31, 32, 40, 255, 16, 17, 18, 20]);
        assert_eq!(code, "01Z08-ZGHJM");
        for typed in ["01z08zghjm", " oLz08 - zghjm ", "O1Z0-8ZGHJM"] {
            assert_eq!(normal(typed), code, "{typed}");
        }
        assert_eq!(normal("01Z08"), "");
        assert_eq!(normal("٠١Z08ZGHJM"), "");
    }
}
