//! Reading a sealed file, whatever it holds.

use serde_json::Value;

use super::canonical::canonical;
use super::seal::{FORMAT, Sealed};

/// Why a file is not a tally at all.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    #[error("line {line}: this is not JSON")]
    NotJson { line: usize },
    #[error("this is not a tally in the format {FORMAT}: {what}")]
    Shape { what: &'static str },
}

/// A sealed file and its lines as values.
#[derive(Debug)]
pub(super) struct Parsed {
    pub sealed: Sealed,
    pub values: Vec<Value>,
    /// First line of text that is not written in the only form there is.
    pub odd_text_line: Option<usize>,
}

pub(super) fn read(bytes: &[u8]) -> Result<Parsed, ReadError> {
    let value: Value = serde_json::from_slice(bytes).map_err(|error| ReadError::NotJson { line: error.line() })?;
    let shape = |what| ReadError::Shape { what };
    let top = value.as_object().ok_or(shape("it is not an object"))?;
    let text = |name: &str| top.get(name).and_then(Value::as_str).map(str::to_owned);
    let list = |name: &str| top.get(name).and_then(Value::as_array);
    if text("format").as_deref() != Some(FORMAT) {
        return Err(shape("its format is another"));
    }
    let values = list("lines").ok_or(shape("it has no list of lines"))?;
    let lines = values
        .iter()
        .map(canonical)
        .collect::<Option<Vec<_>>>()
        .ok_or(shape("a line holds a number that is not an integer"))?;
    let digests = list("digests")
        .ok_or(shape("it has no list of digests"))?
        .iter()
        .map(|digest| digest.as_str().map(str::to_owned))
        .collect::<Option<Vec<_>>>()
        .ok_or(shape("a digest is not a text"))?;
    let sealed = Sealed {
        lines,
        digests,
        digest: text("digest").ok_or(shape("it has no digest"))?,
        key: text("key").ok_or(shape("it has no key"))?,
        signature: text("signature").ok_or(shape("it has no signature"))?,
    };
    let odd_text_line = first_difference(bytes, sealed.to_text().as_bytes());
    Ok(Parsed { values: values.clone(), sealed, odd_text_line })
}

/// Number of the first line of text that differs.
fn first_difference(found: &[u8], expected: &[u8]) -> Option<usize> {
    if found == expected {
        return None;
    }
    let same = found.iter().zip(expected).take_while(|(a, b)| a == b).count();
    Some(found[..same].split(|&byte| byte == b'\n').count())
}
