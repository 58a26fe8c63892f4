//! What an applicant does with an entry: start it, write it, submit it, take it back.

mod history;
mod identity;
mod lists;
pub mod people;
mod remind;
mod save;
mod start;
mod submit;
mod submitted_forms;
mod view;
mod withdraw;

pub use history::{RevisionLine, bring_back, history, revision};
pub use identity::{IdentityText, identity_version, save_identity};
pub use lists::{EntryCard, NewEntryPage, list_mine, new_entry_page};
pub use remind::remind_due;
pub use save::{SavedAnswers, Typed, save_answers, save_section, section_version};
pub use start::{NewEntry, TypedEntry, check_room, read_new_entry, reserve_reference, start, start_reserved};
pub(crate) use start::{read_line, read_website, search_text};
pub use submit::{Submitted, freeze, submit, submit_due};
pub use submitted_forms::SubmittedForms;
pub use view::{EntryView, Section, problem_of, view};
pub use withdraw::{restore, withdraw};

use chrono::{DateTime, Utc};

use super::{AppError, AppResult};
use crate::domain::collaborator::CollaboratorRole;
use crate::domain::edition::Edition;
use crate::domain::entry::{Entry, EntryRefusal};
use crate::domain::ids::EntryId;
use crate::domain::policy::{self, Actor, Denied, EntryAct};
use crate::store::{self, Conn};

/// Longest name of a project or of a structure, in characters.
pub(crate) const NAME_LIMIT: usize = 120;
/// Longest name of a city, in characters.
pub(crate) const CITY_LIMIT: usize = 80;

/// What a person was invited to do with an entry; none for its owner, who needs no invitation.
fn role_of(c: &mut Conn, actor: &Actor, entry: &Entry) -> AppResult<Option<CollaboratorRole>> {
    if entry.owner_id == actor.user_id {
        return Ok(None);
    }
    Ok(store::collaborators::find_role(c, entry.id, actor.user_id)?)
}

/// The most that a person may do with an entry, as its owner or by invitation; none for anybody else.
pub(crate) fn act_of(c: &mut Conn, actor: &Actor, entry: &Entry) -> AppResult<Option<EntryAct>> {
    let role = role_of(c, actor, entry)?;
    Ok(policy::entry_act(actor, entry.owner_id, role))
}

/// The entry of an id, if the actor may do this with it.
pub(super) fn open(c: &mut Conn, actor: &Actor, id: EntryId, act: EntryAct) -> AppResult<Entry> {
    let entry = store::entries::get(c, id)?;
    let role = role_of(c, actor, &entry)?;
    match policy::can_work_on_entry(actor, entry.owner_id, role, act) {
        Ok(()) => Ok(entry),
        Err(Denied::Hidden | Denied::Competes) => Err(AppError::NotFound),
        Err(Denied::NeedsRole) => Err(AppError::refused(match act {
            EntryAct::Look | EntryAct::Edit => "entry-refused-only-reads",
            EntryAct::Submit => "entry-refused-not-yours-to-submit",
            EntryAct::Own => "entry-refused-not-yours",
        })),
    }
}

/// Refuses a change to what was not among the questions that were sent back.
pub(crate) fn check_opens(entry: &Entry, edition: &Edition, key: &str, received_at: DateTime<Utc>) -> AppResult<()> {
    if entry.opens(key, edition, received_at) {
        Ok(())
    } else {
        Err(AppError::refused("entry-refused-question-closed"))
    }
}

/// Says why an act on an entry is refused, and what to do next.
pub(crate) fn refused(refusal: EntryRefusal, edition: &Edition, entry: Option<&Entry>) -> AppError {
    let (key, at) = match refusal {
        EntryRefusal::NotOpenYet => ("entry-refused-not-open", Some(edition.opens_at)),
        EntryRefusal::DeadlinePassed if edition.is_announced() => ("entry-refused-announced", None),
        EntryRefusal::DeadlinePassed => {
            ("entry-refused-deadline", Some(entry.map_or(edition.closes_at, |entry| entry.deadline(edition))))
        }
        EntryRefusal::OnlyReads => ("entry-refused-only-reads", None),
        EntryRefusal::Withdrawn => ("entry-refused-withdrawn", None),
        EntryRefusal::NotWithdrawn => ("entry-refused-not-withdrawn", None),
        EntryRefusal::NeverSubmitted => ("entry-refused-never-submitted", None),
        EntryRefusal::Screened => ("entry-refused-screened", None),
    };
    // Digits only: a use case does not know the language of the page.
    let args = at.map(|at| ("date", digits(edition, at).into())).into_iter().collect();
    AppError::Refused { key, args }
}

fn digits(edition: &Edition, at: DateTime<Utc>) -> String {
    at.with_timezone(&edition.zone()).format("%d/%m/%Y %H:%M").to_string()
}
