//! Codes with which an entry may be started after the deadline.

use chrono::{DateTime, Utc};
use serde_json::json;

use super::open;
use crate::app::audit::{self, Event};
use crate::app::problems::{later_deadline, text_problem};
use crate::app::{AppError, AppResult, FieldProblem};
use crate::domain::audit::AuditActor;
use crate::domain::edition::Edition;
use crate::domain::ids::{LateCodeId, UserId};
use crate::domain::late_code::{LateCode, normal};
use crate::domain::policy::{Actor, OrganiserAct};
use crate::domain::text;
use crate::security::secret;
use crate::store::{self, Conn};

/// Longest note, in characters.
const NOTE_LIMIT: usize = 160;
/// Most entries on one code.
const MOST_USES: i32 = 100;
/// How many wrong codes a person may try in a quarter of an hour.
const TRIES: i32 = 10;

/// A code to make, as typed.
#[derive(Debug, Clone, Default)]
pub struct TypedCode {
    /// For whom or why.
    pub note: String,
    /// Until when, in the edition's zone.
    pub valid_until: String,
    /// How many entries.
    pub max_uses: String,
}

/// The codes of an edition, newest first.
pub fn list(c: &mut Conn, actor: &Actor, slug: &str) -> AppResult<Vec<LateCode>> {
    let edition = open(c, actor, slug, OrganiserAct::Screen)?.edition.id;
    Ok(store::late_codes::list(c, edition)?)
}

/// Makes a code.
pub fn create(c: &mut Conn, actor: &Actor, slug: &str, typed: &TypedCode, now: DateTime<Utc>) -> AppResult<LateCode> {
    let edition = open(c, actor, slug, OrganiserAct::Screen)?.edition;
    if !edition.status.is_before_scoring() {
        return Err(AppError::refused("late-code-refused"));
    }
    let mut problems = Vec::new();
    let note = text::line(&typed.note, NOTE_LIMIT).unwrap_or_else(|error| {
        problems.push(text_problem("note", error));
        String::new()
    });
    let valid_until = later_deadline(&typed.valid_until, &edition, now).unwrap_or_else(|key| {
        problems.push(FieldProblem::new("valid_until", key));
        now
    });
    let max_uses = typed.max_uses.trim().parse().unwrap_or(0);
    if !(1..=MOST_USES).contains(&max_uses) {
        problems.push(FieldProblem::new("max_uses", "late-code-problem-uses").arg("most", MOST_USES));
    }
    if !problems.is_empty() {
        return Err(AppError::Invalid(problems));
    }
    let code = LateCode {
        id: LateCodeId::new(),
        edition_id: edition.id,
        code: secret::readable(),
        note,
        valid_until,
        max_uses,
        uses: 0,
        created_by: actor.user_id,
        created_at: now,
        revoked_at: None,
    };
    store::late_codes::insert(c, code.clone())?;
    let event = Event::new("late_code.made", "late_code", code.id)
        .edition(edition.id)
        .after(json!({ "note": code.note, "valid_until": code.valid_until, "max_uses": code.max_uses }));
    audit::record(c, AuditActor::User(actor.user_id), event, now)?;
    Ok(code)
}

/// Takes a code back. Entries that were started with it keep their time.
pub fn revoke(c: &mut Conn, actor: &Actor, slug: &str, id: LateCodeId, now: DateTime<Utc>) -> AppResult<()> {
    let edition = open(c, actor, slug, OrganiserAct::Screen)?.edition.id;
    if store::late_codes::revoke(c, edition, id, now)? {
        let event = Event::new("late_code.revoked", "late_code", id).edition(edition);
        audit::record(c, AuditActor::User(actor.user_id), event, now)?;
    }
    Ok(())
}

/// The code that reads so, if it opens the edition now.
pub fn find(c: &mut Conn, edition: &Edition, typed: &str, received_at: DateTime<Utc>) -> AppResult<Option<LateCode>> {
    let code = normal(typed);
    if code.is_empty() {
        return Ok(None);
    }
    Ok(store::late_codes::find(c, edition.id, &code)?.filter(|code| code.opens(edition, received_at)))
}

/// Counts a try of a person with a code, and refuses it when there were too many.
pub fn note_try(c: &mut Conn, person: UserId, now: DateTime<Utc>) -> AppResult<()> {
    crate::app::accounts::throttle(c, "late-code", &person.to_string(), TRIES, now)
}
