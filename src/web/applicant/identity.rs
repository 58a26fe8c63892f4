//! The identity of an entry: its title, the startup behind it, the language of its answers.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use askama::Template;

use super::entry::view_of;
use super::new::language_options;
use crate::app::AppError;
use crate::app::entries::{self, EntryView, IdentityText, identity_version};
use crate::domain::entry::IDENTITY;
use crate::domain::ids::EntryId;
use crate::web::error::PageError;
use crate::web::extract::{CurrentUser, Form, Now, id};
use crate::web::page::Page;
use crate::web::problems::Problems;
use crate::web::state::AppState;
use crate::web::{html_as, see_other};

#[derive(Template)]
#[template(path = "applicant/identity.html")]
struct IdentityPage {
    p: Page,
    view: EntryView,
    typed: IdentityText,
    saved: IdentityText,
    problems: Problems,
    version: String,
    is_editable: bool,
    is_conflict: bool,
}

impl IdentityPage {
    fn path(&self, rest: &str) -> String {
        self.p.url(&format!("/entries/{}{rest}", self.view.entry.id))
    }

    fn languages(&self) -> Vec<(&'static str, String)> {
        language_options(&self.p)
    }

    fn attrs(&self) -> &'static str {
        if self.is_editable { "" } else { "readonly" }
    }
}

fn page(p: Page, view: EntryView, typed: Option<IdentityText>, problems: Problems, is_conflict: bool) -> IdentityPage {
    let saved = IdentityText::of(&view.entry, &view.organisation);
    IdentityPage {
        typed: typed.unwrap_or_else(|| saved.clone()),
        version: identity_version(&saved),
        saved,
        is_editable: view.check_editable(p.now).is_ok() && view.entry.opens(IDENTITY, &view.edition, p.now),
        is_conflict,
        problems,
        view,
        p,
    }
}

/// The identity of an entry.
pub async fn show(
    p: Page,
    user: CurrentUser,
    state: Data<AppState>,
    path: Path<(String, String)>,
) -> Result<HttpResponse, PageError> {
    let view = view_of(&state, &user, &path.1).await?;
    html_as(StatusCode::OK, &page(p, view, None, Problems::default(), false))
}

/// Saves it.
pub async fn save(
    p: Page,
    user: CurrentUser,
    state: Data<AppState>,
    Now(now): Now,
    path: Path<(String, String)>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let (entry, actor, typed) = (id::<EntryId>(&path.1)?, user.actor.clone(), read(&form));
    let (version, wanted) = (form.text("version").to_owned(), typed.clone());
    let saved = state.db.write(move |c| entries::save_identity(c, &actor, entry, &version, &wanted, now, now)).await;
    let (status, problems) = match saved {
        Ok(_) => return Ok(see_other(p.url(&format!("/entries/{entry}?done=saved")))),
        Err(AppError::Invalid(list)) => (StatusCode::UNPROCESSABLE_ENTITY, Problems::new(&p, &list)),
        Err(AppError::Stale) => (StatusCode::CONFLICT, Problems::default()),
        Err(error) => return Err(error.into()),
    };
    let view = view_of(&state, &user, &path.1).await?;
    html_as(status, &page(p, view, Some(typed), problems, status == StatusCode::CONFLICT))
}

fn read(form: &Form) -> IdentityText {
    let text = |name: &str| form.text(name).to_owned();
    IdentityText {
        title: text("title"),
        organisation: text("organisation"),
        website: text("website"),
        city: text("city"),
        language: text("language"),
    }
}
