//! Starting an entry.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Data;
use askama::Template;
use chrono::{DateTime, Utc};

use crate::app::editions::late_codes;
use crate::app::entries::{self, NewEntryPage, TypedEntry};
use crate::app::{AppError, FieldProblem};
use crate::domain::edition::EntryWindow;
use crate::domain::form::FormField;
use crate::domain::language::Language;
use crate::domain::policy::Actor;
use crate::store;
use crate::web::error::PageError;
use crate::web::extract::{CurrentUser, Form, Now, Query};
use crate::web::page::Page;
use crate::web::problems::Problems;
use crate::web::state::AppState;
use crate::web::{html_as, see_other};

#[derive(Template)]
#[template(path = "applicant/new.html")]
struct NewPage {
    p: Page,
    offer: Option<NewEntryPage>,
    window: Option<EntryWindow>,
    /// Until when a code lets entries in.
    until: Option<DateTime<Utc>>,
    typed: TypedEntry,
    problems: Problems,
}

impl NewPage {
    fn is_open(&self) -> bool {
        self.window == Some(EntryWindow::Open) || self.until.is_some()
    }

    fn deadline<'a>(&'a self, offer: &'a NewEntryPage) -> &'a DateTime<Utc> {
        self.until.as_ref().unwrap_or(&offer.edition.closes_at)
    }

    /// The questions of each section, to be read and printed before one begins.
    fn questions(&self) -> Vec<(String, Vec<(String, String)>)> {
        let Some(NewEntryPage { form, .. }) = &self.offer else { return Vec::new() };
        let detail = |field: &FormField| {
            let words = field.max_words.map(|n| self.p.m("entry-question-words").arg("n", n).to_string());
            let optional = (!field.required).then(|| self.p.t("entry-optional"));
            [words, optional].into_iter().flatten().collect::<Vec<_>>().join(" ")
        };
        let of_section = |index: usize| {
            form.section_fields(index).map(|f| (self.p.l(&f.label).to_owned(), detail(f))).collect::<Vec<_>>()
        };
        form.sections.iter().enumerate().map(|(i, title)| (self.p.l(title).to_owned(), of_section(i))).collect()
    }

    fn languages(&self) -> Vec<(&'static str, String)> {
        language_options(&self.p)
    }
}

/// The languages in which answers may be written.
pub fn language_options(p: &Page) -> Vec<(&'static str, String)> {
    Language::ALL.iter().map(|l| (l.as_str(), p.t(l.name_key()))).collect()
}

async fn offer(state: &AppState, actor: Actor) -> Result<Option<NewEntryPage>, PageError> {
    Ok(state.db.read(move |c| entries::new_entry_page(c, &actor)).await?)
}

/// Until when the code of a form lets entries in; a wrong one is counted and said.
async fn code_of(
    state: &AppState,
    user: &CurrentUser,
    offer: Option<&NewEntryPage>,
    typed: &str,
    now: DateTime<Utc>,
) -> Result<(Option<DateTime<Utc>>, Vec<FieldProblem>), PageError> {
    let Some(edition) = offer.map(|offer| offer.edition.clone()) else { return Ok((None, Vec::new())) };
    if typed.is_empty() || edition.entry_window(now) != EntryWindow::Over {
        return Ok((None, Vec::new()));
    }
    let (person, typed) = (user.user.id, typed.to_owned());
    let found = state
        .db
        .write(move |c| {
            let found = late_codes::find(c, &edition, &typed, now)?;
            if found.is_none() {
                late_codes::note_try(c, person, now)?;
            }
            Ok::<_, AppError>(found)
        })
        .await?;
    Ok(match found {
        Some(code) => (Some(code.valid_until), Vec::new()),
        None => (None, vec![FieldProblem::new("code", "late-code-problem-wrong")]),
    })
}

fn page(
    p: Page,
    offer: Option<NewEntryPage>,
    until: Option<DateTime<Utc>>,
    typed: TypedEntry,
    problems: Problems,
) -> NewPage {
    let window = offer.as_ref().map(|o| o.edition.entry_window(p.now));
    let p = match &offer {
        Some(offer) => p.in_zone(offer.edition.zone()),
        None => p,
    };
    NewPage { p, offer, window, until, typed, problems }
}

/// The form, with what is known of the person's startup.
pub async fn show(p: Page, user: CurrentUser, state: Data<AppState>, query: Query) -> Result<HttpResponse, PageError> {
    let offer = offer(&state, user.actor.clone()).await?;
    let late_code = query.text("code").to_owned();
    let (until, wrong) = code_of(&state, &user, offer.as_ref(), &late_code, p.now).await?;
    let known = offer.as_ref().and_then(|o| o.organisations.first().cloned());
    let typed = TypedEntry {
        category: query.text("category").to_owned(),
        organisation: known.as_ref().map(|o| o.name.clone()).unwrap_or_default(),
        website: known.as_ref().map(|o| o.website.clone()).unwrap_or_default(),
        city: known.map(|o| o.city).unwrap_or_default(),
        language: p.language.to_string(),
        late_code,
        ..TypedEntry::default()
    };
    let status = if wrong.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let problems = Problems::new(&p, &wrong);
    html_as(status, &page(p, offer, until, typed, problems))
}

/// Starts the entry and goes to its task list.
pub async fn create(
    p: Page,
    user: CurrentUser,
    state: Data<AppState>,
    now: Now,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let offer = offer(&state, user.actor.clone()).await?.ok_or(PageError::NotFound)?;
    let typed = read(&form);
    let started = match entries::read_new_entry(offer.edition.id, &typed) {
        Ok(new) => start(&state, user.actor.clone(), new, now).await,
        Err(error) => Err(error),
    };
    match started {
        Ok(id) => Ok(see_other(p.url(&format!("/entries/{id}?done=saved")))),
        Err(AppError::Invalid(list)) => {
            let (until, _) = code_of(&state, &user, Some(&offer), &typed.late_code, now.0).await?;
            let problems = Problems::new(&p, &list);
            html_as(StatusCode::UNPROCESSABLE_ENTITY, &page(p, Some(offer), until, typed, problems))
        }
        Err(error) => Err(error.into()),
    }
}

fn read(form: &Form) -> TypedEntry {
    let text = |name: &str| form.text(name).to_owned();
    TypedEntry {
        category: text("category"),
        title: text("title"),
        organisation: text("organisation"),
        website: text("website"),
        city: text("city"),
        language: text("language"),
        late_code: text("code"),
    }
}

/// The reference in a short transaction of its own, then the draft.
async fn start(
    state: &AppState,
    actor: Actor,
    new: entries::NewEntry,
    Now(now): Now,
) -> Result<crate::domain::ids::EntryId, AppError> {
    let (who, what) = (actor.clone(), new.clone());
    let reserve = move |c: &mut store::Conn| {
        entries::check_room(c, &who, &what, now)?;
        entries::reserve_reference(c, what.edition, what.category, &what.late_code, now)
    };
    let reference = state.db.write(reserve).await?;
    let begin = move |c: &mut store::Conn| {
        // Again, in the transaction that writes: two forms sent at once are one too many.
        entries::check_room(c, &actor, &new, now)?;
        entries::start_reserved(c, &actor, new.clone(), &reference, now)
    };
    Ok(state.db.write(begin).await?.id)
}
