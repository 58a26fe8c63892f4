//! What is left to do before an edition opens. What is missing forbids it; the rest only waits.

use chrono::{DateTime, Utc};
use serde_json::json;

use super::{criteria, form, open, open_to_change, settings};
use crate::app::AppResult;
use crate::app::audit::{self, Event};
use crate::domain::audit::AuditActor;
use crate::domain::edition::{Edition, EditionStatus};
use crate::domain::language::Localised;
use crate::domain::policy::{Actor, OrganiserAct};
use crate::store::audit::AuditFilter;
use crate::store::{self, Conn};

/// A part of setting an edition up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Name, headline, whom to write to.
    Identity,
    /// The dates.
    Calendar,
    /// Categories and prizes.
    Categories,
    /// The questions before an entry is begun.
    Eligibility,
    /// The questionnaire.
    Form,
    /// What is scored, and how.
    Criteria,
    /// The charter that jurors sign, and how many read each entry.
    JuryRules,
    /// The mails that leave by themselves.
    Mails,
    /// The rules of the award.
    Legal,
    /// The whole way, once, with made-up entries.
    TestDrive,
}

/// How far a part is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Readiness {
    /// Something is missing without which the edition can't open: the key that says what.
    Missing(&'static str),
    /// So many texts lack a language.
    Untranslated(usize),
    /// Nobody has looked at it yet.
    Untried,
    /// Done.
    Ready,
}

/// The parts in the order in which they are done.
pub type Setup = Vec<(Part, Readiness)>;

fn of_texts<'a>(texts: impl IntoIterator<Item = &'a Localised>) -> Readiness {
    match texts.into_iter().map(|text| if text.is_empty() { 0 } else { text.missing().len() }).sum() {
        0 => Readiness::Ready,
        n => Readiness::Untranslated(n),
    }
}

/// How far each part is.
pub fn parts(c: &mut Conn, edition: &Edition, now: DateTime<Utc>) -> AppResult<Setup> {
    use Readiness::{Missing, Ready, Untranslated, Untried};
    let categories = store::categories::list(c, edition.id)?;
    let prizes = store::categories::list_prizes(c, edition.id)?;
    let (questions, _) = form::current(c, edition.id)?;
    let rounds = store::rounds::list(c, edition.id)?;
    let mut without_criteria = rounds.is_empty();
    for round in &rounds {
        without_criteria |= store::rounds::list_criteria(c, round.id)?.is_empty();
    }
    let of_count = |n| if n == 0 { Ready } else { Untranslated(n) };
    let identity = if edition.name.is_empty() || edition.contact_email.is_empty() {
        Missing("setup-missing-identity")
    } else {
        of_texts([&edition.name, &edition.tagline, &edition.lede])
    };
    let is_late = edition.status == EditionStatus::Draft && edition.closes_at <= now;
    let calendar = if is_late { Missing("setup-missing-calendar") } else { Ready };
    let of_categories = if categories.is_empty() {
        Missing("setup-missing-categories")
    } else if prizes.is_empty() {
        Missing("setup-missing-prizes")
    } else {
        of_texts(categories.iter().flat_map(|x| [&x.name, &x.description]).chain(prizes.iter().map(|x| &x.name)))
    };
    let of_form = if questions.fields.is_empty() {
        Missing("setup-missing-form")
    } else {
        of_count(form::missing_texts(&questions))
    };
    let of_criteria = if without_criteria {
        Missing("setup-missing-criteria")
    } else {
        of_count(criteria::setup(c, edition.id, None).map_or(0, |setup| criteria::missing_texts(&setup)))
    };
    let jury = if edition.charter.is_empty() { Missing("setup-missing-charter") } else { of_texts([&edition.charter]) };
    let legal = if edition.rules.is_empty() { Missing("setup-missing-rules") } else { of_texts([&edition.rules]) };
    let tried = |action: &str| AuditFilter { action: Some(action.to_owned()), ..AuditFilter::default() };
    let is_tried = |c: &mut Conn, action| {
        store::audit::list_of_edition(c, edition.id, &tried(action), 0, 1).map(|(_, total)| total > 0)
    };
    let or_untried = |is_done| if is_done { Ready } else { Untried };
    Ok(vec![
        (Part::Identity, identity),
        (Part::Calendar, calendar),
        (Part::Categories, of_categories),
        (Part::Eligibility, of_texts(edition.eligibility.iter().flat_map(|x| [&x.question, &x.reason]))),
        (Part::Form, of_form),
        (Part::Criteria, of_criteria),
        (Part::JuryRules, jury),
        (Part::Mails, or_untried(is_tried(c, "edition.mails_seen")?)),
        (Part::Legal, legal),
        (Part::TestDrive, or_untried(is_tried(c, "edition.test_driven")?)),
    ])
}

/// The parts without which the edition can't open.
pub fn missing(setup: &Setup) -> usize {
    setup.iter().filter(|(_, readiness)| matches!(readiness, Readiness::Missing(_))).count()
}

/// An edition with how far its parts are.
pub fn view(c: &mut Conn, actor: &Actor, slug: &str, now: DateTime<Utc>) -> AppResult<(Edition, Setup)> {
    let edition = open(c, actor, slug, OrganiserAct::Look)?.edition;
    let setup = parts(c, &edition, now)?;
    Ok((edition, setup))
}

/// Notes that an organiser has gone through a part that nobody else can judge.
pub fn note(c: &mut Conn, actor: &Actor, slug: &str, part: Part, now: DateTime<Utc>) -> AppResult<()> {
    let edition = open_to_change(c, actor, slug)?;
    let action = match part {
        Part::Mails => "edition.mails_seen",
        _ => "edition.test_driven",
    };
    let event = Event::new(action, "edition", edition.id)
        .edition(edition.id)
        .after(json!({ "untranslated": settings::missing_texts(&edition) }));
    audit::record(c, AuditActor::User(actor.user_id), event, now)?;
    Ok(())
}
