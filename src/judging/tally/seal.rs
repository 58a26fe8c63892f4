//! The sealed file: lines, their digests, one digest over all, and its signature.

use std::fmt::Write as _;

pub use ed25519_dalek::SigningKey;
use ed25519_dalek::{Signer, Verifier, VerifyingKey};
use serde_json::Value;

use super::canonical::{canonical, sha256};
use super::lines::Line;

/// The name of the format, which also begins what is hashed and signed.
pub const FORMAT: &str = "digital-awards-tally/1";

/// A tally as published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sealed {
    /// The lines in canonical form.
    pub lines: Vec<String>,
    /// SHA-256 of each line.
    pub digests: Vec<String>,
    /// SHA-256 over the digests: what is published at closing.
    pub digest: String,
    /// The public key, and the signature of the digest, in hexadecimal.
    pub key: String,
    pub signature: String,
}

#[derive(Debug, thiserror::Error)]
pub enum SealError {
    #[error("a line can't be written: {0}")]
    Line(#[from] serde_json::Error),
    #[error("a line holds a number that is not an integer")]
    Number,
}

impl Sealed {
    /// Signs counted lines.
    pub fn new(lines: &[Line], key: &SigningKey) -> Result<Self, SealError> {
        let lines = lines
            .iter()
            .map(|line| canonical(&line.to_value()?).ok_or(SealError::Number))
            .collect::<Result<Vec<_>, _>>()?;
        let digests: Vec<String> = lines.iter().map(|line| sha256(line.as_bytes())).collect();
        let digest = digest_of(&digests);
        let signature = key.sign(&message(&digest));
        Ok(Self {
            lines,
            digests,
            digest,
            key: hex::encode(key.verifying_key().to_bytes()),
            signature: hex::encode(signature.to_bytes()),
        })
    }

    /// The file: one line of text a line of the tally, in the only form there is.
    pub fn to_text(&self) -> String {
        let mut text = format!("{{\"digest\":{},\n\"digests\":[\n", quoted(&self.digest));
        let digests: Vec<String> = self.digests.iter().map(|digest| quoted(digest)).collect();
        text.push_str(&digests.join(",\n"));
        let (format, key) = (quoted(FORMAT), quoted(&self.key));
        let _ = write!(text, "],\n\"format\":{format},\n\"key\":{key},\n\"lines\":[\n");
        text.push_str(&self.lines.join(",\n"));
        let _ = write!(text, "],\n\"signature\":{}}}\n", quoted(&self.signature));
        text
    }

    /// Whether the signature is that of the digest by the key the file names.
    pub fn is_signed(&self) -> bool {
        let Some(key) = public_key(&self.key) else { return false };
        let Some(signature) = signature(&self.signature) else { return false };
        key.verify(&message(&self.digest), &signature).is_ok()
    }
}

fn quoted(text: &str) -> String {
    canonical(&Value::from(text)).unwrap_or_default()
}

/// The digest over the digests of the lines.
pub fn digest_of(digests: &[String]) -> String {
    let mut text = format!("{FORMAT}\n");
    for digest in digests {
        text.push_str(digest);
        text.push('\n');
    }
    sha256(text.as_bytes())
}

/// What is signed.
fn message(digest: &str) -> Vec<u8> {
    format!("{FORMAT}\n{digest}\n").into_bytes()
}

/// A public key from 64 hexadecimal digits.
pub fn public_key(text: &str) -> Option<VerifyingKey> {
    VerifyingKey::from_bytes(&bytes::<32>(text)?).ok()
}

/// A signature from 128 hexadecimal digits.
pub fn signature(text: &str) -> Option<ed25519_dalek::Signature> {
    Some(ed25519_dalek::Signature::from_bytes(&bytes::<64>(text)?))
}

fn bytes<const N: usize>(text: &str) -> Option<[u8; N]> {
    // Lower case only: a key or a signature has one way to be written.
    let lower = text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    hex::decode(text).ok().filter(|_| lower)?.try_into().ok()
}

/// The commitment to a person or a document: whoever is shown the salt and the value can check
/// it; once both are erased, it says nothing.
pub fn commitment(salt: &[u8; 32], value: &Value) -> Option<String> {
    let mut committed = format!("{FORMAT}\n{}\n", hex::encode(salt));
    committed.push_str(&canonical(value)?);
    Some(sha256(committed.as_bytes()))
}
