//! A section of the questionnaire.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use chrono::{DateTime, Utc};
use serde_json::json;

use super::entry::view_of;
use super::people::here;
use super::question::{Question, answer_problems, questions, typed};
use super::standing::{self, TimeLeft};
use crate::app::entries::{self, EntryView, SavedAnswers, Typed, section_version};
use crate::app::{AppError, AppResult, FieldProblem, answers};
use crate::domain::ids::EntryId;
use crate::i18n::dates;
use crate::web::error::PageError;
use crate::web::extract::{CurrentUser, Form, Now, Query, id, is_fetch};
use crate::web::page::Page;
use crate::web::problems::Problems;
use crate::web::state::AppState;
use crate::web::{html_as, see_other};

#[derive(Template)]
#[template(path = "applicant/section.html")]
struct SectionPage {
    p: Page,
    number: usize,
    total: usize,
    title: String,
    questions: Vec<Question>,
    problems: Problems,
    summary: Vec<(String, String)>,
    version: String,
    saved_at: String,
    back: String,
    removed: String,
    closed: String,
    time_left: Option<TimeLeft>,
    is_limited: bool,
    here: String,
    is_conflict: bool,
    view: EntryView,
}

impl SectionPage {
    fn path(&self, rest: &str) -> String {
        self.p.url(&format!("/entries/{}{rest}", self.view.entry.id))
    }

    fn file_path(&self, file: &str, act: &str) -> String {
        self.path(&format!("/files/{file}/{act}"))
    }

    fn own_path(&self) -> String {
        self.path(&format!("/sections/{}", self.number))
    }

    fn attrs(&self) -> &'static str {
        if self.closed.is_empty() { "" } else { "readonly" }
    }

    fn text_attrs(&self) -> String {
        format!("data-count-unit=\"words\" {}", self.attrs())
    }

    fn number_attrs(&self) -> String {
        format!("inputmode=\"numeric\" {}", self.attrs())
    }

    fn box_attrs(&self) -> &'static str {
        if self.closed.is_empty() { "" } else { "disabled" }
    }
}

/// Why a section is shown, and with what.
#[derive(Debug, Clone, Default)]
pub struct Showing {
    /// What was typed and is not, or not as such, saved.
    pub typed: Option<Typed>,
    /// What is wrong.
    pub problems: Vec<FieldProblem>,
    /// Somebody else has changed the section meanwhile.
    pub is_conflict: bool,
    /// Where to go afterwards: `check`, or empty.
    pub back: String,
    /// The file that was removed by the act before.
    pub removed: String,
    /// Who else is on the section, in words.
    pub here: String,
}

/// The index of a section from its number in the address.
pub fn index_of(number: &str) -> Result<usize, PageError> {
    number.parse::<usize>().ok().and_then(|n| n.checked_sub(1)).ok_or(PageError::NotFound)
}

/// The page of a section.
pub fn page(
    p: Page,
    view: EntryView,
    index: usize,
    showing: &Showing,
    now: DateTime<Utc>,
    status: StatusCode,
) -> Result<HttpResponse, PageError> {
    let title = view.form.sections.get(index).ok_or(PageError::NotFound)?;
    let p = p.in_zone(view.edition.zone());
    let problems = answer_problems(&p, &showing.problems);
    let mut questions = questions(&p, &view, index, showing.typed.as_ref(), &problems);
    if showing.is_conflict {
        for (question, field) in questions.iter_mut().zip(view.form.section_fields(index)) {
            let saved = view.entry.answers.get(&field.key).cloned().unwrap_or_default();
            let theirs = answers::in_words(p.language, field, &saved);
            question.theirs = (!field.kind.is_file() && saved != question.value).then_some(theirs);
            for (line, file) in question.files.iter_mut().zip(view.files_of(&field.key)) {
                line.theirs = (line.alt != file.alt).then(|| file.alt.clone());
            }
        }
    }
    let closed = match view.check_editable(now) {
        Ok(()) => String::new(),
        Err(refusal) => match entries::refused(refusal, &view.edition, Some(&view.entry)) {
            AppError::Refused { key, args } => p.m(key).args(&args).to_string(),
            _ => String::new(),
        },
    };
    let has_answers = view.form.section_fields(index).any(|f| view.entry.answers.contains_key(&f.key));
    let saved_at = if has_answers && closed.is_empty() {
        p.m("entry-save-last").arg("time", p.instant(&view.entry.updated_at)).to_string()
    } else {
        String::new()
    };
    let page = SectionPage {
        number: index + 1,
        total: view.form.sections.len(),
        title: p.l(title).to_owned(),
        version: section_version(&view.form, index, &view.entry.answers, &view.files),
        back: if showing.back == "check" { "check".to_owned() } else { String::new() },
        removed: showing.removed.clone(),
        here: showing.here.clone(),
        is_conflict: showing.is_conflict,
        summary: summary(&p, &questions),
        questions,
        problems,
        saved_at,
        is_limited: view.entry.is_limited(&view.edition, now),
        time_left: standing::time_left(&p, view.entry.deadline(&view.edition), closed.is_empty(), now),
        closed,
        view,
        p,
    };
    html_as(status, &page)
}

/// What is wrong, each with the question it belongs to, for the list on top.
fn summary(p: &Page, questions: &[Question]) -> Vec<(String, String)> {
    let line = |q: &Question| {
        let words = p.m("entry-check-problem").arg("question", &q.label).arg("problem", &q.error);
        (q.id.clone(), words.to_string())
    };
    questions.iter().filter(|q| !q.error.is_empty()).map(line).collect()
}

/// A section.
pub async fn show(
    p: Page,
    user: CurrentUser,
    state: Data<AppState>,
    now: Now,
    path: Path<(String, String, String)>,
    query: Query,
) -> Result<HttpResponse, PageError> {
    let index = index_of(&path.2)?;
    let view = view_of(&state, &user, &path.1).await?;
    let back = query.text("back").to_owned();
    let is_of_section = |key: &str| view.form.field(key).is_some_and(|f| f.section == index);
    // Whoever comes from the check wants to see what it found.
    let problems = view.problems().into_iter().filter(|x| is_of_section(&x.field));
    let problems = problems
        .filter(|x| back == "check" || !["entry-answer-missing", "entry-file-alt-missing"].contains(&x.key))
        .collect();
    let removed = id::<crate::domain::ids::FileId>(query.text("removed")).map(|f| f.to_string()).unwrap_or_default();
    let here = here(&p, &user, &state, view.entry.id, index + 1, now.0).await?;
    let showing = Showing { problems, back, removed, here, ..Showing::default() };
    page(p, view, index, &showing, now.0, StatusCode::OK)
}

/// Saves what a form sent.
pub async fn save_form(
    state: &AppState,
    user: &CurrentUser,
    entry: EntryId,
    index: usize,
    form: &Form,
    now: DateTime<Utc>,
) -> AppResult<SavedAnswers> {
    let (actor, typed, version) = (user.actor.clone(), typed(form), form.text("version").to_owned());
    let received_at = now;
    state.db.write(move |c| entries::save_section(c, &actor, entry, (index, &version), &typed, received_at, now)).await
}

/// Saves a section: for a script, or on the way to the next page.
pub async fn save(
    p: Page,
    user: CurrentUser,
    state: Data<AppState>,
    Now(now): Now,
    path: Path<(String, String, String)>,
    request: HttpRequest,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let (entry, index) = (id::<EntryId>(&path.1)?, index_of(&path.2)?);
    let saved = save_form(&state, &user, entry, index, &form, now).await;
    if is_fetch(&request) {
        return tell_script(&p, index, saved);
    }
    match saved {
        Ok(saved) if saved.problems.is_empty() => Ok(see_other(next_page(&p, &saved, index, &form))),
        Ok(saved) => show_again(p, &user, &state, entry, index, &form, saved.problems, now).await,
        Err(error) => show_refused(p, &user, &state, entry, index, &form, error, now).await,
    }
}

/// The page again, with everything that was typed and what is wrong with it.
#[allow(clippy::too_many_arguments)] // all of a request
pub async fn show_again(
    p: Page,
    user: &CurrentUser,
    state: &AppState,
    entry: EntryId,
    index: usize,
    form: &Form,
    problems: Vec<FieldProblem>,
    now: DateTime<Utc>,
) -> Result<HttpResponse, PageError> {
    let view = view_of(state, user, &entry.to_string()).await?;
    let showing =
        Showing { typed: Some(typed(form)), problems, back: form.text("back").to_owned(), ..Showing::default() };
    page(p, view, index, &showing, now, StatusCode::UNPROCESSABLE_ENTITY)
}

/// The page again when nothing was saved: with both versions after a change by somebody else, to
/// be read only after the deadline. What was typed is shown in any case.
#[allow(clippy::too_many_arguments)] // all of a request
pub async fn show_refused(
    p: Page,
    user: &CurrentUser,
    state: &AppState,
    entry: EntryId,
    index: usize,
    form: &Form,
    error: AppError,
    now: DateTime<Utc>,
) -> Result<HttpResponse, PageError> {
    if !matches!(error, AppError::Stale | AppError::Refused { .. }) {
        return Err(error.into());
    }
    let view = view_of(state, user, &entry.to_string()).await?;
    let showing = Showing {
        typed: Some(typed(form)),
        is_conflict: matches!(error, AppError::Stale),
        back: form.text("back").to_owned(),
        ..Showing::default()
    };
    page(p, view, index, &showing, now, StatusCode::CONFLICT)
}

/// Where a person goes after saving.
fn next_page(p: &Page, saved: &SavedAnswers, index: usize, form: &Form) -> String {
    let entry = saved.entry.id;
    let is_last = index + 1 >= saved.form.sections.len();
    match (form.text("then"), form.text("back")) {
        // Without scripts, questions that an answer has just opened are not on the page yet.
        ("stay" | "continue", _) if form.text("then") == "stay" || saved.opened.contains(&index) => {
            p.url(&format!("/entries/{entry}/sections/{}?done=saved", index + 1))
        }
        ("leave", _) => p.url(&format!("/entries/{entry}?done=saved")),
        (_, "check") => p.url(&format!("/entries/{entry}/check?done=saved")),
        _ if is_last => p.url(&format!("/entries/{entry}/check?done=saved")),
        _ => p.url(&format!("/entries/{entry}/sections/{}?done=saved", index + 2)),
    }
}

/// The answer to a script that saves while a person types.
fn tell_script(p: &Page, index: usize, saved: AppResult<SavedAnswers>) -> Result<HttpResponse, PageError> {
    match saved {
        Ok(saved) => {
            let version = section_version(&saved.form, index, &saved.entry.answers, &saved.files);
            let mut answer =
                if saved.lost.is_empty() { HttpResponse::Ok() } else { HttpResponse::UnprocessableEntity() };
            let saved_at = dates::time(p.now, saved.zone);
            Ok(answer.json(json!({ "saved_at": saved_at, "version": version, "lost": saved.lost })))
        }
        Err(AppError::Stale) => Ok(HttpResponse::Conflict().json(json!({ "error": p.t("entry-save-conflict") }))),
        Err(AppError::Refused { key, args }) => {
            Ok(HttpResponse::Conflict().json(json!({ "error": p.m(key).args(&args).to_string() })))
        }
        Err(error) => Err(error.into()),
    }
}
