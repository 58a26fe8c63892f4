//! Who organises an edition.

use chrono::{DateTime, Utc};
use serde_json::json;

use super::open;
use crate::app::audit::{self, Event};
use crate::app::problems::text_problem;
use crate::app::{AppError, AppResult};
use crate::domain::audit::AuditActor;
use crate::domain::ids::{EditionId, UserId};
use crate::domain::policy::{Actor, OrganiserAct, role_may};
use crate::domain::text::EmailAddress;
use crate::domain::user::{OrganiserRole, User};
use crate::store::{self, Conn};

/// Whether somebody else than this person may decide in the edition.
pub fn has_second(c: &mut Conn, edition: EditionId, person: UserId) -> AppResult<bool> {
    let may_decide = |user: &User, role: OrganiserRole| {
        let can_sign_in = user.disabled_at.is_none() && user.verified_at.is_some();
        user.id != person && can_sign_in && role_may(role, OrganiserAct::Decide)
    };
    for (user, role) in store::organisers::list(c, edition)? {
        if may_decide(&user, role) && !store::organisers::actor(c, user.id)?.competes.contains(&edition) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The team of an edition, first come first.
pub fn list(c: &mut Conn, edition: EditionId) -> AppResult<Vec<(User, OrganiserRole)>> {
    Ok(store::organisers::list(c, edition)?)
}

/// Gives the owner of an account a role.
pub fn add(
    c: &mut Conn,
    actor: &Actor,
    slug: &str,
    email: &str,
    role: OrganiserRole,
    now: DateTime<Utc>,
) -> AppResult<()> {
    let edition = open(c, actor, slug, OrganiserAct::ManageTeam)?.edition.id;
    let email = EmailAddress::parse(email).map_err(|error| AppError::Invalid(vec![text_problem("email", error)]))?;
    let user = store::users::find_by_email(c, &email)?
        .filter(|user| user.verified_at.is_some() && user.disabled_at.is_none())
        .ok_or_else(|| AppError::field("email", "team-problem-no-account"))?;
    if list(c, edition)?.iter().any(|(member, _)| member.id == user.id) {
        return Err(AppError::field("email", "team-problem-member"));
    }
    store::organisers::set_role(c, edition, user.id, role, now)?;
    let event = Event::new("organiser.added", "user", user.id).edition(edition).after(json!({ "role": role }));
    audit::record(c, AuditActor::User(actor.user_id), event, now)?;
    Ok(())
}

/// Changes the role of a member. An edition always has an owner.
pub fn set_role(
    c: &mut Conn,
    actor: &Actor,
    slug: &str,
    user: UserId,
    role: OrganiserRole,
    now: DateTime<Utc>,
) -> AppResult<()> {
    let edition = open(c, actor, slug, OrganiserAct::ManageTeam)?.edition.id;
    let before = member(c, edition, user)?;
    if before == role {
        return Ok(());
    }
    check_owner_stays(c, edition, before)?;
    store::organisers::set_role(c, edition, user, role, now)?;
    let event = Event::new("organiser.role_changed", "user", user)
        .edition(edition)
        .before(json!({ "role": before }))
        .after(json!({ "role": role }));
    audit::record(c, AuditActor::User(actor.user_id), event, now)?;
    Ok(())
}

/// Takes a member off the team.
pub fn remove(c: &mut Conn, actor: &Actor, slug: &str, user: UserId, now: DateTime<Utc>) -> AppResult<()> {
    let edition = open(c, actor, slug, OrganiserAct::ManageTeam)?.edition.id;
    let role = member(c, edition, user)?;
    check_owner_stays(c, edition, role)?;
    store::organisers::remove(c, edition, user)?;
    let event = Event::new("organiser.removed", "user", user).edition(edition).before(json!({ "role": role }));
    audit::record(c, AuditActor::User(actor.user_id), event, now)?;
    Ok(())
}

fn member(c: &mut Conn, edition: EditionId, user: UserId) -> AppResult<OrganiserRole> {
    list(c, edition)?.iter().find(|(m, _)| m.id == user).map(|(_, role)| *role).ok_or(AppError::NotFound)
}

fn check_owner_stays(c: &mut Conn, edition: EditionId, leaving: OrganiserRole) -> AppResult<()> {
    let owners = list(c, edition)?.iter().filter(|(_, role)| *role == OrganiserRole::Owner).count();
    if leaving == OrganiserRole::Owner && owners == 1 {
        return Err(AppError::refused("team-refused-last-owner"));
    }
    Ok(())
}
