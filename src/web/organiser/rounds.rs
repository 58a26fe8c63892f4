//! Opening, closing and reopening a round.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};

use crate::app::rounds;
use crate::domain::ids::RoundId;
use crate::web::error::PageError;
use crate::web::extract::{CurrentUser, Form, Now, id};
use crate::web::page::Page;
use crate::web::see_other;
use crate::web::state::AppState;

type RoundPath = Path<(String, String, String)>;

fn back(p: &Page, slug: &str, done: &str) -> HttpResponse {
    see_other(p.url(&format!("/organiser/{slug}/results?done={done}")))
}

/// Opens a round.
pub async fn open(
    p: Page,
    user: CurrentUser,
    path: RoundPath,
    now: Now,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let (actor, round) = (user.actor.clone(), id::<RoundId>(&path.2)?);
    state.db.write(move |c| rounds::open(c, &actor, round, now.0)).await?;
    Ok(back(&p, &path.1, "round-opened"))
}

/// Closes a round, and seals its count.
pub async fn close(
    p: Page,
    user: CurrentUser,
    path: RoundPath,
    now: Now,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let (actor, round, key) = (user.actor.clone(), id::<RoundId>(&path.2)?, state.tally_key.clone());
    state.db.write(move |c| rounds::close(c, &actor, round, key.signing(), now.0)).await?;
    Ok(back(&p, &path.1, "round-closed"))
}

/// Reopens a round, with a reason.
pub async fn reopen(
    p: Page,
    user: CurrentUser,
    path: RoundPath,
    form: Form,
    now: Now,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let (actor, round, reason) = (user.actor.clone(), id::<RoundId>(&path.2)?, form.text("reason").to_owned());
    state.db.write(move |c| rounds::reopen(c, &actor, round, &reason, now.0)).await?;
    Ok(back(&p, &path.1, "round-reopened"))
}
