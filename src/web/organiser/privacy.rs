//! Requests to be forgotten, and what is forgotten by itself.

use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;

use super::desk::Desk;
use crate::app::erasure::{self, ErasureView};
use crate::domain::policy::OrganiserAct;
use crate::web::account::proof;
use crate::web::error::PageError;
use crate::web::extract::{CurrentUser, Form, Now, id};
use crate::web::page::Page;
use crate::web::state::AppState;
use crate::web::{html, see_other};

#[derive(Template)]
#[template(path = "organiser/privacy.html")]
struct PrivacyPage {
    p: Page,
    desk: Desk,
    views: Vec<ErasureView>,
    drafts_months: u32,
    mails_months: u32,
}

/// The requests.
pub async fn index(
    p: Page,
    user: CurrentUser,
    state: Data<AppState>,
    path: Path<(String, String)>,
) -> Result<HttpResponse, PageError> {
    let desk = Desk::open(&user, &path.1, OrganiserAct::ManageTeam, "privacy")?;
    let (actor, slug) = (user.actor.clone(), path.1.clone());
    let views = state.db.read(move |c| erasure::list(c, &actor, &slug)).await?;
    let retention = state.settings.retention;
    let p = p.in_zone(desk.edition.zone());
    html(&PrivacyPage { p, desk, views, drafts_months: retention.drafts_months, mails_months: retention.mails_months })
}

/// Forgets a person.
pub async fn execute(
    p: Page,
    request: HttpRequest,
    user: CurrentUser,
    Now(now): Now,
    state: Data<AppState>,
    path: Path<(String, String, String)>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    if let Some(ask) = proof::ask(&p, &user, &state, Now(now), &request, &form).await? {
        return Ok(ask);
    }
    let (actor, slug, wanted) = (user.actor.clone(), path.1.clone(), id(&path.2)?);
    state.db.write(move |c| erasure::execute(c, &actor, &slug, wanted, now)).await?;
    Ok(see_other(p.url(&format!("/organiser/{}/privacy?done=erased", path.1))))
}
