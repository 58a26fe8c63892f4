//! `verify`: the check of a published tally.

use std::path::PathBuf;

use clap::Args;

use super::{Failure, Outcome, say};
use crate::judging::record::SignedRecord;
use crate::judging::tally::seal::public_key;
use crate::judging::tally::verify::verify;

/// Check a published tally (signature, rules, every line, every result), or the signed record of a distinction.
#[derive(Debug, Args)]
pub struct Verify {
    /// The file, in the format of docs/tally-format.md.
    bundle: PathBuf,
    /// The award's public key in hexadecimal, from its method page, or a file that holds it.
    #[arg(long, value_name = "KEY")]
    key: Option<String>,
}

impl Verify {
    pub fn run(&self) -> Outcome {
        let key = self.key.as_deref().map(read_key).transpose()?;
        let bytes =
            std::fs::read(&self.bundle).map_err(|error| Failure(format!("{}: {error}", self.bundle.display())))?;
        if let Ok(record) = SignedRecord::read(&bytes) {
            return self.check_record(&record, key.as_deref());
        }
        let threads = std::thread::available_parallelism().map_or(1, usize::from);
        let verdict = verify(&bytes, key.as_deref(), threads);
        for problem in &verdict.problems {
            say(&format!("{}: {problem}", self.bundle.display()));
        }
        if !verdict.is_valid() {
            return Err(Failure(format!("{} problems: this is not the tally that was sealed", verdict.problems.len())));
        }
        say(&format!("valid: {} lines, {} scorecards", verdict.lines, verdict.scorecards));
        say(&format!("digest {}", verdict.digest.unwrap_or_default()));
        say(&format!("key {}", verdict.key.unwrap_or_default()));
        if key.is_none() {
            say("signed by that key: compare it with the one on the award's method page, or give it with --key");
        }
        Ok(())
    }

    /// A record of one distinction. Whether it was revoked since, only its page knows.
    fn check_record(&self, record: &SignedRecord, key: Option<&str>) -> Outcome {
        let said = record.check(key).map_err(|problem| Failure(format!("{}: {problem}", self.bundle.display())))?;
        say("valid: a signed record");
        for name in ["edition", "entry", "title", "organisation", "outcome", "announced_at", "id"] {
            say(&format!("{name} {}", said[name].as_str().unwrap_or_default()));
        }
        say(&format!("key {}", record.key));
        if key.is_none() {
            say("signed by that key: compare it with the one on the award's method page, or give it with --key");
        }
        Ok(())
    }
}

/// A key given as such, or in a file.
fn read_key(text: &str) -> Result<String, Failure> {
    let as_key = |text: &str| {
        let key = text.trim().to_ascii_lowercase();
        public_key(&key).is_some().then_some(key)
    };
    if let Some(key) = as_key(text) {
        return Ok(key);
    }
    let in_file = std::fs::read_to_string(text).ok().and_then(|content| as_key(&content));
    in_file
        .ok_or_else(|| Failure(format!("'{text}' is neither a public key of 64 hexadecimal digits nor a file of one")))
}
