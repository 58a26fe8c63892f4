//! How entries are screened: the checklist, ready words, a second person for refusals.

use chrono::{DateTime, Utc};
use serde_json::json;

use crate::app::audit::{self, Event};
use crate::app::editions::texts::{Reader, SENTENCE_LIMIT};
use crate::app::editions::{self, Opened};
use crate::app::{AppError, AppResult};
use crate::domain::audit::AuditActor;
use crate::domain::language::Localised;
use crate::domain::policy::{Actor, OrganiserAct};
use crate::domain::screening::{MAX_LINES, ScreeningRules};
use crate::store::{self, Conn};

/// The rules as they are typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RulesText {
    /// Each line of the checklist; empty ones are left out.
    pub checklist: Vec<Localised>,
    /// Each ready reason; empty ones are left out.
    pub reasons: Vec<Localised>,
    /// A second person confirms refusals.
    pub second_reader: bool,
    /// The version that the form was made from.
    pub version: String,
}

/// The rules, for whoever looks.
pub fn rules(c: &mut Conn, actor: &Actor, slug: &str) -> AppResult<(Opened, ScreeningRules)> {
    let opened = editions::open(c, actor, slug, OrganiserAct::Look)?;
    let rules = store::screenings::rules(c, opened.edition.id)?;
    Ok((opened, rules))
}

/// Saves the rules.
pub fn save_rules(c: &mut Conn, actor: &Actor, slug: &str, typed: &RulesText, now: DateTime<Utc>) -> AppResult<()> {
    let edition = editions::open(c, actor, slug, OrganiserAct::Run)?.edition;
    let saved = store::screenings::rules(c, edition.id)?;
    let mut reader = Reader::default();
    let mut lines = |name: &str, typed: &[Localised]| -> Vec<Localised> {
        let read = typed.iter().take(MAX_LINES).enumerate();
        let read = read.map(|(at, line)| reader.line(&format!("{name}{at}"), line, SENTENCE_LIMIT, false));
        read.filter(|line| !line.is_empty()).collect()
    };
    let (checklist, reasons) = (lines("check", &typed.checklist), lines("reason", &typed.reasons));
    let second_reader = typed.second_reader;
    let wanted = reader.finish(ScreeningRules { checklist, reasons, second_reader, ..saved.clone() })?;
    if wanted == saved {
        return Ok(());
    }
    if typed.version != saved.version.to_string() {
        return Err(AppError::Stale);
    }
    let version = saved.version + 1;
    let event = Event::new("screening.rules_changed", "edition", edition.id).edition(edition.id).after(json!({
        "checklist": wanted.checklist.len(), "reasons": wanted.reasons.len(), "second_reader": second_reader,
    }));
    store::screenings::put_rules(c, ScreeningRules { version, ..wanted })?;
    audit::record(c, AuditActor::User(actor.user_id), event, now)?;
    Ok(())
}
