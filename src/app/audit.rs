//! Writing the log: one event per state change, in its transaction.

use chrono::{DateTime, Utc};
use serde_json::Value;

use crate::domain::audit::{AuditActor, AuditEvent, GENESIS, chain_hash};
use crate::domain::ids::{AuditEventId, EditionId};
use crate::store::{self, Conn, StoreResult};

/// What happened, before it becomes a line of the log.
#[derive(Debug, Clone)]
pub struct Event {
    edition: Option<EditionId>,
    action: &'static str,
    subject_kind: &'static str,
    subject_id: String,
    before: Option<Value>,
    after: Option<Value>,
}

impl Event {
    /// `action` is `thing.past_tense`: `entry.submitted`.
    pub fn new(action: &'static str, subject_kind: &'static str, subject_id: impl ToString) -> Self {
        Self { edition: None, action, subject_kind, subject_id: subject_id.to_string(), before: None, after: None }
    }

    /// The edition it concerns.
    #[must_use]
    pub fn edition(mut self, edition: EditionId) -> Self {
        self.edition = Some(edition);
        self
    }

    /// What changed, before. Never a secret, never a password.
    #[must_use]
    pub fn before(mut self, value: Value) -> Self {
        self.before = Some(value);
        self
    }

    /// What changed, after. Never a secret, never a password.
    #[must_use]
    pub fn after(mut self, value: Value) -> Self {
        self.after = Some(value);
        self
    }
}

/// Appends an event to the log.
pub fn record(c: &mut Conn, actor: AuditActor, event: Event, now: DateTime<Utc>) -> StoreResult<()> {
    let actor_id = match actor {
        AuditActor::User(user) => Some(user),
        AuditActor::System => None,
    };
    store::audit::insert(
        c,
        AuditEvent {
            id: AuditEventId::new(),
            edition_id: event.edition,
            actor_id,
            action: event.action.to_owned(),
            subject_kind: event.subject_kind.to_owned(),
            subject_id: event.subject_id,
            before: event.before,
            after: event.after,
            at: now,
            seq: None,
            hash: None,
        },
    )
}

/// Numbers and chains the events that have no number yet, at most `limit`. Returns how many.
/// Call it under the sequencer's lock: two at once would fork the chain (a unique index forbids it).
pub fn chain(c: &mut Conn, limit: i64) -> StoreResult<usize> {
    let head = store::audit::find_head(c)?;
    let mut seq = head.as_ref().and_then(|e| e.seq).unwrap_or(0);
    let mut hash = head.and_then(|e| e.hash).unwrap_or_else(|| GENESIS.to_owned());
    let events = store::audit::list_unchained(c, limit)?;
    let count = events.len();
    for event in events {
        seq += 1;
        hash = chain_hash(&hash, seq, &event);
        store::audit::set_chained(c, event.id, seq, &hash)?;
    }
    Ok(count)
}

/// What a check of the chain found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ChainCheck {
    /// Every row is as it was written: how many, and the last hash.
    Intact {
        /// How many events.
        events: i64,
        /// The last hash.
        head: String,
    },
    /// The first row that is not.
    Broken {
        /// Its number.
        seq: i64,
        /// What is wrong.
        reason: &'static str,
    },
}

/// Recomputes the chain from the first event and names the first row that was altered, removed
/// or added.
pub fn verify(c: &mut Conn) -> StoreResult<ChainCheck> {
    let (mut seq, mut hash) = (0_i64, GENESIS.to_owned());
    loop {
        let events = store::audit::list_chained(c, seq, 500)?;
        if events.is_empty() {
            return Ok(ChainCheck::Intact { events: seq, head: hash });
        }
        for event in events {
            let found = event.seq.unwrap_or(0);
            if found != seq + 1 {
                return Ok(ChainCheck::Broken { seq: seq + 1, reason: "missing" });
            }
            seq = found;
            hash = chain_hash(&hash, seq, &event);
            if event.hash.as_deref() != Some(hash.as_str()) {
                return Ok(ChainCheck::Broken { seq, reason: "altered" });
            }
        }
    }
}
