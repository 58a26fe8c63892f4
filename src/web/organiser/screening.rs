//! How entries are screened, and what organisers keep beside them.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};
use askama::Template;

use super::desk::Desk;
use super::sheet::{Sheet, Values, localised};
use crate::app::screening::{self, RulesText};
use crate::domain::ids::{EntryId, EntryViewId};
use crate::domain::screening::{MAX_LINES, ScreeningRules};
use crate::store::Conn;
use crate::web::error::PageError;
use crate::web::extract::{CurrentUser, Form, Now, id};
use crate::web::page::Page;
use crate::web::state::AppState;
use crate::web::{html, html_as, see_other};

#[derive(Template)]
#[template(path = "organiser/screening.html")]
struct RulesPage {
    p: Page,
    desk: Desk,
    sheet: Sheet,
    /// How many lines are shown of each list.
    lines: [usize; 2],
}

impl RulesPage {
    fn fields(&self, name: &str) -> Vec<(String, String)> {
        let (count, key) = if name == "check" {
            (self.lines[0], "screening-check-line")
        } else {
            (self.lines[1], "screening-reason-line")
        };
        (0..count).map(|at| (format!("{name}{at}"), self.p.m(key).arg("n", at + 1).to_string())).collect()
    }
}

async fn page(
    p: Page,
    user: &CurrentUser,
    state: &AppState,
    slug: &str,
    sheet: Option<Sheet>,
) -> Result<RulesPage, PageError> {
    let (actor, slug) = (user.actor.clone(), slug.to_owned());
    let (opened, rules) = state.db.read(move |c| screening::rules(c, &actor, &slug)).await?;
    // Two empty lines to write on.
    let lines = [rules.checklist.len(), rules.reasons.len()].map(|n| (n + 2).min(MAX_LINES));
    let sheet = sheet.unwrap_or_else(|| Sheet::saved(values(&rules)));
    Ok(RulesPage { p, desk: Desk::new(opened, "screening"), sheet, lines })
}

fn values(rules: &ScreeningRules) -> Values {
    let mut values = Values::default().with("version", rules.version).ticked("second_reader", rules.second_reader);
    for (name, lines) in [("check", &rules.checklist), ("reason", &rules.reasons)] {
        for (at, line) in lines.iter().enumerate() {
            values = values.localised(&format!("{name}{at}"), line);
        }
    }
    values
}

/// The rules.
pub async fn show(
    p: Page,
    user: CurrentUser,
    state: Data<AppState>,
    path: Path<(String, String)>,
) -> Result<HttpResponse, PageError> {
    html(&page(p, &user, &state, &path.1, None).await?)
}

/// Saves the rules.
pub async fn save(
    p: Page,
    user: CurrentUser,
    Now(now): Now,
    state: Data<AppState>,
    path: Path<(String, String)>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let lines = |name: &str| (0..MAX_LINES).map(|at| localised(&form, &format!("{name}{at}"))).collect();
    let typed = RulesText {
        checklist: lines("check"),
        reasons: lines("reason"),
        second_reader: form.has("second_reader"),
        version: form.text("version").to_owned(),
    };
    let (actor, slug) = (user.actor.clone(), path.1.clone());
    let saved = state.db.write(move |c| screening::save_rules(c, &actor, &slug, &typed, now)).await;
    let (status, sheet) = match saved {
        Ok(()) => return Ok(see_other(p.url(&format!("/organiser/{}/screening?done=saved", path.1)))),
        Err(error) => Sheet::again(&p, form, error)?,
    };
    html_as(status, &page(p, &user, &state, &path.1, Some(sheet)).await?)
}

/// Tags, notes or moves one entry, and comes back to it.
pub async fn beside(
    p: Page,
    user: CurrentUser,
    Now(now): Now,
    state: Data<AppState>,
    path: Path<(String, String, String, String)>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let (actor, slug, entry, act) = (user.actor.clone(), path.1.clone(), id::<EntryId>(&path.2)?, path.3.clone());
    let typed = form.clone();
    let write = move |c: &mut Conn| match act.as_str() {
        "tags" => screening::set_tags(c, &actor, &slug, entry, typed.text("tags"), now),
        "notes" => screening::add_note(c, &actor, &slug, entry, typed.text("note"), now),
        "move" => screening::move_to(c, &actor, &slug, entry, typed.text("category"), now).map(|_| ()),
        _ => Err(crate::app::AppError::NotFound),
    };
    let (status, sheet) = match state.db.write(write).await {
        Ok(()) => return Ok(see_other(p.url(&format!("/organiser/{}/entries/{entry}?done=saved", path.1)))),
        Err(error) => Sheet::again(&p, form, error)?,
    };
    let at = (path.0.clone(), path.1.clone(), path.2.clone());
    super::entry::again(p, &user, &state, &at, status, sheet).await
}

/// Keeps the list as it is.
pub async fn keep_view(
    p: Page,
    user: CurrentUser,
    state: Data<AppState>,
    path: Path<(String, String)>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let (actor, slug) = (user.actor.clone(), path.1.clone());
    let (name, query) = (form.text("name").to_owned(), super::entries::clean_query(form.text("query")));
    let back = p.url(&format!("/organiser/{}/entries{query}", path.1));
    match state.db.write(move |c| screening::keep_view(c, &actor, &slug, &name, &query)).await {
        Ok(()) | Err(crate::app::AppError::Invalid(_)) => Ok(see_other(back)),
        Err(error) => Err(error.into()),
    }
}

/// Forgets a list.
pub async fn forget_view(
    p: Page,
    user: CurrentUser,
    state: Data<AppState>,
    path: Path<(String, String, String)>,
) -> Result<HttpResponse, PageError> {
    let (actor, slug, view) = (user.actor.clone(), path.1.clone(), id::<EntryViewId>(&path.2)?);
    state.db.write(move |c| screening::forget_view(c, &actor, &slug, view)).await?;
    Ok(see_other(p.url(&format!("/organiser/{}/entries", path.1))))
}
