//! The organiser's desk: how far the jury has come. Counts and times, never a score.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};
use askama::Template;

use crate::app::assignments::{self, JurorProgress, Progress, Whom};
use crate::domain::policy::OrganiserAct;
use crate::web::error::PageError;
use crate::web::extract::{CurrentUser, Form, Now, Query, id};
use crate::web::organiser::assignments::auto::gaps::{self, Gaps};
use crate::web::organiser::desk::Desk;
use crate::web::page::Page;
use crate::web::state::AppState;
use crate::web::{html, see_other};

/// A juror's line.
struct JurorLine {
    href: String,
    bar: (usize, usize),
    sheets: String,
    /// When all will be in, in words, and whether that is too late.
    expected: String,
    is_late: bool,
    minutes: String,
    /// May be reminded now.
    may_remind: bool,
    /// When the juror was last reminded, in words, or empty.
    reminded: String,
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
    /// How many late jurors may be reminded now.
    late: usize,
}

/// How far a round has come.
pub async fn show(
    path: Path<(String, String)>,
    p: Page,
    user: CurrentUser,
    query: Query,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let desk = Desk::open(&user, &path.1, OrganiserAct::Look, "progress")?;
    let gaps = gaps::find(&p, &desk, &user, &query, &state).await?;
    let (actor, slug, position) = (user.actor.clone(), path.1.clone(), query.parse("round"));
    let (words, now) = (query.text("q").to_owned(), p.now);
    let progress = state.db.read(move |c| assignments::progress(c, &actor, &slug, position, &words, now)).await?;
    html(&page(p, desk, gaps, progress, query.text("q")))
}

/// Reminds one juror, or all that are late.
pub async fn remind(
    path: Path<(String, String)>,
    p: Page,
    user: CurrentUser,
    Now(now): Now,
    state: Data<AppState>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let whom = match form.text("juror") {
        "" => Whom::Late,
        juror => Whom::One(id(juror)?),
    };
    let (actor, slug, position) = (user.actor.clone(), path.1.clone(), form.parse("round"));
    let url = state.settings.server.public_url.clone();
    let count = state.db.write(move |c| assignments::remind(c, &actor, &slug, position, whom, &url, now)).await?;
    let told = if count > 0 { "reminded" } else { "reminded-nobody" };
    let round = position.map(|n| format!("&round={n}")).unwrap_or_default();
    Ok(see_other(p.url(&format!("/organiser/{}/progress?done={told}{round}", path.1))))
}

fn page(p: Page, desk: Desk, gaps: Option<Gaps>, progress: Option<Progress>, words: &str) -> ProgressPage {
    let p = p.in_zone(desk.edition.zone());
    let needed = progress.as_ref().map_or(0, |x| usize::try_from(x.round.jurors_per_entry).unwrap_or(0));
    let line = |x: &Progress, line: &JurorProgress| JurorLine {
        href: desk.url(&p, &format!("jury/{}", line.juror.id)),
        bar: (line.submitted, line.assigned.max(1)),
        sheets: format!("{} / {}", line.submitted, line.assigned),
        expected: line.expected_at.map(|at| p.day(&at)).unwrap_or_default(),
        is_late: line.is_late(&x.round) && x.round.takes_scores(p.now),
        minutes: line.minutes.map(|n| p.m("progress-minutes").arg("n", n).to_string()).unwrap_or_default(),
        may_remind: desk.may_run() && line.may_be_reminded(&x.round, p.now),
        reminded: line
            .reminded_at
            .map(|at| p.m("progress-reminded").arg("at", p.instant(&at)).to_string())
            .unwrap_or_default(),
    };
    let lines: Vec<JurorLine> =
        progress.iter().flat_map(|x| x.jurors.iter().map(move |juror| (x, juror))).map(|(x, j)| line(x, j)).collect();
    let late = lines.iter().filter(|line| line.is_late && line.may_remind).count();
    ProgressPage {
        lines,
        late,
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
