//! The append-only log: who did what, to what, when, before and after.

use chrono::{DateTime, Utc};
use sha2::{Digest, Sha256};

use super::ids::{AuditEventId, EditionId, UserId};

/// Who did it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AuditActor {
    /// A person with an account.
    User(UserId),
    /// The platform itself: a job, a command.
    System,
}

/// A line of the log, as it is written in the transaction it tells of.
#[derive(Debug, Clone, PartialEq)]
pub struct AuditEvent {
    /// Its id.
    pub id: AuditEventId,
    /// The edition it concerns, if one.
    pub edition_id: Option<EditionId>,
    /// Who did it; none for the platform itself.
    pub actor_id: Option<UserId>,
    /// What was done: `entry.submitted`.
    pub action: String,
    /// What kind of thing it was done to: `entry`.
    pub subject_kind: String,
    /// Which one.
    pub subject_id: String,
    /// What changed, before. Never a secret.
    pub before: Option<serde_json::Value>,
    /// What changed, after.
    pub after: Option<serde_json::Value>,
    /// When.
    pub at: DateTime<Utc>,
    /// Its place in the chain, from 1; none until the sequencer has numbered it.
    pub seq: Option<i64>,
    /// The hash of the chain up to here, in hex.
    pub hash: Option<String>,
}

/// The hash before the first event.
pub const GENESIS: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// The hash of the chain after this event: SHA-256 over the hash before it and its fields as
/// canonical JSON (an array in fixed order; objects inside have sorted keys).
pub fn chain_hash(previous: &str, seq: i64, event: &AuditEvent) -> String {
    let fields = serde_json::json!([
        previous,
        seq,
        event.id.to_string(),
        event.edition_id.map(|id| id.to_string()),
        event.actor_id.map(|id| id.to_string()),
        event.action,
        event.subject_kind,
        event.subject_id,
        event.before,
        event.after,
        event.at.format("%Y-%m-%dT%H:%M:%S%.6fZ").to_string(),
    ]);
    hex::encode(Sha256::digest(fields.to_string().as_bytes()))
}
