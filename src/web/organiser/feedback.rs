//! Comments before applicants read them.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};
use askama::Template;

use super::desk::Desk;
use crate::app::results::feedback::{self, CommentLine};
use crate::domain::edition::Feedback;
use crate::domain::ids::AssignmentId;
use crate::domain::policy::OrganiserAct;
use crate::web::error::PageError;
use crate::web::extract::{CurrentUser, Form, Now, id};
use crate::web::page::Page;
use crate::web::state::AppState;
use crate::web::{html, see_other};

#[derive(Template)]
#[template(path = "organiser/feedback.html")]
struct CommentsPage {
    p: Page,
    desk: Desk,
    lines: Vec<CommentLine>,
}

impl CommentsPage {
    fn passes_on(&self) -> bool {
        self.desk.edition.feedback == Feedback::Comments
    }
}

/// The comments of the round.
pub async fn show(
    p: Page,
    user: CurrentUser,
    state: Data<AppState>,
    path: Path<(String, String)>,
) -> Result<HttpResponse, PageError> {
    let desk = Desk::open(&user, &path.1, OrganiserAct::Decide, "results")?;
    let (actor, slug) = (user.actor.clone(), path.1.clone());
    let lines = state.db.read(move |c| feedback::comments(c, &actor, &slug)).await?;
    html(&CommentsPage { p, desk, lines })
}

/// Holds a comment back, or passes it on again.
pub async fn hold(
    p: Page,
    user: CurrentUser,
    Now(now): Now,
    state: Data<AppState>,
    path: Path<(String, String, String)>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let (actor, slug, assignment) = (user.actor.clone(), path.1.clone(), id::<AssignmentId>(&path.2)?);
    let is_held = form.text("held") == "1";
    state.db.write(move |c| feedback::hold(c, &actor, &slug, assignment, is_held, now)).await?;
    Ok(see_other(p.url(&format!("/organiser/{}/feedback#c{}", path.1, path.2))))
}
