//! What one's own sheet said before.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};
use askama::Template;

use super::review::mark;
use super::scorecard_url;
use crate::app::scoring::{self, ScorecardPage};
use crate::domain::ids::AssignmentId;
use crate::domain::round::Criterion;
use crate::domain::scorecard::SheetRevision;
use crate::web::error::PageError;
use crate::web::extract::{CurrentUser, Form, Now, id};
use crate::web::page::Page;
use crate::web::state::AppState;
use crate::web::{html, see_other};

#[derive(Template)]
#[template(path = "jury/history.html")]
struct HistoryPage {
    p: Page,
    back: String,
    page: ScorecardPage,
    revisions: Vec<SheetRevision>,
}

impl HistoryPage {
    /// The marks of a revision: criterion and score, in their order.
    fn marks(&self, revision: &SheetRevision) -> Vec<(String, String)> {
        let of = |criterion: &Criterion| {
            (self.p.l(&criterion.name).to_owned(), mark(&self.p, revision.sheet.mark(&criterion.key)))
        };
        self.page.criteria.iter().map(of).collect()
    }

    fn may_bring_back(&self) -> bool {
        self.page.takes_scores && !self.page.is_submitted
    }
}

/// The revisions, newest first.
pub async fn show(
    path: Path<(String, String, String)>,
    p: Page,
    user: CurrentUser,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let (actor, slug, assignment, now) = (user.actor.clone(), path.1.clone(), id::<AssignmentId>(&path.2)?, p.now);
    let read = move |c: &mut crate::store::Conn| scoring::history(c, &actor, &slug, assignment, now);
    let (page, revisions) = state.db.read(read).await?;
    let p = p.in_zone(page.edition.zone());
    html(&HistoryPage { back: scorecard_url(&p, &path.1, assignment, ""), p, page, revisions })
}

/// Brings one back.
pub async fn bring_back(
    path: Path<(String, String, String)>,
    p: Page,
    user: CurrentUser,
    Now(now): Now,
    state: Data<AppState>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let (actor, slug, assignment) = (user.actor.clone(), path.1.clone(), id::<AssignmentId>(&path.2)?);
    let number = form.parse("number").ok_or(PageError::BadRequest)?;
    state.db.write(move |c| scoring::bring_back(c, &actor, &slug, assignment, number, now)).await?;
    Ok(see_other(scorecard_url(&p, &path.1, assignment, "?done=sheet-brought-back")))
}
