//! Queueing mails: in the transaction that causes them, delivered after its commit.

use chrono::{DateTime, Utc};
use serde_json::Value;

use crate::domain::ids::{EditionId, MailId};
use crate::domain::language::Language;
use crate::domain::notice::{MailKind, MailStatus, OutboxMail};
use crate::domain::text::EmailAddress;
use crate::store::{self, Conn, StoreResult};

/// A mail to queue.
#[derive(Debug, Clone)]
pub struct Notice {
    /// Why it is sent.
    pub kind: MailKind,
    /// To whom.
    pub to: EmailAddress,
    /// The name of the recipient.
    pub name: String,
    /// In which language.
    pub language: Language,
    /// What its templates need.
    pub params: Value,
    /// Never two mails with the same key: `receipt:<snapshot>`.
    pub dedupe_key: String,
}

/// Queues a mail about an account; false when one with the same key was queued before.
pub fn enqueue(c: &mut Conn, notice: Notice, now: DateTime<Utc>) -> StoreResult<bool> {
    queue(c, None, notice, now)
}

/// Queues a mail about an edition, which its organisers see in their list; false when one with
/// the same key was queued before.
pub fn enqueue_for(c: &mut Conn, edition: EditionId, notice: Notice, now: DateTime<Utc>) -> StoreResult<bool> {
    queue(c, Some(edition), notice, now)
}

fn queue(c: &mut Conn, edition_id: Option<EditionId>, notice: Notice, now: DateTime<Utc>) -> StoreResult<bool> {
    store::outbox::insert(
        c,
        OutboxMail {
            id: MailId::new(),
            kind: notice.kind,
            recipient: notice.to,
            recipient_name: notice.name,
            language: notice.language,
            params: notice.params,
            dedupe_key: notice.dedupe_key,
            status: MailStatus::Waiting,
            attempts: 0,
            next_attempt_at: now,
            last_error: None,
            created_at: now,
            sent_at: None,
            edition_id,
        },
    )
}
