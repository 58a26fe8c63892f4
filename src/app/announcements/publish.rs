//! The act itself.

use chrono::{DateTime, Utc};
use serde_json::json;

use crate::app::audit::{self, Event};
use crate::app::outbox::{self, Notice};
use crate::app::{AppError, AppResult, distinctions, tally};
use crate::domain::audit::AuditActor;
use crate::domain::edition::{Edition, EditionStatus};
use crate::domain::entry::{Entry, EntryStatus};
use crate::domain::ids::AnnouncementId;
use crate::domain::notice::MailKind;
use crate::domain::outcome::{Announcement, AnnouncementStatus, Outcome, OutcomeKind};
use crate::domain::round::RoundStatus;
use crate::i18n::Speaker;
use crate::judging::tally::seal::SigningKey;
use crate::store::{self, Conn, StoreError};

/// What publishing needs beside the database.
#[derive(Debug, Clone, Copy)]
pub struct Publisher<'a> {
    /// Where links in mails lead.
    pub public_url: &'a str,
    /// What signs tallies.
    pub key: &'a SigningKey,
}

/// Publishes the announcements whose instant has come. Returns how many.
///
/// One whose edition is not ready any more (scoring was taken up again, every winner has
/// withdrawn) stays scheduled: its page says so, and the others do not wait for it.
pub fn publish_due(c: &mut Conn, publisher: Publisher<'_>, now: DateTime<Utc>) -> AppResult<usize> {
    let mut done = 0;
    for announcement in store::announcements::list_due(c, now)? {
        let edition = store::editions::get(c, announcement.edition_id)?;
        match check_ready(c, &edition) {
            Ok(()) => {
                publish_now(c, &announcement, publisher, now)?;
                done += 1;
            }
            Err(AppError::Refused { .. }) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(done)
}

/// Refused before scoring is over, and while no winner is staged who can be made public.
pub(super) fn check_ready(c: &mut Conn, edition: &Edition) -> AppResult<()> {
    if edition.status != EditionStatus::Deliberation {
        return Err(AppError::refused("announce-refused-status"));
    }
    for outcome in store::outcomes::list(c, edition.id)? {
        if outcome.staged == Some(OutcomeKind::Winner) && store::entries::get(c, outcome.entry_id)?.is_judgeable() {
            return Ok(());
        }
    }
    Err(AppError::refused("announce-refused-empty"))
}

/// Publishes one announcement: outcomes, edition, mails and log in the caller's transaction.
pub fn publish_now(
    c: &mut Conn,
    announcement: &Announcement,
    publisher: Publisher<'_>,
    now: DateTime<Utc>,
) -> AppResult<()> {
    let published =
        Announcement { status: AnnouncementStatus::Published, published_at: Some(now), ..announcement.clone() };
    match store::announcements::update(c, AnnouncementStatus::Scheduled, published) {
        // A second click or a second node: it is done.
        Err(StoreError::Stale) => return Err(AppError::Stale),
        done => done?,
    }
    let mut edition = store::editions::get(c, announcement.edition_id)?;
    // What becomes public is the count as it stands: an entry may have withdrawn since the closing.
    for round in store::rounds::list(c, edition.id)? {
        if round.status != RoundStatus::Closed {
            continue;
        }
        let results = tally::count(c, &edition, &round)?.results;
        if tally::has_changed(c, &round, &results)? {
            tally::seal(c, announcement.created_by, &edition, &round, publisher.key, now)?;
        }
    }
    edition.status = EditionStatus::Announced;
    edition.announced_at = Some(now);
    store::editions::update(c, edition.clone())?;
    leave_out_the_gone(c, &edition, announcement, now)?;
    // The hash chain reaches up to this act before the act is written.
    audit::chain(c, i64::MAX)?;
    let published = store::outcomes::publish_staged(c, edition.id, announcement.id)?;
    distinctions::issue(c, &edition, publisher.key, now)?;
    let mails = tell_everybody(c, &edition, announcement, publisher.public_url, now)?;
    let event = Event::new("announcement.published", "announcement", announcement.id)
        .edition(edition.id)
        .after(json!({ "outcomes": published, "mails": mails }));
    audit::record(c, AuditActor::User(announcement.created_by), event, now)?;
    Ok(())
}

/// An entry that withdrew, or was found ineligible, after it was chosen does not become public.
fn leave_out_the_gone(
    c: &mut Conn,
    edition: &Edition,
    announcement: &Announcement,
    now: DateTime<Utc>,
) -> AppResult<()> {
    for outcome in store::outcomes::list(c, edition.id)? {
        if store::entries::get(c, outcome.entry_id)?.is_judgeable() {
            continue;
        }
        store::outcomes::delete_unpublished(c, outcome.id)?;
        let event = Event::new("outcome.left_out", "entry", outcome.entry_id)
            .edition(edition.id)
            .before(json!({ "staged": outcome.staged }));
        audit::record(c, AuditActor::User(announcement.created_by), event, now)?;
    }
    Ok(())
}

/// How the keys of an announcement's mails begin.
pub(super) fn mails_of(announcement: AnnouncementId) -> String {
    format!("outcome:{announcement}:")
}

/// One mail per submitted entry, to its applicant, in their language.
fn tell_everybody(
    c: &mut Conn,
    edition: &Edition,
    announcement: &Announcement,
    public_url: &str,
    now: DateTime<Utc>,
) -> AppResult<usize> {
    let outcomes = store::outcomes::list_published(c, edition.id)?;
    let filter = store::entries::EntryFilter { status: Some(EntryStatus::Submitted), ..Default::default() };
    let (entries, _) = store::entries::list(c, edition.id, &filter, 0, i64::MAX)?;
    for entry in &entries {
        let mine =
            outcomes.iter().filter(|o| o.entry_id == entry.id).max_by_key(|o| o.published == Some(OutcomeKind::Winner));
        let mut notice = notice(c, edition, entry, mine, public_url)?;
        // One mail an entry and an announcement: after one that was taken back, the next is told anew.
        notice.dedupe_key = format!("{}{}", mails_of(announcement.id), entry.id);
        outbox::enqueue_for(c, edition.id, notice, now)?;
    }
    Ok(entries.len())
}

fn notice(
    c: &mut Conn,
    edition: &Edition,
    entry: &Entry,
    outcome: Option<&Outcome>,
    public_url: &str,
) -> AppResult<Notice> {
    let owner = store::users::get(c, entry.owner_id)?;
    let l = Speaker(owner.language);
    let base = format!("{public_url}/{}/editions/{}/winners", owner.language, edition.slug);
    let common = json!({
        "edition": edition.name.get(owner.language),
        "entry": entry.title,
        "reference": entry.reference,
    });
    let (kind, params) = if let Some(outcome) = outcome {
        let prizes = store::categories::list_prizes(c, edition.id)?;
        let prize = prizes.iter().find(|p| p.id == outcome.prize_id);
        let words = match outcome.published {
            Some(OutcomeKind::Winner) => l.t("outcome-winner"),
            _ => l.t("outcome-finalist"),
        };
        let mut params = common;
        params["url"] = json!(format!("{base}/{}", outcome.slug));
        params["outcome"] = json!(words);
        params["prize"] = json!(prize.map(|p| format!("{words}, {}", p.name.get(owner.language))).unwrap_or_default());
        (MailKind::OutcomeWinner, params)
    } else {
        let mut params = common;
        params["url"] = json!(base);
        (MailKind::OutcomeOther, params)
    };
    Ok(Notice { kind, to: owner.email, name: owner.name, language: owner.language, params, dedupe_key: String::new() })
}
