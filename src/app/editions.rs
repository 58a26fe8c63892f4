//! Setting an edition up and moving it through its year.

pub mod categories;
pub mod copy;
pub mod criteria;
pub mod eligibility;
pub mod form;
pub mod home;
pub mod late_codes;
pub mod mails;
pub mod settings;
pub mod setup;
pub mod team;
pub mod test_drive;
pub(super) mod texts;

use chrono::{DateTime, Utc};
use serde_json::json;

use super::audit::{self, Event};
use super::{AppError, AppResult, FieldProblem, presets};
use crate::domain::audit::AuditActor;
use crate::domain::edition::{Edition, EditionStatus, Feedback};
use crate::domain::entry::EntryStatus;
use crate::domain::ids::{EditionId, RoundId};
use crate::domain::language::Localised;
use crate::domain::policy::{self, Actor, OrganiserAct};
use crate::domain::round::{RankingMethod, Round, RoundStatus};
use crate::domain::user::OrganiserRole;
use crate::store::{self, Conn, StoreError};

/// What an edition begins with; everything else comes from the preset.
#[derive(Debug, Clone)]
pub struct NewEdition {
    /// Its word in URLs.
    pub slug: String,
    /// The year, in entry references.
    pub year: i32,
    /// Its name.
    pub name: Localised,
    /// IANA name of its zone.
    pub time_zone: String,
    /// Whom to write to.
    pub contact_email: String,
    /// First instant at which entries are taken.
    pub opens_at: DateTime<Utc>,
    /// Last instant at which entries are taken.
    pub closes_at: DateTime<Utc>,
    /// First instant of scoring.
    pub judging_opens_at: DateTime<Utc>,
    /// Last instant of scoring.
    pub judging_closes_at: DateTime<Utc>,
    /// The announced day of the results.
    pub results_on: DateTime<Utc>,
}

impl NewEdition {
    fn problems(&self) -> Vec<FieldProblem> {
        let mut problems = Vec::new();
        let is_word = (1..=40).contains(&self.slug.len())
            && self.slug.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
            // Words that are pages of their own.
            && !matches!(self.slug.as_str(), "new" | "site" | "editions" | "invitation");
        if !is_word {
            problems.push(FieldProblem::new("slug", "edition-problem-slug"));
        }
        if !(2000..=2200).contains(&self.year) {
            problems.push(FieldProblem::new("year", "edition-problem-year"));
        }
        if self.name.is_empty() {
            problems.push(FieldProblem::new("name_fr", "edition-problem-name"));
        }
        if self.time_zone.parse::<chrono_tz::Tz>().is_err() {
            problems.push(FieldProblem::new("time_zone", "edition-problem-zone"));
        }
        if self.closes_at <= self.opens_at {
            problems.push(FieldProblem::new("closes_at", "edition-problem-closes"));
        }
        if self.judging_opens_at < self.closes_at {
            problems.push(FieldProblem::new("judging_opens_at", "edition-problem-judging-opens"));
        }
        if self.judging_closes_at <= self.judging_opens_at {
            problems.push(FieldProblem::new("judging_closes_at", "edition-problem-judging-closes"));
        }
        if self.results_on < self.judging_closes_at {
            problems.push(FieldProblem::new("results_on", "edition-problem-results"));
        }
        problems
    }
}

/// Creates an edition from the preset. Its creator becomes its owner.
pub fn create(c: &mut Conn, actor: &Actor, new: NewEdition, now: DateTime<Utc>) -> AppResult<Edition> {
    create_from(c, actor, new, None, now)
}

/// Creates an edition from an earlier one that its creator organises, or from the preset.
pub fn create_from(
    c: &mut Conn,
    actor: &Actor,
    new: NewEdition,
    from: Option<&str>,
    now: DateTime<Utc>,
) -> AppResult<Edition> {
    policy::can_create_edition(actor)?;
    let problems = new.problems();
    if !problems.is_empty() {
        return Err(AppError::Invalid(problems));
    }
    let from = match from {
        Some(slug) => Some(open(c, actor, slug, OrganiserAct::Run)?.edition),
        None => None,
    };
    let preset = presets::award()?;
    let edition = Edition {
        id: EditionId::new(),
        slug: new.slug.clone(),
        year: new.year,
        name: new.name.clone(),
        tagline: preset.tagline.clone(),
        lede: preset.lede.clone(),
        rules: preset.rules.clone(),
        charter: preset.charter.clone(),
        faq: preset.faq.clone(),
        eligibility: preset.eligibility.clone(),
        auto_submit: false,
        max_entries: None,
        max_per_category: None,
        feedback: Feedback::None,
        contact_email: new.contact_email.clone(),
        time_zone: new.time_zone.clone(),
        status: EditionStatus::Draft,
        is_current: false,
        opens_at: new.opens_at,
        closes_at: new.closes_at,
        grace_seconds: 0,
        results_on: new.results_on,
        announced_at: None,
        version: 0,
        created_at: now,
    };
    let edition = match &from {
        Some(from) => copy::texts(edition, from),
        None => edition,
    };
    match store::editions::insert(c, edition.clone()) {
        Err(StoreError::Taken(_)) => return Err(AppError::field("slug", "edition-problem-slug-taken")),
        done => done?,
    }
    store::organisers::set_role(c, edition.id, actor.user_id, OrganiserRole::Owner, now)?;
    match &from {
        Some(from) => copy::fill(c, &edition, from, &new)?,
        None => fill(c, &edition, &preset, &new)?,
    }
    let event = Event::new("edition.created", "edition", edition.id)
        .edition(edition.id)
        .after(json!({ "slug": edition.slug, "copy_of": from.map(|from| from.slug) }));
    audit::record(c, AuditActor::User(actor.user_id), event, now)?;
    Ok(store::editions::get(c, edition.id)?)
}

/// Fills a new edition with what the preset holds.
fn fill(c: &mut Conn, edition: &Edition, preset: &presets::Preset, new: &NewEdition) -> AppResult<()> {
    for (category, prize) in preset.categories(edition.id) {
        store::categories::insert(c, category)?;
        store::categories::insert_prize(c, prize)?;
    }
    store::entry_forms::insert(c, preset.form(edition.id))?;
    let round = Round {
        id: RoundId::new(),
        edition_id: edition.id,
        position: 1,
        name: preset.round.clone(),
        status: RoundStatus::Draft,
        opens_at: new.judging_opens_at,
        closes_at: new.judging_closes_at,
        closed_at: None,
        jurors_per_entry: 3,
        scale_min: 1,
        scale_max: 5,
        method: RankingMethod::WeightedMean,
        version: 0,
        tie_breaks: Vec::new(),
        winners: 3,
        hides_identity: false,
        shows_scores: false,
        shows_comments: false,
    };
    store::rounds::insert(c, round.clone())?;
    for criterion in preset.criteria(round.id) {
        store::rounds::insert_criterion(c, criterion)?;
    }
    Ok(())
}

/// What waits on the desk of an edition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Waiting {
    /// How many submitted entries nobody has screened yet.
    pub to_screen: i64,
    /// How many of its mails failed.
    pub failed_mails: i64,
}

impl Waiting {
    /// The edition opened for an act: people of other editions find nothing.
    pub fn open(self, edition: Edition, actor: &Actor, act: OrganiserAct) -> AppResult<Opened> {
        policy::can_organise(actor, edition.id, act)?;
        let role = actor.role_in(edition.id).ok_or(AppError::NotFound)?;
        let Self { to_screen, failed_mails } = self;
        Ok(Opened { edition, role, to_screen, failed_mails })
    }
}

/// What waits on the desk of an edition.
pub fn waiting(c: &mut Conn, edition: EditionId) -> AppResult<Waiting> {
    let (to_screen, failed_mails) = store::parts::count_waiting(c, edition)?;
    Ok(Waiting { to_screen, failed_mails })
}

/// An edition as its organisers enter it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    /// The edition.
    pub edition: Edition,
    /// What the person is in it.
    pub role: OrganiserRole,
    /// How many submitted entries nobody has screened yet.
    pub to_screen: i64,
    /// How many of its mails failed.
    pub failed_mails: i64,
}

/// Opens an edition for an act: people of other editions find nothing.
pub fn open(c: &mut Conn, actor: &Actor, slug: &str, act: OrganiserAct) -> AppResult<Opened> {
    let edition = store::editions::find_by_slug(c, slug)?.ok_or(AppError::NotFound)?;
    policy::can_organise(actor, edition.id, act)?;
    waiting(c, edition.id)?.open(edition, actor, act)
}

/// The edition of a slug, opened to be changed: an archived one stays as it is.
fn open_to_change(c: &mut Conn, actor: &Actor, slug: &str) -> AppResult<Edition> {
    let edition = open(c, actor, slug, OrganiserAct::Run)?.edition;
    if edition.status == EditionStatus::Archived {
        return Err(AppError::refused("edition-refused-archived"));
    }
    Ok(edition)
}

/// The editions that a person organises, newest first, with the number of submitted entries.
pub fn list_mine(c: &mut Conn, actor: &Actor) -> AppResult<Vec<(Edition, OrganiserRole, i64)>> {
    let mut mine = Vec::new();
    for edition in store::editions::list(c)? {
        if let Some(role) = actor.role_in(edition.id) {
            let states = store::entries::count_by_state(c, edition.id)?;
            let is_in_race = |status| matches!(status, EntryStatus::Submitted | EntryStatus::Returned);
            let entries = states.iter().filter(|(s, _, _)| is_in_race(*s)).map(|(_, _, n)| n).sum();
            mine.push((edition, role, entries));
        }
    }
    Ok(mine)
}

/// Moves an edition to another status, where its lifecycle allows it.
pub fn set_status(
    c: &mut Conn,
    actor: &Actor,
    id: EditionId,
    status: EditionStatus,
    now: DateTime<Utc>,
) -> AppResult<Edition> {
    policy::can_organise(actor, id, OrganiserAct::Run)?;
    let mut edition = store::editions::get(c, id)?;
    if !edition.status.may_become(status) {
        return Err(AppError::refused("edition-refused-status"));
    }
    let before = edition.status;
    if before == EditionStatus::Draft {
        let missing = setup::missing(&setup::parts(c, &edition, now)?);
        if missing > 0 {
            return Err(AppError::refused("edition-refused-setup"));
        }
    }
    edition.status = status;
    store::editions::update(c, edition.clone())?;
    edition.version += 1;
    let event = Event::new("edition.status_changed", "edition", id)
        .edition(id)
        .before(json!({ "status": before }))
        .after(json!({ "status": status }));
    audit::record(c, AuditActor::User(actor.user_id), event, now)?;
    Ok(edition)
}

/// Makes an edition the one of the site's front page.
pub fn set_current(c: &mut Conn, actor: &Actor, id: EditionId, now: DateTime<Utc>) -> AppResult<()> {
    policy::can_organise(actor, id, OrganiserAct::Run)?;
    store::editions::get(c, id)?;
    store::editions::set_current(c, id)?;
    let event = Event::new("edition.made_current", "edition", id).edition(id);
    audit::record(c, AuditActor::User(actor.user_id), event, now)?;
    Ok(())
}
