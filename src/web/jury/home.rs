//! The editions that a juror judges; with one, straight to it.

use actix_web::HttpResponse;
use actix_web::web::Data;
use askama::Template;

use crate::app::scoring::{self, Seat};
use crate::web::error::PageError;
use crate::web::extract::CurrentUser;
use crate::web::page::Page;
use crate::web::state::AppState;
use crate::web::{html, see_other};

#[derive(Template)]
#[template(path = "jury/home.html")]
struct HomePage {
    p: Page,
    seats: Vec<(String, Seat)>,
}

/// The editions that a juror judges.
pub async fn show(p: Page, user: CurrentUser, state: Data<AppState>) -> Result<HttpResponse, PageError> {
    let actor = user.actor.clone();
    let seats = state.db.read(move |c| scoring::seats(c, &actor)).await?;
    if let [only] = seats.as_slice() {
        Ok(see_other(p.url(&format!("/jury/{}/", only.edition.slug))))
    } else {
        let with_href = |seat: Seat| (p.url(&format!("/jury/{}/", seat.edition.slug)), seat);
        html(&HomePage { seats: seats.into_iter().map(with_href).collect(), p })
    }
}
