//! Links for the press.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use chrono::{DateTime, Utc};

use super::desk::Desk;
use super::sheet::Sheet;
use crate::app::press;
use crate::domain::policy::OrganiserAct;
use crate::domain::press::PressLink;
use crate::web::account::proof;
use crate::web::error::PageError;
use crate::web::extract::{CurrentUser, Form, Now, id};
use crate::web::page::Page;
use crate::web::state::AppState;
use crate::web::{html, html_as, see_other};

#[derive(Template)]
#[template(path = "organiser/press.html")]
struct PressPage {
    p: Page,
    desk: Desk,
    links: Vec<PressLink>,
    embargo_at: Option<DateTime<Utc>>,
    sheet: Sheet,
    /// The address that was just made.
    made: String,
}

impl PressPage {
    fn may_give(&self) -> bool {
        self.embargo_at.is_some() || self.desk.edition.is_announced()
    }
}

async fn page(p: Page, user: &CurrentUser, state: &AppState, slug: &str, sheet: Sheet) -> Result<PressPage, PageError> {
    let desk = Desk::open(user, slug, OrganiserAct::Decide, "press")?;
    let (actor, slug) = (user.actor.clone(), slug.to_owned());
    let (edition, links, embargo_at) = state.db.read(move |c| press::links(c, &actor, &slug)).await?;
    Ok(PressPage { p: p.in_zone(edition.zone()), desk, links, embargo_at, sheet, made: String::new() })
}

/// The links.
pub async fn index(
    p: Page,
    user: CurrentUser,
    state: Data<AppState>,
    path: Path<(String, String)>,
) -> Result<HttpResponse, PageError> {
    html(&page(p, &user, &state, &path.1, Sheet::default()).await?)
}

/// Makes a link. The answer holds it, since it is nowhere else: it can't be a redirect.
pub async fn give(
    p: Page,
    request: HttpRequest,
    user: CurrentUser,
    Now(now): Now,
    state: Data<AppState>,
    path: Path<(String, String)>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    if let Some(ask) = proof::ask(&p, &user, &state, Now(now), &request, &form).await? {
        return Ok(ask);
    }
    let (actor, slug, given_to) = (user.actor.clone(), path.1.clone(), form.text("given_to").to_owned());
    match state.db.write(move |c| press::give(c, &actor, &slug, &given_to, now)).await {
        Ok(secret) => {
            let made = format!("{}{}", state.settings.server.public_url, p.url(&format!("/press/{secret}")));
            let page = page(p, &user, &state, &path.1, Sheet::default()).await?;
            html(&PressPage { made, ..page })
        }
        Err(error) => {
            let (status, sheet): (StatusCode, Sheet) = Sheet::again(&p, form, error)?;
            html_as(status, &page(p, &user, &state, &path.1, sheet).await?)
        }
    }
}

/// Ends a link.
pub async fn revoke(
    p: Page,
    user: CurrentUser,
    Now(now): Now,
    state: Data<AppState>,
    path: Path<(String, String, String)>,
) -> Result<HttpResponse, PageError> {
    let (actor, slug, link) = (user.actor.clone(), path.1.clone(), id(&path.2)?);
    state.db.write(move |c| press::revoke(c, &actor, &slug, link, now)).await?;
    Ok(see_other(p.url(&format!("/organiser/{}/press?done=link-revoked", path.1))))
}
