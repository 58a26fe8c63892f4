//! Who may do what. The only place where permission rules live.
//!
//! A refusal says whether the thing may be known to exist: someone else's thing is "not found",
//! byte for byte the same as one that does not exist.

use super::ids::{EditionId, JurorId, UserId};
use super::user::OrganiserRole;

/// A person with everything that decides what they may do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    /// The account.
    pub user_id: UserId,
    /// May create editions.
    pub is_founder: bool,
    /// Roles as organiser, per edition.
    pub organises: Vec<(EditionId, OrganiserRole)>,
    /// Places on a jury, per edition (accepted invitations only).
    pub judges: Vec<(EditionId, JurorId)>,
}

/// Why something is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Denied {
    /// It must look as if the thing did not exist.
    #[error("not found")]
    Hidden,
    /// The thing may be known, but this act needs another role.
    #[error("not allowed")]
    NeedsRole,
}

/// What an organiser may want to do in an edition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OrganiserAct {
    /// Look at anything but scores and staged outcomes.
    Look,
    /// Screen entries.
    Screen,
    /// Edit the edition, its jury, its assignments.
    Run,
    /// See scores and results of a closed round; stage and announce.
    Decide,
    /// Change the team.
    ManageTeam,
}

impl Actor {
    /// The role in an edition, if any.
    pub fn role_in(&self, edition: EditionId) -> Option<OrganiserRole> {
        self.organises.iter().find(|(id, _)| *id == edition).map(|(_, role)| *role)
    }

    /// The place on an edition's jury, if any.
    pub fn juror_in(&self, edition: EditionId) -> Option<JurorId> {
        self.judges.iter().find(|(id, _)| *id == edition).map(|(_, juror)| *juror)
    }

    /// Whether this person organises anything at all.
    pub fn is_organiser(&self) -> bool {
        self.is_founder || !self.organises.is_empty()
    }

    /// Whether this person judges anything at all.
    pub fn is_juror(&self) -> bool {
        !self.judges.is_empty()
    }
}

/// May this person create an edition?
pub fn can_create_edition(actor: &Actor) -> Result<(), Denied> {
    if actor.is_founder { Ok(()) } else { Err(Denied::Hidden) }
}

/// May this person do this as an organiser of the edition? People of other editions learn nothing.
pub fn can_organise(actor: &Actor, edition: EditionId, act: OrganiserAct) -> Result<(), Denied> {
    let role = actor.role_in(edition).ok_or(Denied::Hidden)?;
    let allowed = match act {
        OrganiserAct::Look => true,
        OrganiserAct::Screen => role != OrganiserRole::Observer,
        OrganiserAct::Run | OrganiserAct::Decide => {
            matches!(role, OrganiserRole::Owner | OrganiserRole::Organiser)
        }
        OrganiserAct::ManageTeam => role == OrganiserRole::Owner,
    };
    if allowed { Ok(()) } else { Err(Denied::NeedsRole) }
}

/// May this person see and edit an entry as its applicant?
pub fn can_edit_entry(actor: &Actor, owner: UserId) -> Result<(), Denied> {
    if actor.user_id == owner { Ok(()) } else { Err(Denied::Hidden) }
}

/// May this person work on an assignment of this juror?
pub fn can_judge(actor: &Actor, edition: EditionId, juror: JurorId) -> Result<(), Denied> {
    if actor.juror_in(edition) == Some(juror) { Ok(()) } else { Err(Denied::Hidden) }
}
