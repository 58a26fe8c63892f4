//! Checking the answers, and submitting them.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use askama::Template;
use chrono::{DateTime, Utc};

use super::entry::view_of;
use super::question::{FileLine, PREFIX, answer_problems};
use crate::app::entries::{self, EntryView};
use crate::app::{AppError, FieldProblem, answers};
use crate::domain::entry::{EntryStatus, Screening};
use crate::domain::ids::EntryId;
use crate::domain::policy::EntryAct;
use crate::web::error::PageError;
use crate::web::extract::{CurrentUser, Form, Now, id};
use crate::web::page::Page;
use crate::web::problems::Problems;
use crate::web::state::AppState;
use crate::web::{html_as, see_other};

#[derive(Template)]
#[template(path = "applicant/check.html")]
struct CheckPage {
    p: Page,
    sections: Vec<CheckedSection>,
    missing: Vec<(String, String)>,
    declaration_error: String,
    is_editable: bool,
    may_submit: bool,
    is_submitted: bool,
    is_screened: bool,
    view: EntryView,
}

struct CheckedSection {
    number: usize,
    href: String,
    title: String,
    answers: Vec<CheckedAnswer>,
}

struct CheckedAnswer {
    id: String,
    label: String,
    text: String,
    files: Vec<FileLine>,
    error: String,
    href: String,
}

impl CheckPage {
    fn deadline(&self) -> String {
        self.p.instant(&self.view.entry.deadline(&self.view.edition))
    }

    fn path(&self, rest: &str) -> String {
        self.p.url(&format!("/entries/{}{rest}", self.view.entry.id))
    }
}

fn page(p: Page, view: EntryView, declaration_error: String, now: DateTime<Utc>) -> CheckPage {
    let p = p.in_zone(view.edition.zone());
    let problems = answer_problems(&p, &view.problems());
    let sections: Vec<CheckedSection> = view
        .form
        .sections
        .iter()
        .enumerate()
        .map(|(index, title)| CheckedSection {
            number: index + 1,
            href: p.url(&format!("/entries/{}/sections/{}?back=check", view.entry.id, index + 1)),
            title: p.l(title).to_owned(),
            answers: checked(&p, &view, index, &problems),
        })
        .collect();
    let missing = sections
        .iter()
        .flat_map(|s| &s.answers)
        .filter(|a| !a.error.is_empty())
        .map(|a| {
            let words = p.m("entry-check-problem").arg("question", &a.label).arg("problem", &a.error);
            (a.href.clone(), words.to_string())
        })
        .collect();
    CheckPage {
        sections,
        missing,
        declaration_error,
        is_editable: view.check_editable(now).is_ok(),
        may_submit: view.most >= EntryAct::Submit,
        is_submitted: view.entry.status == EntryStatus::Submitted && !view.has_changes(),
        is_screened: view.entry.screening == Screening::Eligible,
        view,
        p,
    }
}

fn checked(p: &Page, view: &EntryView, index: usize, problems: &Problems) -> Vec<CheckedAnswer> {
    let of = |field: &crate::domain::form::FormField| {
        let id = format!("{PREFIX}{}", field.key);
        let answer = view.entry.answers.get(&field.key).map_or("", String::as_str);
        CheckedAnswer {
            label: p.l(&field.label).to_owned(),
            text: if field.kind.is_file() { String::new() } else { answers::in_words(p.language, field, answer) },
            files: view.files_of(&field.key).map(|f| FileLine::of(p, f)).collect(),
            error: problems.of(&id).to_owned(),
            href: p.url(&format!("/entries/{}/sections/{}?back=check#{id}", view.entry.id, index + 1)),
            id,
        }
    };
    let asked = view.form.section_fields(index).filter(|field| view.form.asks(field, &view.entry.answers));
    asked.map(of).collect()
}

/// Every answer on one page, what is missing on top.
pub async fn show(
    p: Page,
    user: CurrentUser,
    state: Data<AppState>,
    Now(now): Now,
    path: Path<(String, String)>,
) -> Result<HttpResponse, PageError> {
    let view = view_of(&state, &user, &path.1).await?;
    html_as(StatusCode::OK, &page(p, view, String::new(), now))
}

/// Submits the entry, and goes to its receipt.
pub async fn submit(
    p: Page,
    user: CurrentUser,
    state: Data<AppState>,
    Now(now): Now,
    path: Path<(String, String)>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let (entry, actor) = (id::<EntryId>(&path.1)?, user.actor.clone());
    let url = state.settings.server.public_url.clone();
    let submitted = if form.has("declaration") {
        state.db.write(move |c| entries::submit(c, &actor, entry, now, now, &url)).await
    } else {
        Err(AppError::Invalid(vec![FieldProblem::new("declaration", "entry-check-declaration-missing")]))
    };
    match submitted {
        Ok(_) => Ok(see_other(p.url(&format!("/entries/{entry}/receipt")))),
        Err(AppError::Invalid(list)) => {
            let view = view_of(&state, &user, &path.1).await?;
            let error = Problems::new(&p, &list).of("declaration").to_owned();
            html_as(StatusCode::UNPROCESSABLE_ENTITY, &page(p, view, error, now))
        }
        Err(error) => Err(error.into()),
    }
}
