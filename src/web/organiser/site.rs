//! The look of the installation and its own pages: for those who may create editions.

use actix_multipart::Multipart;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use askama::Template;

use super::sheet::{Sheet, Values, localised};
use crate::app::site::{self, PageText, SiteText};
use crate::domain::site::{Partner, Site, SitePage};
use crate::web::error::PageError;
use crate::web::extract::{CurrentUser, Form, Now};
use crate::web::page::Page;
use crate::web::state::AppState;
use crate::web::uploaded::kept_image;
use crate::web::{html, html_as, see_other};

#[derive(Template)]
#[template(path = "organiser/site.html")]
struct SiteEditor {
    p: Page,
    sheet: Sheet,
    has_logo: bool,
    pages: Vec<SitePage>,
}

impl SiteEditor {
    fn path(&self, page: &SitePage) -> String {
        self.p.url(&format!("/pages/{}", page.slug))
    }
}

fn partners(partners: &[Partner]) -> String {
    let line = |partner: &Partner| format!("{} {}", partner.name, partner.url).trim().to_owned();
    partners.iter().map(line).collect::<Vec<_>>().join("\n")
}

fn values(site: &Site) -> Values {
    Values::default()
        .localised("name", &site.name)
        .localised("tagline", &site.tagline)
        .localised("legal", &site.legal)
        .with("brand", &site.brand)
        .with("partners", partners(&site.partners))
        .with("version", site.version)
}

async fn page(p: Page, user: &CurrentUser, state: &AppState, sheet: Option<Sheet>) -> Result<SiteEditor, PageError> {
    let actor = user.actor.clone();
    let (site, pages) = state.db.read(move |c| site::open(c, &actor)).await?;
    let sheet = sheet.unwrap_or_else(|| Sheet::saved(values(&site)));
    Ok(SiteEditor { p, sheet, has_logo: site.logo_key.is_some(), pages })
}

/// The form.
pub async fn show(p: Page, user: CurrentUser, state: Data<AppState>) -> Result<HttpResponse, PageError> {
    html(&page(p, &user, &state, None).await?)
}

fn back(p: &Page) -> HttpResponse {
    see_other(p.url("/organiser/site?done=saved"))
}

/// Saves it.
pub async fn save(
    p: Page,
    user: CurrentUser,
    Now(now): Now,
    state: Data<AppState>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let typed = SiteText {
        name: localised(&form, "name"),
        tagline: localised(&form, "tagline"),
        legal: localised(&form, "legal"),
        brand: form.text("brand").to_owned(),
        partners: form.text("partners").to_owned(),
        version: form.text("version").to_owned(),
    };
    let actor = user.actor.clone();
    let (status, sheet) = match state.db.write(move |c| site::save(c, &actor, &typed, now)).await {
        Ok(()) => {
            state.looks.read(&state.db).await?;
            return Ok(back(&p));
        }
        Err(error) => Sheet::again(&p, form, error)?,
    };
    html_as(status, &page(p, &user, &state, Some(sheet)).await?)
}

/// Takes a logo.
pub async fn put_logo(
    p: Page,
    user: CurrentUser,
    Now(now): Now,
    state: Data<AppState>,
    parts: Multipart,
) -> Result<HttpResponse, PageError> {
    // Asked before a byte is read.
    let mut page = page(p.clone(), &user, &state, None).await?;
    let problem = match kept_image(&p, &state, parts, now).await? {
        Ok(key) => {
            let actor = user.actor.clone();
            state.db.write(move |c| site::set_logo(c, &actor, Some(key.clone()), now)).await?;
            state.looks.read(&state.db).await?;
            return Ok(back(&p));
        }
        Err(problem) => problem,
    };
    page.sheet.problems = crate::web::problems::Problems::new(&p, &[problem]);
    html_as(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

/// Takes the logo away.
pub async fn remove_logo(
    p: Page,
    user: CurrentUser,
    Now(now): Now,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let actor = user.actor.clone();
    state.db.write(move |c| site::set_logo(c, &actor, None, now)).await?;
    state.looks.read(&state.db).await?;
    Ok(back(&p))
}

#[derive(Template)]
#[template(path = "organiser/site_page.html")]
struct PageEditor {
    p: Page,
    sheet: Sheet,
    /// The word of the page that is changed; none for a new one.
    old: Option<String>,
}

impl PageEditor {
    fn action(&self) -> String {
        self.p.url(&format!("/organiser/site/pages/{}", self.old.as_deref().unwrap_or("new")))
    }
}

/// A page, or an empty form for a new one.
pub async fn page_form(
    p: Page,
    user: CurrentUser,
    state: Data<AppState>,
    path: Path<(String, String)>,
) -> Result<HttpResponse, PageError> {
    let actor = user.actor.clone();
    let (_, pages) = state.db.read(move |c| site::open(c, &actor)).await?;
    if path.1 == "new" {
        let sheet = Sheet::saved(Values::default().with("position", pages.len() + 1));
        return html(&PageEditor { p, sheet, old: None });
    }
    let page = pages.into_iter().find(|page| page.slug == path.1).ok_or(PageError::NotFound)?;
    let values = Values::default()
        .with("slug", &page.slug)
        .localised("title", &page.title)
        .localised("text", &page.text)
        .with("position", page.position)
        .with("version", page.version);
    html(&PageEditor { p, sheet: Sheet::saved(values), old: Some(page.slug) })
}

/// Saves a page.
pub async fn save_page(
    p: Page,
    user: CurrentUser,
    Now(now): Now,
    state: Data<AppState>,
    path: Path<(String, String)>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let typed = PageText {
        slug: form.text("slug").to_owned(),
        title: localised(&form, "title"),
        text: localised(&form, "text"),
        position: form.text("position").to_owned(),
        version: form.text("version").to_owned(),
    };
    let (actor, old) = (user.actor.clone(), Some(path.1.clone()).filter(|slug| slug != "new"));
    let known = old.clone();
    match state.db.write(move |c| site::save_page(c, &actor, known.as_deref(), &typed, now)).await {
        Ok(()) => {
            state.looks.read(&state.db).await?;
            Ok(back(&p))
        }
        Err(error) => {
            let (status, sheet) = Sheet::again(&p, form, error)?;
            html_as(status, &PageEditor { p, sheet, old })
        }
    }
}

/// Takes a page away.
pub async fn remove_page(
    p: Page,
    user: CurrentUser,
    Now(now): Now,
    state: Data<AppState>,
    path: Path<(String, String)>,
) -> Result<HttpResponse, PageError> {
    let (actor, slug) = (user.actor.clone(), path.1.clone());
    state.db.write(move |c| site::remove_page(c, &actor, &slug, now)).await?;
    state.looks.read(&state.db).await?;
    Ok(back(&p))
}
