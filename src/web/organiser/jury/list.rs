//! The list of the jury.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};
use askama::Template;

use super::{reads, status_of};
use crate::app::AppError;
use crate::app::jury::{self, JurorFilter, JuryPage, suspicions};
use crate::domain::juror::JurorStatus;
use crate::domain::policy::OrganiserAct;
use crate::web::error::PageError;
use crate::web::extract::{CurrentUser, Query};
use crate::web::html;
use crate::web::organiser::desk::Desk;
use crate::web::page::Page;
use crate::web::state::AppState;

struct Line {
    href: String,
    name: String,
    email: String,
    organisation: String,
    categories: String,
    reads: String,
    status: String,
    kind: &'static str,
    assigned: usize,
    submitted: usize,
    ties: usize,
}

#[derive(Template)]
#[template(path = "organiser/jury.html")]
struct ListPage {
    p: Page,
    desk: Desk,
    lines: Vec<Line>,
    suspicions: usize,
    total: usize,
    words: String,
    status: String,
    statuses: Vec<(&'static str, String)>,
    is_filtered: bool,
}

/// The jury of an edition.
pub async fn index(
    path: Path<(String, String)>,
    p: Page,
    user: CurrentUser,
    query: Query,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let desk = Desk::open(&user, &path.1, OrganiserAct::Look, "jury")?;
    let (actor, slug) = (user.actor.clone(), path.1.clone());
    let filter = JurorFilter { words: query.text("q").to_owned(), status: query.parse("status") };
    let edition = desk.edition.clone();
    let (found, suspicions) = state
        .db
        .read(move |c| {
            Ok::<_, AppError>((jury::list(c, &actor, &slug, &filter)?, suspicions::count(c, &actor, &edition)?))
        })
        .await?;
    html(&page(p, desk, found, suspicions, query.text("q"), query.text("status")))
}

fn page(p: Page, desk: Desk, found: JuryPage, suspicions: usize, words: &str, status: &str) -> ListPage {
    let base = p.url(&format!("/organiser/{}/jury", found.edition.slug));
    let names = |line: &jury::JurorLine| {
        let chosen = found.categories.iter().filter(|c| line.juror.categories.contains(&c.id));
        chosen.map(|c| c.code.clone()).collect::<Vec<_>>().join(" ")
    };
    let lines = found
        .lines
        .iter()
        .map(|line| {
            let (status, kind) = status_of(&p, line.juror.status);
            Line {
                href: format!("{base}/{}", line.juror.id),
                name: line.juror.name.clone(),
                email: line.juror.email.to_string(),
                organisation: line.juror.organisation.clone(),
                categories: if line.juror.categories.is_empty() { p.t("jurors-all-categories") } else { names(line) },
                reads: reads(&p, &line.juror.reads),
                status,
                kind,
                assigned: line.assigned,
                submitted: line.submitted,
                ties: line.ties,
            }
        })
        .collect();
    ListPage {
        desk,
        lines,
        suspicions,
        total: found.total,
        words: words.to_owned(),
        status: status.to_owned(),
        statuses: JurorStatus::ALL.iter().map(|s| (s.as_str(), status_of(&p, *s).0)).collect(),
        is_filtered: !(words.is_empty() && status.is_empty()),
        p,
    }
}
