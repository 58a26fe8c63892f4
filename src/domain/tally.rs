//! A round as it was counted and signed, and what opens its commitments.

use chrono::{DateTime, Utc};
use serde_json::Value;

use super::ids::{EarlierRulesId, EntryId, JurorId, RoundId, TallyId, UserId};

/// A round as it was counted and signed. Never changed; closing the round again makes another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tally {
    /// Its id.
    pub id: TallyId,
    /// The round.
    pub round_id: RoundId,
    /// From 1: how many times the round was closed.
    pub number: i32,
    /// SHA-256 over its lines, 64 hexadecimal digits: public from the moment of closing.
    pub digest: String,
    /// The Ed25519 public key that signed it, 64 hexadecimal digits.
    pub key: String,
    /// The signature of the digest, 128 hexadecimal digits.
    pub signature: String,
    /// The file, in the format of `docs/tally-format.md`: public from the announcement on.
    pub bundle: String,
    /// Who closed the round.
    pub sealed_by: UserId,
    /// When.
    pub sealed_at: DateTime<Utc>,
}

/// A tally without its file: what is public from the moment of closing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seal {
    /// The round.
    pub round_id: RoundId,
    /// From 1: how many times the round had been closed.
    pub number: i32,
    /// SHA-256 over its lines, 64 hexadecimal digits.
    pub digest: String,
    /// When it was sealed.
    pub sealed_at: DateTime<Utc>,
}

/// What opens one commitment of a tally, for the person it is about. Deleted when they are erased.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opening {
    /// The tally.
    pub tally_id: TallyId,
    /// The juror's or the entry's name in the tally.
    pub reference: String,
    /// The juror, or none.
    pub juror_id: Option<JurorId>,
    /// The entry, or none.
    pub entry_id: Option<EntryId>,
    /// 64 hexadecimal digits.
    pub salt: String,
    /// What is committed to.
    pub value: Value,
}

/// Rules that were replaced after scoring had begun.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EarlierRules {
    /// Its id.
    pub id: EarlierRulesId,
    /// The round.
    pub round_id: RoundId,
    /// From 1.
    pub version: i64,
    /// SHA-256 of the rules in canonical form, 64 hexadecimal digits.
    pub sha256: String,
    /// Why they were replaced, for everybody to read.
    pub reason: String,
    /// Who replaced them.
    pub replaced_by: UserId,
    /// When.
    pub replaced_at: DateTime<Utc>,
}
