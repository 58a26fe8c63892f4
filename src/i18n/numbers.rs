//! Numbers as people read them: Latin digits everywhere, a comma before decimals in French and
//! Arabic, thin spaces between thousands.

use crate::domain::language::Language;

/// A whole number with separated thousands.
pub fn whole(language: Language, number: i64) -> String {
    let separator = match language {
        Language::French => "\u{202F}",
        Language::Arabic => "\u{A0}",
        Language::English => ",",
    };
    let digits = number.unsigned_abs().to_string();
    let mut out = String::new();
    if number < 0 {
        out.push('\u{2212}');
    }
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push_str(separator);
        }
        out.push(digit);
    }
    out
}

/// Hundredths with a number of decimals (0 to 2), rounded half up: 367 with one decimal is "3,7".
pub fn hundredths(language: Language, value: i64, decimals: u32) -> String {
    let unit = 10_i64.pow(2 - decimals.min(2));
    let rounded = (2 * value + unit).div_euclid(2 * unit);
    let scale = 10_i64.pow(decimals.min(2));
    let sign = if rounded < 0 { "\u{2212}" } else { "" };
    let (int, frac) = (rounded.abs() / scale, rounded.abs() % scale);
    if decimals == 0 {
        return format!("{sign}{int}");
    }
    let point = if language == Language::English { '.' } else { ',' };
    format!("{sign}{int}{point}{frac:0width$}", width = decimals.min(2) as usize)
}

/// Millionths with all six decimals: parts of a sum that must add up.
pub fn millionths(language: Language, value: i64) -> String {
    let sign = if value < 0 { "\u{2212}" } else { "" };
    let point = if language == Language::English { '.' } else { ',' };
    let size = value.unsigned_abs();
    format!("{sign}{}{point}{:06}", size / 1_000_000, size % 1_000_000)
}

/// A size in bytes, in the unit that fits.
pub fn bytes(language: Language, size: i64) -> String {
    let (kilo, mega) = match language {
        Language::French => ("Ko", "Mo"),
        Language::Arabic => ("ك.ب", "م.ب"),
        Language::English => ("KB", "MB"),
    };
    if size < 1_000_000 {
        format!("{}\u{A0}{kilo}", whole(language, (size + 999) / 1000))
    } else {
        format!("{}\u{A0}{mega}", hundredths(language, size / 10_000, 1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_follow_each_language() {
        assert_eq!(whole(Language::French, 1_234_567), "1\u{202F}234\u{202F}567");
        assert_eq!(whole(Language::English, -1234), "\u{2212}1,234");
        assert_eq!(hundredths(Language::Arabic, 365, 1), "3,7");
        assert_eq!(hundredths(Language::English, 400, 2), "4.00");
        assert_eq!(millionths(Language::French, -1_020_304), "\u{2212}1,020304");
        assert_eq!(bytes(Language::French, 1_250_000), "1,3\u{A0}Mo");
        assert_eq!(bytes(Language::English, 88_000), "88\u{A0}KB");
    }
}
