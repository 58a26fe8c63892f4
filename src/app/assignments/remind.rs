//! Reminding jurors of what is left: by an organiser's hand, never more than once in two days, never when
//! nothing is left.

use chrono::{DateTime, Utc};
use serde_json::json;

use super::progress::{BETWEEN_REMINDERS, JurorProgress, progress};
use crate::app::audit::{self, Event};
use crate::app::{AppError, AppResult, editions, outbox};
use crate::domain::audit::AuditActor;
use crate::domain::ids::JurorId;
use crate::domain::notice::MailKind;
use crate::domain::policy::{Actor, OrganiserAct};
use crate::store::{self, Conn};

/// Whom to remind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whom {
    /// One juror.
    One(JurorId),
    /// Everybody who will not be done in time.
    Late,
}

/// Reminds jurors of a round; how many mails were queued. Those who were reminded in the last two days, or
/// have nothing left, are left alone; of a single one that is said.
pub fn remind(
    c: &mut Conn,
    actor: &Actor,
    slug: &str,
    position: Option<i32>,
    whom: Whom,
    public_url: &str,
    now: DateTime<Utc>,
) -> AppResult<usize> {
    editions::open(c, actor, slug, OrganiserAct::Run)?;
    let progress = progress(c, actor, slug, position, "", now)?.ok_or(AppError::NotFound)?;
    if !progress.round.takes_scores(now) {
        return Err(AppError::refused("reminder-refused-closed"));
    }
    let is_meant = |line: &&JurorProgress| match whom {
        Whom::One(juror) => line.juror.id == juror,
        Whom::Late => line.is_late(&progress.round),
    };
    let meant: Vec<&JurorProgress> = progress.jurors.iter().filter(is_meant).collect();
    if let (Whom::One(_), [line]) = (whom, meant.as_slice())
        && !line.may_be_reminded(&progress.round, now)
    {
        let key = if line.remaining() == 0 { "reminder-refused-done" } else { "reminder-refused-recent" };
        return Err(AppError::refused(key));
    }
    if meant.is_empty() && whom != Whom::Late {
        return Err(AppError::NotFound);
    }
    let mut count = 0;
    for line in meant.into_iter().filter(|line| line.may_be_reminded(&progress.round, now)) {
        // Held again against the row that is written: two organisers who press at once send one mail.
        let pair = (progress.round.id, line.juror.id);
        if store::rounds::note_reminder(c, pair, now - BETWEEN_REMINDERS, now)? {
            let whom = (&progress.edition, &progress.round, &line.juror);
            outbox::tell_juror(c, whom, MailKind::JurorReminder, line.remaining(), public_url, now)?;
            count += 1;
        }
    }
    let event = Event::new("jury.reminded", "round", progress.round.id)
        .edition(progress.edition.id)
        .after(json!({ "mails": count }));
    audit::record(c, AuditActor::User(actor.user_id), event, now)?;
    Ok(count)
}
