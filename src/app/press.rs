//! The press kit: what becomes public, for newsrooms that keep the embargo, behind links of their own.

use chrono::{DateTime, Utc};
use serde_json::json;

use super::audit::{self, Event};
use super::public::{self, Laureate};
use super::{AppError, AppResult, editions, problems};
use crate::domain::audit::AuditActor;
use crate::domain::edition::Edition;
use crate::domain::ids::PressLinkId;
use crate::domain::outcome::AnnouncementStatus;
use crate::domain::policy::{Actor, OrganiserAct};
use crate::domain::press::{MAX_LINKS, PressLink};
use crate::security::secret;
use crate::store::{self, Conn};

/// Longest name of a newsroom, in characters.
const NAME_LIMIT: usize = 120;

/// What a newsroom reads.
#[derive(Debug, Clone)]
pub struct PressKit {
    /// The edition.
    pub edition: Edition,
    /// The laureates, as they are or will be public.
    pub laureates: Vec<Laureate>,
    /// Until when nothing of it may be published; none once it is public.
    pub embargo_at: Option<DateTime<Utc>>,
    /// Whom the link was given to.
    pub given_to: String,
}

/// The instant of the embargo: of an announcement that is ordered and confirmed, and not public yet.
fn embargo(c: &mut Conn, edition: &Edition) -> AppResult<Option<DateTime<Utc>>> {
    let live = store::announcements::find_live(c, edition.id)?;
    let scheduled = live.filter(|live| live.status == AnnouncementStatus::Scheduled);
    Ok(scheduled.map(|live| live.embargo_at))
}

/// The links of an edition, for those who decide, and the embargo under which they may be made.
pub fn links(c: &mut Conn, actor: &Actor, slug: &str) -> AppResult<(Edition, Vec<PressLink>, Option<DateTime<Utc>>)> {
    let edition = editions::open(c, actor, slug, OrganiserAct::Decide)?.edition;
    let (links, embargo) = (store::press::list(c, edition.id)?, embargo(c, &edition)?);
    Ok((edition, links, embargo))
}

/// Makes a link for a newsroom; its secret, which is shown once. Only under an embargo, or once all is public: before
/// the announcement is ordered the choice may still change.
pub fn give(c: &mut Conn, actor: &Actor, slug: &str, given_to: &str, now: DateTime<Utc>) -> AppResult<String> {
    let (edition, links, embargo) = links(c, actor, slug)?;
    if embargo.is_none() && !edition.is_announced() {
        return Err(AppError::refused("press-refused-early"));
    }
    if links.iter().filter(|link| link.revoked_at.is_none()).count() >= MAX_LINKS {
        return Err(AppError::refused("press-refused-many"));
    }
    let given_to = problems::line("given_to", given_to, NAME_LIMIT)?;
    let secret = secret::random();
    let link = PressLink {
        id: PressLinkId::new(),
        edition_id: edition.id,
        hash: secret::hash(&secret),
        given_to: given_to.clone(),
        created_by: actor.user_id,
        created_at: now,
        revoked_at: None,
    };
    let id = link.id;
    store::press::insert(c, link)?;
    let event =
        Event::new("press.link_given", "press_link", id).edition(edition.id).after(json!({ "given_to": given_to }));
    audit::record(c, AuditActor::User(actor.user_id), event, now)?;
    Ok(secret)
}

/// Ends a link.
pub fn revoke(c: &mut Conn, actor: &Actor, slug: &str, id: PressLinkId, now: DateTime<Utc>) -> AppResult<()> {
    let edition = editions::open(c, actor, slug, OrganiserAct::Decide)?.edition;
    if !store::press::revoke(c, edition.id, id, now)? {
        return Err(AppError::NotFound);
    }
    let event = Event::new("press.link_revoked", "press_link", id).edition(edition.id);
    audit::record(c, AuditActor::User(actor.user_id), event, now)?;
    Ok(())
}

/// What the holder of a link reads. A link of an announcement that was called off or taken back leads nowhere until
/// another is ordered.
pub fn kit(c: &mut Conn, secret: &str) -> AppResult<PressKit> {
    let link = store::press::find_live(c, &secret::hash(secret))?.ok_or(AppError::NotFound)?;
    let edition = store::editions::get(c, link.edition_id)?;
    let given_to = link.given_to;
    if edition.is_announced() {
        let (edition, laureates) = public::winners(c, &edition.slug)?;
        return Ok(PressKit { edition, laureates, embargo_at: None, given_to });
    }
    let embargo_at = Some(embargo(c, &edition)?.ok_or(AppError::NotFound)?);
    let laureates = public::staged(c, &edition)?;
    Ok(PressKit { edition, laureates, embargo_at, given_to })
}
