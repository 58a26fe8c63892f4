//! The categories of an edition.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use askama::Template;

use super::desk::Desk;
use super::sheet::{Sheet, Values, localised};
use crate::app::editions::categories::{self, CategoryLine, CategoryText};
use crate::app::{AppError, Step};
use crate::domain::ids::CategoryId;
use crate::domain::policy::OrganiserAct;
use crate::web::error::PageError;
use crate::web::extract::{CurrentUser, Form, Now, id};
use crate::web::page::Page;
use crate::web::state::AppState;
use crate::web::{html, html_as, see_other};

#[derive(Template)]
#[template(path = "organiser/categories.html")]
struct CategoriesPage {
    p: Page,
    desk: Desk,
    lines: Vec<CategoryLine>,
    sheet: Sheet,
}

impl CategoriesPage {
    fn step_href(&self, line: &CategoryLine) -> String {
        self.desk.url(&self.p, &format!("categories/{}/step", line.category.id))
    }
}

async fn page(
    p: Page,
    user: &CurrentUser,
    state: &AppState,
    slug: &str,
    sheet: Sheet,
) -> Result<CategoriesPage, PageError> {
    let desk = Desk::open(user, slug, OrganiserAct::Look, "categories")?;
    let edition = desk.edition.id;
    let lines = state.db.read(move |c| categories::list(c, edition)).await?;
    Ok(CategoriesPage { p, desk, lines, sheet })
}

/// The list, and a form for another.
pub async fn index(
    p: Page,
    user: CurrentUser,
    state: Data<AppState>,
    path: Path<(String, String)>,
) -> Result<HttpResponse, PageError> {
    html(&page(p, &user, &state, &path.1, Sheet::default()).await?)
}

fn read(form: &Form) -> CategoryText {
    CategoryText {
        code: form.text("code").to_owned(),
        name: localised(form, "name"),
        description: localised(form, "description"),
        prize: localised(form, "prize"),
        version: form.text("version").to_owned(),
    }
}

/// Adds a category.
pub async fn add(
    p: Page,
    user: CurrentUser,
    Now(now): Now,
    state: Data<AppState>,
    path: Path<(String, String)>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let (actor, slug, typed) = (user.actor.clone(), path.1.clone(), read(&form));
    match state.db.write(move |c| categories::add(c, &actor, &slug, &typed, now)).await {
        Ok(_) => Ok(see_other(p.url(&format!("/organiser/{}/categories?done=saved", path.1)))),
        Err(AppError::Invalid(problems)) => {
            let sheet = Sheet::refused(&p, form, &problems);
            html_as(StatusCode::UNPROCESSABLE_ENTITY, &page(p, &user, &state, &path.1, sheet).await?)
        }
        Err(error) => Err(error.into()),
    }
}

#[derive(Template)]
#[template(path = "organiser/category.html")]
struct CategoryPage {
    p: Page,
    desk: Desk,
    line: CategoryLine,
    sheet: Sheet,
}

impl CategoryPage {
    /// Once it stands in the reference of an entry, a code is fixed.
    fn is_fixed(&self) -> bool {
        self.line.entries > 0
    }

    fn code_hint(&self) -> String {
        self.p.t(if self.is_fixed() { "category-code-fixed" } else { "category-code-hint" })
    }

    fn code_attrs(&self) -> &'static str {
        if self.is_fixed() { "readonly" } else { "maxlength=5" }
    }
}

async fn one(
    p: Page,
    user: &CurrentUser,
    state: &AppState,
    path: &(String, String, String),
    sheet: Option<Sheet>,
) -> Result<CategoryPage, PageError> {
    let desk = Desk::open(user, &path.1, OrganiserAct::Look, "categories")?;
    let (edition, category) = (desk.edition.id, id::<CategoryId>(&path.2)?);
    let line = state.db.read(move |c| categories::get(c, edition, category)).await?;
    let values = || {
        let prize = line.prize.as_ref().map(|p| p.name.clone()).unwrap_or_default();
        Values::default()
            .with("code", &line.category.code)
            .localised("name", &line.category.name)
            .localised("description", &line.category.description)
            .localised("prize", &prize)
    };
    let sheet = sheet.unwrap_or_else(|| Sheet::saved(values()));
    Ok(CategoryPage { p, desk, line, sheet })
}

/// One category.
pub async fn show(
    p: Page,
    user: CurrentUser,
    state: Data<AppState>,
    path: Path<(String, String, String)>,
) -> Result<HttpResponse, PageError> {
    html(&one(p, &user, &state, &path, None).await?)
}

/// Changes a category.
pub async fn edit(
    p: Page,
    user: CurrentUser,
    Now(now): Now,
    state: Data<AppState>,
    path: Path<(String, String, String)>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let (actor, slug, category, typed) = (user.actor.clone(), path.1.clone(), id(&path.2)?, read(&form));
    let (status, sheet) = match state.db.write(move |c| categories::edit(c, &actor, &slug, category, &typed, now)).await
    {
        Ok(()) => return Ok(see_other(p.url(&format!("/organiser/{}/categories?done=saved", path.1)))),
        Err(error) => Sheet::again(&p, form, error)?,
    };
    html_as(status, &one(p, &user, &state, &path, Some(sheet)).await?)
}

/// The step that a button asks for.
pub(super) fn step_of(form: &Form) -> Result<Step, PageError> {
    match form.text("step") {
        "up" => Ok(Step::Up),
        "down" => Ok(Step::Down),
        _ => Err(PageError::BadRequest),
    }
}

/// Moves a category one place.
pub async fn step(
    p: Page,
    user: CurrentUser,
    Now(now): Now,
    state: Data<AppState>,
    path: Path<(String, String, String)>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let (actor, slug, category, step) = (user.actor.clone(), path.1.clone(), id(&path.2)?, step_of(&form)?);
    state.db.write(move |c| categories::step(c, &actor, &slug, category, step, now)).await?;
    Ok(see_other(p.url(&format!("/organiser/{}/categories", path.1))))
}

/// Takes a category away.
pub async fn remove(
    p: Page,
    user: CurrentUser,
    Now(now): Now,
    state: Data<AppState>,
    path: Path<(String, String, String)>,
) -> Result<HttpResponse, PageError> {
    let (actor, slug, category) = (user.actor.clone(), path.1.clone(), id(&path.2)?);
    state.db.write(move |c| categories::remove(c, &actor, &slug, category, now)).await?;
    Ok(see_other(p.url(&format!("/organiser/{}/categories?done=saved", path.1))))
}
