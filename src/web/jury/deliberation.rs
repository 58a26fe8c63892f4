//! The deliberation, as a juror takes part in it.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};
use askama::Template;

use crate::app::deliberation::{self, RoomView};
use crate::domain::category::is_category_code;
use crate::domain::deliberation::Choice;
use crate::domain::ids::MotionId;
use crate::web::deliberation::{Typed, chosen, events as stream, part};
use crate::web::error::PageError;
use crate::web::extract::{CurrentUser, Form, Query, id};
use crate::web::page::Page;
use crate::web::state::AppState;
use crate::web::{html, see_other};

#[derive(Template)]
#[template(path = "jury/deliberation.html")]
struct DeliberationPage {
    p: Page,
    base: String,
    room: RoomView,
    code: String,
    part: Option<String>,
}

/// The room.
pub async fn show(
    path: Path<(String, String)>,
    p: Page,
    user: CurrentUser,
    query: Query,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let (actor, slug) = (user.actor.clone(), path.1.clone());
    let room = state.db.read(move |c| deliberation::view(c, &actor, &slug, true)).await?;
    let p = p.in_zone(room.edition.zone());
    let base = p.url(&format!("/jury/{}/", path.1));
    let of = chosen(&room, query.text("category"))?;
    let code = of.map(|of| of.category.code.clone()).unwrap_or_default();
    let part = of.map(|of| part(&p, &room, of, Typed::default())).transpose()?;
    html(&DeliberationPage { p, base, room, code, part })
}

/// What changes in the room.
pub async fn events(
    path: Path<(String, String)>,
    p: Page,
    user: CurrentUser,
    query: Query,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    stream(p, &user, state, path.1.clone(), query.text("category").to_owned(), true).await
}

/// A vote.
pub async fn vote(
    path: Path<(String, String, String)>,
    p: Page,
    user: CurrentUser,
    state: Data<AppState>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let (actor, slug, motion) = (user.actor.clone(), path.1.clone(), id::<MotionId>(&path.2)?);
    let choice: Choice = form.text("choice").parse().map_err(|_| PageError::NotFound)?;
    state.db.write(move |c| deliberation::vote(c, &actor, &slug, motion, choice)).await?;
    let code = Some(form.text("category")).filter(|code| is_category_code(code)).unwrap_or_default();
    Ok(see_other(p.url(&format!("/jury/{}/deliberation?category={code}&done=voted#motion-{motion}", path.1))))
}
