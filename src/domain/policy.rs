//! Who may do what. The only place where permission rules live.
//!
//! A refusal says whether the thing may be known to exist: someone else's thing is "not found",
//! byte for byte the same as one that does not exist.

use super::collaborator::CollaboratorRole;
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
    /// The editions that this person organises and competes in as well.
    pub competes: Vec<EditionId>,
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
    /// Whoever competes in an edition does not organise it: they would see who judges them, and how.
    #[error("competes in the same edition")]
    Competes,
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

/// May this person do this as an organiser of the edition? People of other editions learn nothing, and whoever
/// has an entry in its race steps out.
pub fn can_organise(actor: &Actor, edition: EditionId, act: OrganiserAct) -> Result<(), Denied> {
    let role = actor.role_in(edition).ok_or(Denied::Hidden)?;
    if actor.competes.contains(&edition) {
        return Err(Denied::Competes);
    }
    if role_may(role, act) { Ok(()) } else { Err(Denied::NeedsRole) }
}

/// Whether a role is enough for an act.
pub fn role_may(role: OrganiserRole, act: OrganiserAct) -> bool {
    match act {
        OrganiserAct::Look => true,
        OrganiserAct::Screen => role != OrganiserRole::Observer,
        OrganiserAct::Run | OrganiserAct::Decide => {
            matches!(role, OrganiserRole::Owner | OrganiserRole::Organiser)
        }
        OrganiserAct::ManageTeam => role == OrganiserRole::Owner,
    }
}

/// What somebody may want to do with an entry on its applicant's side. Who may do one may do those
/// before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum EntryAct {
    /// Read the draft, its history, its receipts and, later, its feedback.
    Look,
    /// Write it.
    Edit,
    /// Submit it.
    Submit,
    /// Withdraw it, put it in again, say who works on it.
    Own,
}

/// The most that this person may do with an entry: its owner everything, somebody who has joined it what
/// the invitation says, anybody else nothing.
pub fn entry_act(actor: &Actor, owner: UserId, role: Option<CollaboratorRole>) -> Option<EntryAct> {
    if actor.user_id == owner {
        return Some(EntryAct::Own);
    }
    role.map(|role| match role {
        CollaboratorRole::View => EntryAct::Look,
        CollaboratorRole::Edit => EntryAct::Edit,
        CollaboratorRole::Submit => EntryAct::Submit,
    })
}

/// May this person do this with an entry, as its applicant or as somebody invited to it?
pub fn can_work_on_entry(
    actor: &Actor,
    owner: UserId,
    role: Option<CollaboratorRole>,
    act: EntryAct,
) -> Result<(), Denied> {
    match entry_act(actor, owner, role) {
        None => Err(Denied::Hidden),
        Some(most) if most >= act => Ok(()),
        Some(_) => Err(Denied::NeedsRole),
    }
}

/// May this person change the profile of a startup?
pub fn can_keep_organisation(actor: &Actor, owner: UserId) -> Result<(), Denied> {
    if actor.user_id == owner { Ok(()) } else { Err(Denied::Hidden) }
}

/// May this person see the logo of a startup that enters these editions?
pub fn can_see_logo(actor: &Actor, owner: UserId, editions: &[EditionId]) -> Result<(), Denied> {
    let organises = editions.iter().any(|edition| can_organise(actor, *edition, OrganiserAct::Look).is_ok());
    if actor.user_id == owner || organises { Ok(()) } else { Err(Denied::Hidden) }
}

/// May this person work on an assignment of this juror?
pub fn can_judge(actor: &Actor, edition: EditionId, juror: JurorId) -> Result<(), Denied> {
    if actor.juror_in(edition) == Some(juror) { Ok(()) } else { Err(Denied::Hidden) }
}

/// What decides who may read an attached file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FileFacts {
    /// The asking person is the applicant, or works on the entry with them.
    pub is_applicant: bool,
    /// The edition of the entry.
    pub edition: EditionId,
    /// The file stands in the last submitted snapshot.
    pub is_submitted: bool,
    /// The entry is in the race: submitted, or sent back for completion.
    pub is_in_race: bool,
    /// The question is one that jurors never see.
    pub is_hidden_from_jurors: bool,
    /// The asking juror has an assignment to the entry that is on their list.
    pub is_assigned: bool,
    /// The asking juror has a known tie with the organisation.
    pub has_conflict: bool,
}

/// May this person read the file? Its applicant, and who works with them, always; organisers of the edition and jurors to
/// whom the entry is assigned only what was submitted. Anybody else learns nothing.
pub fn can_read_file(actor: &Actor, facts: &FileFacts) -> Result<(), Denied> {
    let is_organiser = facts.is_submitted && can_organise(actor, facts.edition, OrganiserAct::Look).is_ok();
    let is_juror = facts.is_submitted
        && facts.is_in_race
        && !facts.is_hidden_from_jurors
        && facts.is_assigned
        && !facts.has_conflict
        && actor.juror_in(facts.edition).is_some();
    if facts.is_applicant || is_organiser || is_juror { Ok(()) } else { Err(Denied::Hidden) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts(edition: EditionId) -> FileFacts {
        FileFacts {
            is_applicant: false,
            edition,
            is_submitted: true,
            is_in_race: true,
            is_hidden_from_jurors: false,
            is_assigned: true,
            has_conflict: false,
        }
    }

    fn person() -> Actor {
        Actor {
            user_id: UserId::new(),
            is_founder: false,
            organises: Vec::new(),
            judges: Vec::new(),
            competes: Vec::new(),
        }
    }

    #[test]
    fn an_applicant_reads_their_own_file_even_before_submitting() {
        let actor = person();
        let of_draft = FileFacts { is_submitted: false, is_applicant: true, ..facts(EditionId::new()) };
        assert_eq!(can_read_file(&actor, &of_draft), Ok(()));
        assert_eq!(can_read_file(&actor, &FileFacts { is_applicant: false, ..of_draft }), Err(Denied::Hidden));
    }

    #[test]
    fn who_is_invited_to_an_entry_may_do_what_the_invitation_says() {
        let (actor, owner) = (person(), UserId::new());
        let acts = [EntryAct::Look, EntryAct::Edit, EntryAct::Submit, EntryAct::Own];
        let allowed = |role| acts.map(|act| can_work_on_entry(&actor, owner, role, act).is_ok());
        assert_eq!(allowed(None), [false; 4]);
        assert_eq!(can_work_on_entry(&actor, owner, None, EntryAct::Look), Err(Denied::Hidden));
        assert_eq!(allowed(Some(CollaboratorRole::View)), [true, false, false, false]);
        assert_eq!(allowed(Some(CollaboratorRole::Edit)), [true, true, false, false]);
        assert_eq!(allowed(Some(CollaboratorRole::Submit)), [true, true, true, false]);
        assert_eq!(can_work_on_entry(&actor, actor.user_id, None, EntryAct::Own), Ok(()));
    }

    #[test]
    fn organisers_read_what_was_submitted_to_their_edition_only() {
        let edition = EditionId::new();
        let actor = Actor { organises: vec![(edition, OrganiserRole::Observer)], ..person() };
        let submitted = facts(edition);
        assert_eq!(can_read_file(&actor, &submitted), Ok(()));
        assert_eq!(can_read_file(&actor, &FileFacts { is_submitted: false, ..submitted }), Err(Denied::Hidden));
        assert_eq!(can_read_file(&actor, &FileFacts { edition: EditionId::new(), ..submitted }), Err(Denied::Hidden));
    }

    #[test]
    fn whoever_competes_in_an_edition_does_not_organise_it() {
        let (edition, other) = (EditionId::new(), EditionId::new());
        let organises = vec![(edition, OrganiserRole::Owner), (other, OrganiserRole::Owner)];
        let actor = Actor { organises, competes: vec![edition], ..person() };
        assert_eq!(can_organise(&actor, edition, OrganiserAct::Look), Err(Denied::Competes));
        assert_eq!(can_read_file(&actor, &facts(edition)), Err(Denied::Hidden));
        assert_eq!(can_organise(&actor, other, OrganiserAct::Decide), Ok(()));
    }

    #[test]
    fn a_juror_reads_the_files_of_assigned_entries_without_a_tie() {
        let edition = EditionId::new();
        let actor = Actor { judges: vec![(edition, JurorId::new())], ..person() };
        let assigned = facts(edition);
        assert_eq!(can_read_file(&actor, &assigned), Ok(()));
        for refused in [
            FileFacts { is_assigned: false, ..assigned },
            FileFacts { has_conflict: true, ..assigned },
            FileFacts { is_submitted: false, ..assigned },
            FileFacts { is_in_race: false, ..assigned },
            FileFacts { is_hidden_from_jurors: true, ..assigned },
        ] {
            assert_eq!(can_read_file(&actor, &refused), Err(Denied::Hidden), "{refused:?}");
        }
    }
}
