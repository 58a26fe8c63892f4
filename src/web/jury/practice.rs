//! Practice entries, for a juror: reading, scoring, and how the jury's marks lie.

use std::collections::BTreeMap;

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use askama::Template;

use super::sheet::{field_of, step_names};
use crate::app::practice::{self, JurorPractice, JurorPractices};
use crate::app::{AppError, FieldProblem};
use crate::domain::round::Criterion;
use crate::web::error::PageError;
use crate::web::extract::{CurrentUser, Form, Now, id};
use crate::web::page::Page;
use crate::web::problems::Problems;
use crate::web::spread::{self, SpreadView};
use crate::web::state::AppState;
use crate::web::{html, html_as, see_other};

#[derive(Template)]
#[template(path = "jury/practices.html")]
struct PracticesPage {
    p: Page,
    base: String,
    found: JurorPractices,
}

/// The practice entries of the round at work.
pub async fn index(
    path: Path<(String, String)>,
    p: Page,
    user: CurrentUser,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let (actor, slug) = (user.actor.clone(), path.1.clone());
    let found = state.db.read(move |c| practice::of_juror(c, &actor, &slug)).await?;
    html(&PracticesPage { base: p.url(&format!("/jury/{}/", path.1)), p, found })
}

#[derive(Template)]
#[template(path = "jury/practice.html")]
struct PracticePage {
    p: Page,
    base: String,
    found: JurorPractice,
    spreads: Vec<SpreadView>,
    typed: BTreeMap<String, String>,
    problems: Problems,
}

impl PracticePage {
    fn paragraphs(&self) -> Vec<&str> {
        self.p.l(&self.found.practice.text).split('\n').filter(|line| !line.trim().is_empty()).collect()
    }

    fn field(&self, criterion: &Criterion) -> String {
        field_of(&criterion.key)
    }

    fn value(&self, criterion: &Criterion) -> &str {
        self.typed.get(&criterion.key).map_or("", String::as_str)
    }

    fn steps(&self, criterion: &Criterion) -> Vec<(String, String)> {
        step_names(&self.p, &self.found.round, criterion)
    }

    fn error(&self, criterion: &Criterion) -> &str {
        self.problems.of(&self.field(criterion))
    }

    fn no(&self) -> String {
        if self.found.round.is_yes_no() { self.p.t("answer-no") } else { String::new() }
    }

    fn yes(&self) -> String {
        if self.found.round.is_yes_no() { self.p.t("answer-yes") } else { String::new() }
    }

    fn list_href(&self) -> String {
        format!("{}practice", self.base)
    }

    fn next_href(&self) -> Option<String> {
        self.found.next.map(|next| format!("{}practice/{next}", self.base))
    }
}

async fn page(
    p: Page,
    user: &CurrentUser,
    state: &AppState,
    path: &(String, String, String),
    (typed, problems): (BTreeMap<String, String>, &[FieldProblem]),
) -> Result<PracticePage, PageError> {
    let (actor, slug, practice) = (user.actor.clone(), path.1.clone(), id(&path.2)?);
    let found = state.db.read(move |c| practice::for_juror(c, &actor, &slug, practice)).await?;
    let at_field = |problem: &FieldProblem| FieldProblem { field: field_of(&problem.field), ..problem.clone() };
    let problems: Vec<FieldProblem> = problems.iter().map(at_field).collect();
    Ok(PracticePage {
        base: p.url(&format!("/jury/{}/", path.1)),
        spreads: spread::views(&p, &found.round, &found.lines),
        problems: Problems::new(&p, &problems),
        p,
        found,
        typed,
    })
}

/// One practice entry.
pub async fn show(
    path: Path<(String, String, String)>,
    p: Page,
    user: CurrentUser,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    html(&page(p, &user, &state, &path, (BTreeMap::new(), &[])).await?)
}

/// Hands in a juror's scores of a practice entry.
pub async fn submit(
    path: Path<(String, String, String)>,
    p: Page,
    user: CurrentUser,
    Now(now): Now,
    state: Data<AppState>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let typed = super::sheet::typed(&form).marks;
    let (actor, slug, practice, marks) = (user.actor.clone(), path.1.clone(), id(&path.2)?, typed.clone());
    match state.db.write(move |c| practice::submit(c, &actor, &slug, practice, &marks, now)).await {
        Ok(()) => Ok(see_other(p.url(&format!("/jury/{}/practice/{}?done=practice-scored", path.1, path.2)))),
        Err(AppError::Invalid(problems)) => {
            let page = page(p, &user, &state, &path, (typed, &problems)).await?;
            html_as(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
        Err(error) => Err(error.into()),
    }
}
