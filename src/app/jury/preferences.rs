//! What jurors would rather judge. A wish for the next plan: it changes nothing that is assigned.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde_json::json;

use super::invite::EXPERTISE_LIMIT;
use super::judged;
use crate::app::audit::{self, Event};
use crate::app::problems::text_problem;
use crate::app::{AppError, AppResult};
use crate::domain::audit::AuditActor;
use crate::domain::category::Category;
use crate::domain::edition::Edition;
use crate::domain::ids::CategoryId;
use crate::domain::juror::{Juror, Preference};
use crate::domain::policy::Actor;
use crate::domain::text;
use crate::store::{self, Conn};

/// What the page of preferences needs.
#[derive(Debug, Clone)]
pub struct PreferencesPage {
    /// The edition.
    pub edition: Edition,
    /// The juror.
    pub juror: Juror,
    /// The categories that the juror may be given, in order.
    pub categories: Vec<Category>,
}

/// What a juror may choose between.
pub fn preferences(c: &mut Conn, actor: &Actor, slug: &str) -> AppResult<PreferencesPage> {
    let (edition, juror) = judged(c, actor, slug)?;
    let mut categories = store::categories::list(c, edition.id)?;
    categories.retain(|category| juror.categories.is_empty() || juror.categories.contains(&category.id));
    Ok(PreferencesPage { edition, juror, categories })
}

/// Notes what a juror would rather judge, and the words of their expertise.
pub fn set_preferences(
    c: &mut Conn,
    actor: &Actor,
    slug: &str,
    chosen: &BTreeMap<CategoryId, Preference>,
    expertise: &str,
    now: DateTime<Utc>,
) -> AppResult<Juror> {
    let page = preferences(c, actor, slug)?;
    let expertise = text::paragraphs(expertise, EXPERTISE_LIMIT)
        .map_err(|error| AppError::Invalid(vec![text_problem("expertise", error)]))?;
    if chosen.keys().any(|id| page.categories.iter().all(|category| category.id != *id)) {
        return Err(AppError::NotFound);
    }
    let chosen: BTreeMap<_, _> =
        chosen.iter().filter(|(_, p)| **p != Preference::Either).map(|(id, p)| (*id, *p)).collect();
    let after = Juror { preferences: chosen, expertise, ..page.juror.clone() };
    if after == page.juror {
        return Ok(after);
    }
    store::jurors::update(c, after.clone())?;
    let told = |juror: &Juror| json!({ "preferences": juror.preferences, "expertise": juror.expertise });
    let event = Event::new("juror.preferences", "juror", after.id).edition(page.edition.id);
    audit::record(c, AuditActor::User(actor.user_id), event.before(told(&page.juror)).after(told(&after)), now)?;
    Ok(after)
}
