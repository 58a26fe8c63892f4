//! The identity, texts and calendar of an edition.

use chrono::{DateTime, Utc};
use serde_json::json;

use super::texts::{DOCUMENT_LIMIT, NAME_LIMIT, Reader, SENTENCE_LIMIT};
use super::{NewEdition, open_to_change};
use crate::app::audit::{self, Event};
use crate::app::problems::text_problem;
use crate::app::{AppError, AppResult, rules};
use crate::domain::audit::AuditActor;
use crate::domain::edition::{Edition, Faq};
use crate::domain::language::Localised;
use crate::domain::policy::{self, Actor};
use crate::domain::text::EmailAddress;
use crate::store::{self, Conn};

/// Most questions on the public page.
pub const MAX_QUESTIONS: usize = 30;
/// Longest answer to a question of the public page, in characters.
const ANSWER_LIMIT: usize = 3_000;
/// Greatest limit of entries of one applicant.
const MOST_ENTRIES: i32 = 1_000;
/// Longest grace after the deadline, in minutes.
const MAX_GRACE_MINUTES: i32 = 24 * 60;

/// The settings of an edition as they are typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SettingsText {
    /// The version that the form was made from.
    pub version: String,
    /// Its name.
    pub name: Localised,
    /// Its headline.
    pub tagline: Localised,
    /// Its paragraph.
    pub lede: Localised,
    /// Its rules.
    pub rules: Localised,
    /// What jurors sign.
    pub charter: Localised,
    /// Questions people ask.
    pub faq: Vec<Faq>,
    /// Whom to write to.
    pub contact_email: String,
    /// IANA name of its zone.
    pub time_zone: String,
    /// First instant of entries, in the zone.
    pub opens_at: String,
    /// Last instant of entries, in the zone.
    pub closes_at: String,
    /// Minutes after the deadline in which a submission is still taken.
    pub grace_minutes: String,
    /// Complete drafts are submitted by themselves.
    pub auto_submit: bool,
    /// Most entries of one applicant; empty: no limit.
    pub max_entries: String,
    /// Most of them in one category; empty: no limit.
    pub max_per_category: String,
    /// What applicants learn of their scores.
    pub feedback: String,
    /// The announced day of the results, in the zone.
    pub results_on: String,
}

/// A new edition as it is typed; dates in its zone.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NewEditionText {
    /// Its word in URLs.
    pub slug: String,
    /// The year.
    pub year: String,
    /// Its name.
    pub name: Localised,
    /// Its zone.
    pub time_zone: String,
    /// Whom to write to.
    pub contact_email: String,
    /// First instant of entries.
    pub opens_at: String,
    /// Last instant of entries.
    pub closes_at: String,
    /// First instant of scoring.
    pub judging_opens_at: String,
    /// Last instant of scoring.
    pub judging_closes_at: String,
    /// The day of the results.
    pub results_on: String,
    /// The slug of the edition that it is copied from, or empty.
    pub from: String,
}

/// Creates an edition from what was typed.
pub fn create(c: &mut Conn, actor: &Actor, typed: &NewEditionText, now: DateTime<Utc>) -> AppResult<Edition> {
    policy::can_create_edition(actor)?;
    let mut reader = Reader::default();
    let zone = typed.time_zone.parse().unwrap_or(chrono_tz::Africa::Casablanca);
    let new = NewEdition {
        slug: typed.slug.trim().to_owned(),
        year: reader.number("year", &typed.year, 2000, 2200),
        name: reader.line("name", &typed.name, NAME_LIMIT, true),
        time_zone: typed.time_zone.clone(),
        contact_email: contact(&mut reader, &typed.contact_email),
        opens_at: reader.instant("opens_at", &typed.opens_at, zone, now),
        closes_at: reader.instant("closes_at", &typed.closes_at, zone, now),
        judging_opens_at: reader.instant("judging_opens_at", &typed.judging_opens_at, zone, now),
        judging_closes_at: reader.instant("judging_closes_at", &typed.judging_closes_at, zone, now),
        results_on: reader.instant("results_on", &typed.results_on, zone, now),
    };
    // The order of dates says something only once each can be read.
    if reader.problems.is_empty() {
        reader.problems = new.problems();
    }
    let from = Some(typed.from.as_str()).filter(|from| !from.is_empty());
    super::create_from(c, actor, reader.finish(new)?, from, now)
}

fn contact(reader: &mut Reader, typed: &str) -> String {
    EmailAddress::parse(typed).map_or_else(
        |error| {
            reader.problems.push(text_problem("contact_email", error));
            String::new()
        },
        |a| a.to_string(),
    )
}

/// Saves the settings of an edition. [`AppError::Stale`] when somebody else has changed it since
/// the form was made.
pub fn save(c: &mut Conn, actor: &Actor, slug: &str, typed: &SettingsText, now: DateTime<Utc>) -> AppResult<Edition> {
    let saved = open_to_change(c, actor, slug)?;
    let wanted = read(c, &saved, typed)?;
    if wanted == saved {
        return Ok(saved);
    }
    if typed.version != saved.version.to_string() {
        return Err(AppError::Stale);
    }
    if wanted.rules != saved.rules {
        rules::keep(c, &saved, actor.user_id, now)?;
    }
    store::editions::update(c, wanted.clone())?;
    let event = Event::new("edition.changed", "edition", saved.id)
        .edition(saved.id)
        .before(summary(&saved))
        .after(summary(&wanted));
    audit::record(c, AuditActor::User(actor.user_id), event, now)?;
    Ok(Edition { version: saved.version + 1, ..wanted })
}

/// What the log keeps: dates in full, of texts only their length.
fn summary(edition: &Edition) -> serde_json::Value {
    let length = |text: &Localised| [&text.fr, &text.ar, &text.en].map(|t| t.chars().count());
    json!({
        "name": edition.name,
        "contact_email": edition.contact_email,
        "time_zone": edition.time_zone,
        "opens_at": edition.opens_at,
        "closes_at": edition.closes_at,
        "grace_seconds": edition.grace_seconds,
        "auto_submit": edition.auto_submit,
        "max_entries": edition.max_entries,
        "max_per_category": edition.max_per_category,
        "feedback": edition.feedback,
        "results_on": edition.results_on,
        "rules_length": length(&edition.rules),
        "charter_length": length(&edition.charter),
        "questions": edition.faq.len(),
    })
}

fn read(c: &mut Conn, saved: &Edition, typed: &SettingsText) -> AppResult<Edition> {
    let mut reader = Reader::default();
    let zone = typed.time_zone.parse().unwrap_or_else(|_| {
        reader.wrong("time_zone", "edition-problem-zone");
        saved.zone()
    });
    let grace = reader.number("grace_minutes", &typed.grace_minutes, 0, MAX_GRACE_MINUTES);
    let wanted = Edition {
        name: reader.line("name", &typed.name, NAME_LIMIT, true),
        tagline: reader.line("tagline", &typed.tagline, NAME_LIMIT, false),
        lede: reader.line("lede", &typed.lede, SENTENCE_LIMIT, false),
        rules: reader.paragraphs("rules", &typed.rules, DOCUMENT_LIMIT),
        charter: reader.paragraphs("charter", &typed.charter, DOCUMENT_LIMIT),
        faq: questions(&mut reader, &typed.faq),
        contact_email: contact(&mut reader, &typed.contact_email),
        time_zone: zone.name().to_owned(),
        opens_at: reader.instant("opens_at", &typed.opens_at, zone, saved.opens_at),
        closes_at: reader.instant("closes_at", &typed.closes_at, zone, saved.closes_at),
        grace_seconds: if grace == saved.grace_seconds / 60 { saved.grace_seconds } else { grace * 60 },
        auto_submit: typed.auto_submit,
        max_entries: limit(&mut reader, "max_entries", &typed.max_entries),
        max_per_category: limit(&mut reader, "max_per_category", &typed.max_per_category),
        feedback: typed.feedback.parse().unwrap_or(saved.feedback),
        results_on: reader.instant("results_on", &typed.results_on, zone, saved.results_on),
        ..saved.clone()
    };
    if wanted.closes_at <= wanted.opens_at {
        reader.wrong("closes_at", "edition-problem-closes");
    }
    if wanted.results_on <= wanted.closes_at {
        reader.wrong("results_on", "edition-problem-results-early");
    }
    let calendar_moves = (wanted.closes_at, wanted.results_on) != (saved.closes_at, saved.results_on);
    let rounds = store::rounds::list(c, saved.id)?;
    if calendar_moves && let (Some(first), Some(last)) = (rounds.first(), rounds.last()) {
        if wanted.results_on < last.closes_at && wanted.results_on > wanted.closes_at {
            reader.wrong("results_on", "edition-problem-results");
        }
        if wanted.closes_at > first.opens_at {
            reader.wrong("closes_at", "edition-problem-closes-late");
        }
    }
    reader.finish(wanted)
}

fn limit(reader: &mut Reader, field: &str, typed: &str) -> Option<i32> {
    (!typed.trim().is_empty()).then(|| reader.number(field, typed, 1, MOST_ENTRIES))
}

/// Questions without any word are left out.
fn questions(reader: &mut Reader, typed: &[Faq]) -> Vec<Faq> {
    let mut kept = Vec::new();
    for (index, faq) in typed.iter().take(MAX_QUESTIONS).enumerate() {
        if faq.q.is_empty() && faq.a.is_empty() {
            continue;
        }
        kept.push(Faq {
            q: reader.line(&format!("faq{index}_q"), &faq.q, SENTENCE_LIMIT, true),
            a: reader.paragraphs(&format!("faq{index}_a"), &faq.a, ANSWER_LIMIT),
        });
    }
    kept
}

/// How many texts of an edition lack a language.
pub fn missing_texts(edition: &Edition) -> usize {
    let texts = [&edition.name, &edition.tagline, &edition.lede, &edition.rules, &edition.charter];
    let faq = edition.faq.iter().flat_map(|f| [&f.q, &f.a]);
    texts.into_iter().chain(faq).map(|text| text.missing().len()).sum()
}
