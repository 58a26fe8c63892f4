//! Inviting jurors; accepting, declining, declaring ties.

mod answer;
mod conflicts;
mod earlier;
mod invite;
mod people;
mod preferences;
mod several;
pub mod suspicions;

use chrono::{DateTime, Utc};

pub use answer::{Invited, Opened, accept, accept_as, accept_with_account, decline, open};
pub use conflicts::{
    Declaration, Tie, TieChoice, add_conflict, declaration, declare_conflicts, remove_conflict, step_back,
};
pub use earlier::{EarlierJuror, invite_again, list_earlier};
pub use invite::{Invitation, invite, resend, revoke};
pub use people::{JurorFilter, JurorLine, JurorPage, JuryPage, juror, list};
pub use preferences::{PreferencesPage, preferences, set_preferences};
pub use several::{InviteLine, invite_several, read_invitations};

use super::{AppError, AppResult};
use crate::domain::edition::Edition;
use crate::domain::ids::JurorId;
use crate::domain::juror::Juror;
use crate::domain::policy::{self, Actor, OrganiserAct};
use crate::store::{self, Conn};

/// The edition of a slug, for somebody who organises it.
pub fn organised(c: &mut Conn, actor: &Actor, slug: &str, act: OrganiserAct) -> AppResult<Edition> {
    let edition = store::editions::find_by_slug(c, slug)?.ok_or(AppError::NotFound)?;
    policy::can_organise(actor, edition.id, act)?;
    Ok(edition)
}

/// The edition of a slug and the actor's place on its jury.
pub fn judged(c: &mut Conn, actor: &Actor, slug: &str) -> AppResult<(Edition, Juror)> {
    let edition = store::editions::find_by_slug(c, slug)?.ok_or(AppError::NotFound)?;
    let juror = actor.juror_in(edition.id).ok_or(AppError::NotFound)?;
    Ok((edition, store::jurors::get(c, juror)?))
}

/// A juror of an edition, for somebody who organises it.
fn juror_of(c: &mut Conn, actor: &Actor, id: JurorId, act: OrganiserAct) -> AppResult<(Edition, Juror)> {
    let juror = store::jurors::get(c, id)?;
    policy::can_organise(actor, juror.edition_id, act)?;
    Ok((store::editions::get(c, juror.edition_id)?, juror))
}

/// The instant by which an edition's jurors are to have scored: the last round's end, or the day
/// of the results while there is no round yet.
fn deadline(c: &mut Conn, edition: &Edition) -> AppResult<DateTime<Utc>> {
    let rounds = store::rounds::list(c, edition.id)?;
    Ok(rounds.last().map_or(edition.results_on, |round| round.closes_at))
}
