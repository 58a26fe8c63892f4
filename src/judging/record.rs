//! A signed record of one distinction: who was honoured with what, so that anybody can check it, offline too.
//!
//! The record is JSON in its only form (see [`super::tally::canonical`]); what is signed is the name of the
//! format, a line end, the record, and a line end, with the Ed25519 key (RFC 8032) that signs tallies.

use ed25519_dalek::{Signer, Verifier};
use serde_json::{Value, json};

use super::tally::canonical::canonical;
use super::tally::seal::{SigningKey, public_key, signature};

/// The name of the format, which also begins what is signed.
pub const FORMAT: &str = "digital-awards-record/1";

/// A record with its signature.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedRecord {
    /// The record in its only form.
    pub record: String,
    /// The public key, in hexadecimal.
    pub key: String,
    /// The signature, in hexadecimal.
    pub signature: String,
}

/// What is wrong with a file that should be a signed record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RecordProblem {
    /// It is none.
    #[error("this is no signed record")]
    Shape,
    /// The record is not what was signed.
    #[error("the signature does not fit the record")]
    Signature,
    /// Somebody else signed it.
    #[error("it is signed by another key")]
    Key,
}

fn message(record: &str) -> Vec<u8> {
    format!("{FORMAT}\n{record}\n").into_bytes()
}

impl SignedRecord {
    /// Signs a value; none when it holds a number that is not an integer.
    pub fn new(value: &Value, key: &SigningKey) -> Option<Self> {
        let record = canonical(value)?;
        let signature = hex::encode(key.sign(&message(&record)).to_bytes());
        Some(Self { record, key: hex::encode(key.verifying_key().to_bytes()), signature })
    }

    /// The file that people keep.
    pub fn to_text(&self) -> String {
        let record: Value = serde_json::from_str(&self.record).unwrap_or_default();
        let file = json!({ "format": FORMAT, "key": self.key, "record": record, "signature": self.signature });
        format!("{file:#}\n")
    }

    /// Reads a file back, however it is spaced.
    pub fn read(bytes: &[u8]) -> Result<Self, RecordProblem> {
        let file: Value = serde_json::from_slice(bytes).map_err(|_| RecordProblem::Shape)?;
        let text = |name: &str| file.get(name).and_then(Value::as_str).map(str::to_owned).ok_or(RecordProblem::Shape);
        if text("format")? != FORMAT {
            return Err(RecordProblem::Shape);
        }
        let record = file.get("record").filter(|record| record.is_object()).and_then(canonical);
        Ok(Self { record: record.ok_or(RecordProblem::Shape)?, key: text("key")?, signature: text("signature")? })
    }

    /// Checks the signature, and that it is of `key` where one is given; the record.
    pub fn check(&self, key: Option<&str>) -> Result<Value, RecordProblem> {
        let (public, signed) = (public_key(&self.key), signature(&self.signature));
        let (public, signed) = public.zip(signed).ok_or(RecordProblem::Shape)?;
        public.verify(&message(&self.record), &signed).map_err(|_| RecordProblem::Signature)?;
        if key.is_some_and(|key| key != self.key) {
            return Err(RecordProblem::Key);
        }
        serde_json::from_str(&self.record).map_err(|_| RecordProblem::Shape)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_is_read_back_and_no_letter_of_it_can_change() {
        let key = SigningKey::from_bytes(&[7; 32]);
        let value = json!({ "title": "Saqya", "year": 2027, "prize": { "ar": "الفلاحة" } });
        let signed = SignedRecord::new(&value, &key).unwrap();
        let text = signed.to_text();
        let read = SignedRecord::read(text.as_bytes()).unwrap();
        assert_eq!((&read, read.check(Some(&signed.key))), (&signed, Ok(value)));
        let changed = SignedRecord::read(text.replace("Saqya", "Sakya").as_bytes()).unwrap();
        assert_eq!(changed.check(None), Err(RecordProblem::Signature));
        let other = hex::encode(SigningKey::from_bytes(&[8; 32]).verifying_key().to_bytes());
        assert_eq!(read.check(Some(&other)), Err(RecordProblem::Key));
        assert_eq!(SignedRecord::read(b"{}"), Err(RecordProblem::Shape));
    }
}
