//! Queueing mails: in the transaction that causes them, delivered after its commit.

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use crate::domain::edition::Edition;
use crate::domain::entry::Entry;
use crate::domain::ids::{EditionId, MailId};
use crate::domain::juror::Juror;
use crate::domain::language::Language;
use crate::domain::notice::{MailKind, MailStatus, OutboxMail};
use crate::domain::round::Round;
use crate::domain::text::EmailAddress;
use crate::i18n::zones;
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

impl Notice {
    /// The mail that waits to leave.
    pub(super) fn into_mail(self, edition_id: Option<EditionId>, now: DateTime<Utc>) -> OutboxMail {
        OutboxMail {
            id: MailId::new(),
            kind: self.kind,
            recipient: self.to,
            recipient_name: self.name,
            language: self.language,
            params: self.params,
            dedupe_key: self.dedupe_key,
            status: MailStatus::Waiting,
            attempts: 0,
            next_attempt_at: now,
            last_error: None,
            created_at: now,
            sent_at: None,
            edition_id,
        }
    }
}

/// How the mails of one cause stand.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Standing {
    /// To be sent.
    pub waiting: usize,
    /// Being sent at this moment.
    pub sending: usize,
    /// Taken by the mail server.
    pub sent: usize,
    /// Refused for good.
    pub failed: usize,
}

impl Standing {
    /// What can't be stopped any more.
    pub fn left(&self) -> usize {
        self.sent + self.sending
    }

    /// What can be stopped.
    pub fn unsent(&self) -> usize {
        self.waiting + self.failed
    }

    /// What is to leave by itself.
    pub fn in_queue(&self) -> usize {
        self.waiting + self.sending
    }
}

/// How the mails stand whose keys begin so.
pub fn standing(c: &mut Conn, beginning: &str) -> StoreResult<Standing> {
    let mut standing = Standing::default();
    for (status, count) in store::outbox::count_by_key(c, beginning)? {
        let count = usize::try_from(count).unwrap_or(0);
        match status {
            MailStatus::Waiting => standing.waiting += count,
            MailStatus::Sending => standing.sending += count,
            MailStatus::Sent => standing.sent += count,
            MailStatus::Failed => standing.failed += count,
        }
    }
    Ok(standing)
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

/// Queues a mail to the applicant of an entry, with a link to it; `more` is what its words need besides,
/// in the language of the reader.
pub fn tell_applicant(
    c: &mut Conn,
    (edition, entry): (&Edition, &Entry),
    (kind, dedupe_key): (MailKind, String),
    public_url: &str,
    more: impl FnOnce(Language) -> Vec<(&'static str, Value)>,
    now: DateTime<Utc>,
) -> StoreResult<bool> {
    let owner = store::users::get(c, entry.owner_id)?;
    let language = owner.language;
    let mut params = json!({
        "edition": edition.name.get(language),
        "entry": entry.title,
        "reference": entry.reference,
        "url": format!("{public_url}/{language}/entries/{}", entry.id),
    });
    for (name, value) in more(language) {
        params[name] = value;
    }
    enqueue_for(c, edition.id, Notice { kind, to: owner.email, name: owner.name, language, params, dedupe_key }, now)
}

/// Queues a mail to a juror about the entries of a round that are theirs to score, with a link to their list.
pub fn tell_juror(
    c: &mut Conn,
    (edition, round, juror): (&Edition, &Round, &Juror),
    kind: MailKind,
    count: usize,
    public_url: &str,
    now: DateTime<Utc>,
) -> StoreResult<bool> {
    let language = juror.language;
    let notice = Notice {
        kind,
        to: juror.email.clone(),
        name: juror.name.clone(),
        language,
        params: json!({
            "edition": edition.name.get(language),
            "count": count,
            "deadline": zones::instant(language, round.closes_at, edition.zone()),
            "url": format!("{public_url}/{language}/jury/{}/", edition.slug),
        }),
        dedupe_key: format!("{kind}:{}:{}:{}", round.id, juror.id, now.timestamp_micros()),
    };
    enqueue_for(c, edition.id, notice, now)
}

fn queue(c: &mut Conn, edition_id: Option<EditionId>, notice: Notice, now: DateTime<Utc>) -> StoreResult<bool> {
    store::outbox::insert(c, notice.into_mail(edition_id, now))
}
