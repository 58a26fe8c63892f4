//! Numbers with exactly six decimals: what is printed, ordered and sealed.

use std::fmt;
use std::str::FromStr;

/// A fixed-point number counted in millionths.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Decimal6(i64);

/// The largest magnitude a float may have to become a [`Decimal6`].
const LIMIT: f64 = 9.0e12;

impl Decimal6 {
    pub const fn from_micros(micros: i64) -> Self {
        Self(micros)
    }

    pub const fn micros(self) -> i64 {
        self.0
    }

    /// The nearest six-decimal number, halves to even; `None` when not finite or too large.
    pub fn from_f64(value: f64) -> Option<Self> {
        if !value.is_finite() || value.abs() > LIMIT {
            return None;
        }
        #[expect(clippy::cast_possible_truncation, reason = "rounded, finite and below 2^63 by the check above")]
        let micros = (value * 1.0e6).round_ties_even() as i64;
        Some(Self(micros))
    }

    pub fn to_f64(self) -> f64 {
        self.0 as f64 / 1.0e6
    }
}

impl fmt::Display for Decimal6 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let size = self.0.unsigned_abs();
        write!(f, "{sign}{}.{:06}", size / 1_000_000, size % 1_000_000)
    }
}

/// A text that is not a number with exactly six decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected a number with exactly six decimals")]
pub struct NotSixDecimals;

impl FromStr for Decimal6 {
    type Err = NotSixDecimals;

    /// Accepts only the canonical form that [`fmt::Display`] writes.
    fn from_str(text: &str) -> Result<Self, NotSixDecimals> {
        let digits = text.strip_prefix('-').unwrap_or(text);
        let (whole, part) = digits.split_once('.').ok_or(NotSixDecimals)?;
        let plain = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
        if part.len() != 6 || !plain(part) || whole.is_empty() || !plain(whole) {
            return Err(NotSixDecimals);
        }
        let size: i64 = format!("{whole}{part}").parse().map_err(|_| NotSixDecimals)?;
        let value = Self(if text.starts_with('-') { -size } else { size });
        if value.to_string() == text { Ok(value) } else { Err(NotSixDecimals) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_back_only_what_it_writes() {
        for text in ["0.000000", "-0.000001", "4.250000", "-12.500000"] {
            assert_eq!(text.parse::<Decimal6>().unwrap().to_string(), text);
        }
        for text in ["", "1", "1.0", "01.000000", "-0.000000", "+1.000000", "1.0000000", ".000000", "1.00000x"] {
            assert_eq!(text.parse::<Decimal6>(), Err(NotSixDecimals), "{text}");
        }
    }

    #[test]
    fn floats_round_to_the_nearest_millionth() {
        assert_eq!(Decimal6::from_f64(1.234_567_4).unwrap().to_string(), "1.234567");
        assert_eq!(Decimal6::from_f64(-0.000_000_4).unwrap().to_string(), "0.000000");
        assert_eq!(Decimal6::from_f64(f64::NAN), None);
        assert_eq!(Decimal6::from_f64(1.0e300), None);
    }
}
