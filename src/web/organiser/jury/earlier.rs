//! Jurors of earlier editions.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};
use askama::Template;

use crate::app::jury::{self, EarlierJuror};
use crate::domain::ids::JurorId;
use crate::domain::policy::OrganiserAct;
use crate::domain::text::searchable;
use crate::web::error::PageError;
use crate::web::extract::{CurrentUser, Form, Now, Query, id};
use crate::web::organiser::desk::Desk;
use crate::web::page::Page;
use crate::web::state::AppState;
use crate::web::{html, see_other};

#[derive(Template)]
#[template(path = "organiser/jury_earlier.html")]
struct EarlierPage {
    p: Page,
    desk: Desk,
    words: String,
    total: usize,
    lines: Vec<EarlierJuror>,
}

/// The list.
pub async fn earlier(
    p: Page,
    user: CurrentUser,
    query: Query,
    state: Data<AppState>,
    path: Path<(String, String)>,
) -> Result<HttpResponse, PageError> {
    let desk = Desk::open(&user, &path.1, OrganiserAct::Run, "jury")?;
    let (actor, slug) = (user.actor.clone(), path.1.clone());
    let mut lines = state.db.read(move |c| jury::list_earlier(c, &actor, &slug)).await?;
    let (total, words) = (lines.len(), query.text("q").to_owned());
    let wanted = searchable(&words);
    lines.retain(|line| {
        let text = searchable(&format!("{} {} {}", line.juror.name, line.juror.email, line.juror.organisation));
        wanted.split(' ').all(|word| text.contains(word))
    });
    html(&EarlierPage { p, desk, words, total, lines })
}

/// Invites one again.
pub async fn invite_again(
    p: Page,
    user: CurrentUser,
    Now(now): Now,
    state: Data<AppState>,
    path: Path<(String, String)>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let (actor, slug, juror) = (user.actor.clone(), path.1.clone(), id::<JurorId>(form.text("juror"))?);
    let url = state.settings.server.public_url.clone();
    state.db.write(move |c| jury::invite_again(c, &actor, &slug, juror, &url, now)).await?;
    Ok(see_other(p.url(&format!("/organiser/{}/jury/earlier?done=invited", path.1))))
}
