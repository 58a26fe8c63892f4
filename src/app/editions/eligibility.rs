//! What is asked before an entry is begun.

use chrono::{DateTime, Utc};
use serde_json::json;

use super::open_to_change;
use super::texts::{Reader, SENTENCE_LIMIT};
use crate::app::audit::{self, Event};
use crate::app::{AppError, AppResult};
use crate::domain::audit::AuditActor;
use crate::domain::edition::{Edition, EligibilityQuestion};
use crate::domain::policy::Actor;
use crate::store::{self, Conn};

/// Most questions: more would be a form.
pub const MAX_QUESTIONS: usize = 8;

/// Saves the questions. Those without a word are left out. [`AppError::Stale`] when somebody else has
/// changed the edition since the page was made.
pub fn save(
    c: &mut Conn,
    actor: &Actor,
    slug: &str,
    version: &str,
    typed: &[EligibilityQuestion],
    now: DateTime<Utc>,
) -> AppResult<Edition> {
    let mut edition = open_to_change(c, actor, slug)?;
    if version != edition.version.to_string() {
        return Err(AppError::Stale);
    }
    let known = store::categories::list(c, edition.id)?;
    let mut reader = Reader::default();
    let mut kept = Vec::new();
    for (at, question) in typed.iter().take(MAX_QUESTIONS).enumerate() {
        if question.question.is_empty() && question.reason.is_empty() {
            continue;
        }
        let categories = question.categories.iter().copied().filter(|id| known.iter().any(|c| c.id == *id));
        kept.push(EligibilityQuestion {
            question: reader.line(&format!("question{at}"), &question.question, SENTENCE_LIMIT, true),
            reason: reader.line(&format!("reason{at}"), &question.reason, SENTENCE_LIMIT, true),
            categories: categories.collect(),
        });
    }
    let kept = reader.finish(kept)?;
    if kept == edition.eligibility {
        return Ok(edition);
    }
    let event = Event::new("edition.eligibility", "edition", edition.id)
        .edition(edition.id)
        .before(json!({ "questions": edition.eligibility.len() }))
        .after(json!({ "questions": kept.len() }));
    edition.eligibility = kept;
    store::editions::update(c, edition.clone())?;
    edition.version += 1;
    audit::record(c, AuditActor::User(actor.user_id), event, now)?;
    Ok(edition)
}
