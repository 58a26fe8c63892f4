//! One way only to write a value: sorted keys, no space, integers only, shortest escapes.

use std::fmt::Write as _;

use serde_json::Value;
use sha2::{Digest, Sha256};

/// Writes a value in its only form; `None` when it holds a number that is not a 64-bit integer.
pub fn canonical(value: &Value) -> Option<String> {
    let mut text = String::new();
    write(value, &mut text)?;
    Some(text)
}

fn write(value: &Value, text: &mut String) -> Option<()> {
    match value {
        Value::Null => text.push_str("null"),
        Value::Bool(true) => text.push_str("true"),
        Value::Bool(false) => text.push_str("false"),
        Value::Number(number) => write!(text, "{}", number.as_i64()?).ok()?,
        Value::String(string) => quote(string, text),
        Value::Array(items) => {
            text.push('[');
            for (at, item) in items.iter().enumerate() {
                if at > 0 {
                    text.push(',');
                }
                write(item, text)?;
            }
            text.push(']');
        }
        Value::Object(fields) => {
            let mut sorted: Vec<_> = fields.iter().collect();
            sorted.sort_unstable_by_key(|(key, _)| key.as_str());
            text.push('{');
            for (at, (key, item)) in sorted.into_iter().enumerate() {
                if at > 0 {
                    text.push(',');
                }
                quote(key, text);
                text.push(':');
                write(item, text)?;
            }
            text.push('}');
        }
    }
    Some(())
}

fn quote(string: &str, text: &mut String) {
    text.push('"');
    for c in string.chars() {
        match c {
            '"' => text.push_str("\\\""),
            '\\' => text.push_str("\\\\"),
            '\n' => text.push_str("\\n"),
            '\r' => text.push_str("\\r"),
            '\t' => text.push_str("\\t"),
            '\u{8}' => text.push_str("\\b"),
            '\u{c}' => text.push_str("\\f"),
            c if c < ' ' => {
                let code = u32::from(c);
                text.push_str("\\u00");
                text.extend([code / 16, code % 16].map(|d| char::from_digit(d, 16).unwrap_or('0')));
            }
            c => text.push(c),
        }
    }
    text.push('"');
}

/// SHA-256 in lower-case hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    hex::encode(Sha256::digest(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_sorted_and_escapes_are_shortest() {
        let value: Value =
            serde_json::from_str(r#" {"b": [1, -2, null, true], "a": "é\u0001\"\\\n\u0041ج"} "#).unwrap();
        assert_eq!(canonical(&value).unwrap(), "{\"a\":\"é\\u0001\\\"\\\\\\nAج\",\"b\":[1,-2,null,true]}");
    }

    #[test]
    fn fractions_have_no_canonical_form() {
        for text in ["1.5", "1e3", "18446744073709551615", "[0.0]"] {
            let value: Value = serde_json::from_str(text).unwrap();
            assert_eq!(canonical(&value), None, "{text}");
        }
    }
}
