//! Delivering the queue: one mail after the other, each claimed before it is sent, tried again
//! with growing pauses while the server says "later".

use chrono::{DateTime, TimeDelta, Utc};
use lettre::message::Mailbox;

use super::MailError;
use super::render::render;
use super::transport::Transport;
use crate::app::{AppError, AppResult};
use crate::clock::Clock;
use crate::config::Settings;
use crate::domain::notice::OutboxMail;
use crate::store::{self, Db};

/// After how many tries a mail is given up: about two days of pauses.
const MAX_ATTEMPTS: i32 = 12;

/// Delivers the queue.
#[derive(Clone)]
pub struct Mailer {
    transport: Transport,
    from: Mailbox,
    host: String,
    /// The first pause before another try.
    retry: TimeDelta,
    /// How long a worker may hold a mail before another takes it for left behind.
    hold: TimeDelta,
}

impl std::fmt::Debug for Mailer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Mailer").field("from", &self.from).finish_non_exhaustive()
    }
}

impl Mailer {
    /// As the settings say.
    pub fn new(settings: &Settings) -> Result<Self, MailError> {
        let from: Mailbox = settings.mail.from.parse().map_err(|e| MailError::Settings(format!("mail.from: {e}")))?;
        let host = from.email.domain().to_owned();
        let seconds = |seconds: u32| TimeDelta::seconds(i64::from(seconds));
        let (retry, hold) = (seconds(settings.mail.retry_seconds), seconds(settings.mail.hold_seconds));
        Ok(Self { transport: Transport::new(&settings.mail)?, from, host, retry, hold })
    }

    /// Delivers every mail that is due. Returns how many left.
    pub async fn deliver_due(&self, db: &Db, clock: &Clock) -> AppResult<usize> {
        let mut sent = 0;
        loop {
            let now = clock.now();
            let nothing = db.read(move |c| Ok::<_, AppError>(!store::outbox::has_due(c, now)?)).await?;
            if nothing {
                return Ok(sent);
            }
            let until = now + self.hold;
            let claimed = db.write(move |c| Ok::<_, AppError>(store::outbox::claim(c, now, until)?)).await?;
            let Some(mail) = claimed else { return Ok(sent) };
            sent += usize::from(self.deliver(db, clock, mail).await?);
        }
    }

    async fn deliver(&self, db: &Db, clock: &Clock, mail: OutboxMail) -> AppResult<bool> {
        let (edition, kind) = (mail.edition_id, mail.kind);
        let own = db
            .read(move |c| match edition {
                Some(edition) => Ok::<_, AppError>(store::mail_texts::find(c, edition, kind)?),
                None => Ok(None),
            })
            .await?;
        let result = match render(&mail, own.as_ref()) {
            Ok(rendered) => self.transport.send(&self.from, &self.host, &mail, &rendered).await,
            Err(error) => Err(error),
        };
        let now = clock.now();
        let id = mail.id;
        match result {
            Ok(()) => {
                tracing::info!(mail = %id, kind = %mail.kind, "mail sent");
                let kept = without_secret(mail);
                db.write(move |c| {
                    if let Some(params) = kept.clone() {
                        store::outbox::set_params(c, id, params)?;
                    }
                    Ok::<_, AppError>(store::outbox::mark_sent(c, id, now)?)
                })
                .await?;
                Ok(true)
            }
            Err(error) => {
                let retry_at = next_try(&error, mail.attempts, self.retry, now);
                tracing::warn!(mail = %id, kind = %mail.kind, %error, ?retry_at, "mail did not leave");
                let said = error.to_string();
                db.write(move |c| Ok::<_, AppError>(store::outbox::mark_undelivered(c, id, &said, retry_at)?)).await?;
                Ok(false)
            }
        }
    }
}

/// What may be kept of a mail whose link is a secret: a copy of the database, or a page that lists
/// mails, must not open somebody's account.
fn without_secret(mail: OutboxMail) -> Option<serde_json::Value> {
    if !mail.kind.has_secret_link() {
        return None;
    }
    let mut params = mail.params;
    params.as_object_mut()?.remove("url");
    Some(params)
}

/// When to try again: after the first pause, then twice that, four times that, at most a day; never where it
/// would not help.
fn next_try(error: &MailError, attempts: i32, first: TimeDelta, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    if !matches!(error, MailError::Later(_)) || attempts >= MAX_ATTEMPTS {
        return None;
    }
    let times = 1_i32 << attempts.clamp(1, 11).saturating_sub(1);
    Some(now + (first * times).min(TimeDelta::days(1)))
}
