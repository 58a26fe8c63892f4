//! The organiser's desk: how far the jury has come. Counts and times, never a score.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};
use askama::Template;

use crate::app::assignments::{self, Progress};
use crate::domain::policy::OrganiserAct;
use crate::web::error::PageError;
use crate::web::extract::{CurrentUser, Query};
use crate::web::html;
use crate::web::organiser::assignments::auto::gaps::{self, Gaps};
use crate::web::organiser::desk::Desk;
use crate::web::page::Page;
use crate::web::state::AppState;

/// A juror's line.
struct JurorLine {
    href: String,
    bar: (usize, usize),
    sheets: String,
}

#[derive(Template)]
#[template(path = "organiser/progress.html")]
struct ProgressPage {
    p: Page,
    desk: Desk,
    gaps: Option<Gaps>,
    lines: Vec<JurorLine>,
    progress: Option<Progress>,
    needed: usize,
    complete: usize,
    words: String,
}

/// How far a round has come.
pub async fn show(
    path: Path<(String, String)>,
    p: Page,
    user: CurrentUser,
    query: Query,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let desk = Desk::open(&state, &user, &path.1, OrganiserAct::Look, "progress").await?;
    let gaps = gaps::find(&p, &desk, &user, &query, &state).await?;
    let (actor, slug, position) = (user.actor.clone(), path.1.clone(), query.parse("round"));
    let words = query.text("q").to_owned();
    let progress = state.db.read(move |c| assignments::progress(c, &actor, &slug, position, &words)).await?;
    html(&page(p, desk, gaps, progress, query.text("q")))
}

fn page(p: Page, desk: Desk, gaps: Option<Gaps>, progress: Option<Progress>, words: &str) -> ProgressPage {
    let p = p.in_zone(desk.edition.zone());
    let needed = progress.as_ref().map_or(0, |x| usize::try_from(x.round.jurors_per_entry).unwrap_or(0));
    let lines = progress.iter().flat_map(|x| &x.jurors).map(|line| JurorLine {
        href: desk.url(&p, &format!("jury/{}", line.juror.id)),
        bar: (line.submitted, line.assigned.max(1)),
        sheets: format!("{} / {}", line.submitted, line.assigned),
    });
    ProgressPage {
        lines: lines.collect(),
        complete: progress.as_ref().map_or(0, |x| x.entries.iter().filter(|e| e.submitted >= needed).count()),
        needed,
        words: words.to_owned(),
        desk,
        gaps,
        progress,
        p,
    }
}

impl ProgressPage {
    /// Whether an entry has all its scorecards.
    fn is_complete(&self, submitted: &usize) -> bool {
        *submitted >= self.needed
    }

    /// Whether an entry has fewer jurors than needed.
    fn lacks_jurors(&self, assigned: &usize) -> bool {
        *assigned < self.needed
    }
}
