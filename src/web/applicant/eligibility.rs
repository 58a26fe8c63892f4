//! A few questions before anything is typed: may one enter at all, and where?

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Data;
use askama::Template;

use crate::app::{AppError, public};
use crate::domain::category::Category;
use crate::domain::edition::{Edition, EntryWindow};
use crate::store;
use crate::web::error::PageError;
use crate::web::extract::{CurrentUser, Form};
use crate::web::page::Page;
use crate::web::state::AppState;
use crate::web::{html, html_as, see_other};

/// A question with its answer so far.
struct Line {
    field: String,
    question: String,
    answer: String,
    error: String,
}

#[derive(Template)]
#[template(path = "applicant/eligibility.html")]
struct EligibilityPage {
    p: Page,
    edition: String,
    lines: Vec<Line>,
    summary: Vec<(String, String)>,
}

impl EligibilityPage {
    fn answers(&self) -> Vec<(&'static str, String)> {
        vec![("yes", self.p.t("answer-yes")), ("no", self.p.t("answer-no"))]
    }
}

#[derive(Template)]
#[template(path = "applicant/not_eligible.html")]
struct NotEligiblePage {
    p: Page,
    /// Why no entry, or none in some categories, may be begun.
    reasons: Vec<String>,
    /// Address and name of the categories that remain.
    others: Vec<(String, String)>,
    contact: String,
}

async fn load(state: &AppState) -> Result<Option<(Edition, Vec<Category>)>, PageError> {
    let read = |c: &mut store::Conn| {
        let Some(edition) = public::current(c)? else { return Ok(None) };
        let categories = store::categories::list(c, edition.id)?;
        Ok::<_, AppError>(Some((edition, categories)))
    };
    Ok(state.db.read(read).await?)
}

fn page(p: Page, edition: &Edition, typed: &Form, is_checked: bool) -> EligibilityPage {
    let line = |(at, question): (usize, &crate::domain::edition::EligibilityQuestion)| {
        let field = format!("q{at}");
        let answer = typed.text(&field).to_owned();
        let is_open = is_checked && answer.is_empty();
        let error = if is_open { p.t("entry-answer-missing") } else { String::new() };
        Line { question: p.l(&question.question).to_owned(), answer, error, field }
    };
    let lines: Vec<Line> = edition.eligibility.iter().enumerate().map(line).collect();
    let wrong = lines.iter().filter(|line| !line.error.is_empty());
    let summary = wrong.map(|line| (line.field.clone(), line.question.clone())).collect();
    EligibilityPage { edition: p.l(&edition.name).to_owned(), lines, summary, p }
}

/// The questions; where there are none, or no entry is taken, the page of a new entry.
pub async fn show(p: Page, _user: CurrentUser, state: Data<AppState>) -> Result<HttpResponse, PageError> {
    match load(&state).await? {
        Some((edition, _)) if !edition.eligibility.is_empty() && edition.entry_window(p.now) == EntryWindow::Open => {
            html(&page(p, &edition, &Form::default(), false))
        }
        _ => Ok(see_other(p.url("/entries/new"))),
    }
}

/// Reads the answers: on to the entry, or why not and where else.
pub async fn check(p: Page, _user: CurrentUser, state: Data<AppState>, form: Form) -> Result<HttpResponse, PageError> {
    let Some((edition, categories)) = load(&state).await? else { return Err(PageError::NotFound) };
    let asked = page(p.clone(), &edition, &form, true);
    if !asked.summary.is_empty() {
        return html_as(StatusCode::UNPROCESSABLE_ENTITY, &asked);
    }
    let found = edition.eligibility_of(|at| form.text(&format!("q{at}")) == "yes");
    if found.barred.is_empty() && found.limits.is_empty() {
        return Ok(see_other(p.url("/entries/new")));
    }
    let reasons = found.barred.iter().chain(&found.limits).map(|question| p.l(&question.reason).to_owned()).collect();
    let others = categories.iter().filter(|category| found.allows(category.id));
    let others = others
        .map(|category| (p.url(&format!("/entries/new?category={}", category.id)), p.l(&category.name).to_owned()));
    html(&NotEligiblePage { reasons, others: others.collect(), contact: edition.contact_email.clone(), p })
}
