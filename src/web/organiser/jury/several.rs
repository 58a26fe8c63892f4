//! Inviting many people from a pasted table: read first, then sent.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use askama::Template;

use crate::app::AppError;
use crate::app::jury::{self, InviteLine};
use crate::domain::policy::OrganiserAct;
use crate::web::error::PageError;
use crate::web::extract::{CurrentUser, Form, Now};
use crate::web::organiser::desk::Desk;
use crate::web::page::Page;
use crate::web::problems::Problems;
use crate::web::state::AppState;
use crate::web::{html_as, see_other};

/// A line of the table with what became of it.
struct Line {
    number: usize,
    name: String,
    email: String,
    problems: Vec<String>,
}

#[derive(Template)]
#[template(path = "organiser/jury_several.html")]
struct SeveralPage {
    p: Page,
    desk: Desk,
    table: String,
    lines: Vec<Line>,
    good: usize,
    problems: Problems,
}

/// The form.
pub async fn several(path: Path<(String, String)>, p: Page, user: CurrentUser) -> Result<HttpResponse, PageError> {
    let desk = Desk::open(&user, &path.1, OrganiserAct::Run, "jury")?;
    html_as(StatusCode::OK, &page(p, desk, "", &[], Problems::default()))
}

/// Reads the table and shows every line; with `send`, invites everybody on a good line.
pub async fn several_create(
    path: Path<(String, String)>,
    p: Page,
    user: CurrentUser,
    form: Form,
    now: Now,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let desk = Desk::open(&user, &path.1, OrganiserAct::Run, "jury")?;
    let (actor, id, table) = (user.actor.clone(), desk.edition.id, form.text("table").to_owned());
    if form.has("send") {
        let public_url = state.settings.server.public_url.clone();
        state.db.write(move |c| jury::invite_several(c, &actor, id, &table, &public_url, now.0)).await?;
        return Ok(see_other(p.url(&format!("/organiser/{}/jury?done=invited", path.1))));
    }
    match state.db.read(move |c| jury::read_invitations(c, &actor, id, &table, now.0)).await {
        Ok(lines) => html_as(StatusCode::OK, &page(p, desk, form.text("table"), &lines, Problems::default())),
        Err(AppError::Invalid(problems)) => {
            let problems = Problems::new(&p, &problems);
            html_as(StatusCode::UNPROCESSABLE_ENTITY, &page(p, desk, form.text("table"), &[], problems))
        }
        Err(error) => Err(error.into()),
    }
}

fn page(p: Page, desk: Desk, table: &str, lines: &[InviteLine], problems: Problems) -> SeveralPage {
    let good = lines.iter().filter(|line| line.problems.is_empty()).count();
    let lines = lines
        .iter()
        .map(|line| Line {
            number: line.number,
            name: line.invitation.name.clone(),
            email: line.invitation.email.clone(),
            problems: Problems::new(&p, &line.problems).all.into_iter().map(|(_, words)| words).collect(),
        })
        .collect();
    SeveralPage { p, desk, table: table.to_owned(), lines, good, problems }
}
