//! What a juror would rather judge.

use std::collections::BTreeMap;

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use askama::Template;

use crate::app::AppError;
use crate::app::jury::{self, PreferencesPage};
use crate::domain::ids::CategoryId;
use crate::domain::juror::Preference;
use crate::web::error::PageError;
use crate::web::extract::{CurrentUser, Form, Now};
use crate::web::page::Page;
use crate::web::problems::Problems;
use crate::web::state::AppState;
use crate::web::{html, html_as, see_other};

/// A category with its choice.
struct Line {
    field: String,
    name: String,
    description: String,
    chosen: Preference,
}

#[derive(Template)]
#[template(path = "jury/preferences.html")]
struct PreferencesView {
    p: Page,
    base: String,
    edition: String,
    lines: Vec<Line>,
    expertise: String,
    problems: Problems,
}

impl PreferencesView {
    fn choices(&self) -> Vec<(&'static str, String)> {
        Preference::ALL.iter().map(|choice| (choice.as_str(), self.p.t(word(*choice)))).collect()
    }
}

/// The key of a choice.
pub fn word(choice: Preference) -> &'static str {
    match choice {
        Preference::Rather => "preference-rather",
        Preference::Either => "preference-either",
        Preference::RatherNot => "preference-rather-not",
    }
}

fn view(p: Page, found: PreferencesPage, typed: Option<(&Form, Problems)>) -> PreferencesView {
    let line = |category: &crate::domain::category::Category| {
        let field = format!("category-{}", category.id);
        let saved = found.juror.preferences.get(&category.id).copied().unwrap_or(Preference::Either);
        let chosen = typed.as_ref().and_then(|(form, _)| form.parse(&field)).unwrap_or(saved);
        Line { field, name: p.l(&category.name).to_owned(), description: p.l(&category.description).to_owned(), chosen }
    };
    PreferencesView {
        base: p.url(&format!("/jury/{}/", found.edition.slug)),
        edition: p.l(&found.edition.name).to_owned(),
        lines: found.categories.iter().map(line).collect(),
        expertise: typed.as_ref().map_or(found.juror.expertise.clone(), |(form, _)| form.text("expertise").to_owned()),
        problems: typed.map(|(_, problems)| problems).unwrap_or_default(),
        p,
    }
}

/// The categories, each with its choice.
pub async fn show(
    path: Path<(String, String)>,
    p: Page,
    user: CurrentUser,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let (actor, slug) = (user.actor.clone(), path.1.clone());
    let found = state.db.read(move |c| jury::preferences(c, &actor, &slug)).await?;
    html(&view(p, found, None))
}

/// Notes what was chosen.
pub async fn save(
    path: Path<(String, String)>,
    p: Page,
    user: CurrentUser,
    form: Form,
    now: Now,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let (actor, slug, expertise) = (user.actor.clone(), path.1.clone(), form.text("expertise").to_owned());
    let chosen = choices(&form)?;
    match state.db.write(move |c| jury::set_preferences(c, &actor, &slug, &chosen, &expertise, now.0)).await {
        Ok(_) => Ok(see_other(p.url(&format!("/jury/{}/?done=saved", path.1)))),
        Err(AppError::Invalid(problems)) => {
            let (actor, slug) = (user.actor.clone(), path.1.clone());
            let found = state.db.read(move |c| jury::preferences(c, &actor, &slug)).await?;
            let problems = Problems::new(&p, &problems);
            html_as(StatusCode::UNPROCESSABLE_ENTITY, &view(p, found, Some((&form, problems))))
        }
        Err(error) => Err(error.into()),
    }
}

fn choices(form: &Form) -> Result<BTreeMap<CategoryId, Preference>, PageError> {
    let mut chosen = BTreeMap::new();
    for (name, value) in form.pairs() {
        let Some(id) = name.strip_prefix("category-") else { continue };
        let id = id.parse().map_err(|_| PageError::NotFound)?;
        chosen.insert(id, value.parse().map_err(|_| PageError::BadRequest)?);
    }
    Ok(chosen)
}
