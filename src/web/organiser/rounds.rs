//! Rounds: adding and removing them, which entries go on, opening, closing and reopening.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};
use askama::Template;

use crate::app::results::{self, RankedEntry, Results};
use crate::app::{AppError, rounds};
use crate::domain::ids::{EntryId, RoundId};
use crate::domain::policy::OrganiserAct;
use crate::domain::round::Round;
use crate::store;
use crate::web::error::PageError;
use crate::web::extract::{CurrentUser, Form, Now, id};
use crate::web::organiser::desk::Desk;
use crate::web::page::Page;
use crate::web::state::AppState;
use crate::web::{html, see_other};

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
    // Asked first: closing has every juror wait for a moment, which is for nobody else to do.
    Desk::open(&user, &path.1, OrganiserAct::Run, "results")?;
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

/// Adds a round.
pub async fn add(
    p: Page,
    user: CurrentUser,
    path: Path<(String, String)>,
    now: Now,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let (actor, slug) = (user.actor.clone(), path.1.clone());
    let round = state.db.write(move |c| rounds::add(c, &actor, &slug, now.0)).await?;
    Ok(see_other(p.url(&format!("/organiser/{}/criteria?round={}&done=created", path.1, round.position))))
}

/// Takes a round away.
pub async fn remove(
    p: Page,
    user: CurrentUser,
    path: RoundPath,
    now: Now,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let (actor, round) = (user.actor.clone(), id::<RoundId>(&path.2)?);
    state.db.write(move |c| rounds::remove(c, &actor, round, now.0)).await?;
    Ok(see_other(p.url(&format!("/organiser/{}/criteria?done=saved", path.1))))
}

#[derive(Template)]
#[template(path = "organiser/round_entries.html")]
struct EntriesPage {
    p: Page,
    desk: Desk,
    round: Round,
    results: Results,
    /// Those that go on already, or would if nobody said otherwise.
    chosen: Vec<EntryId>,
    is_suggestion: bool,
}

impl EntriesPage {
    fn words(&self, ranked: &RankedEntry) -> String {
        ranked.score.map_or_else(|| "–".to_owned(), |score| self.p.points(score.micros()))
    }

    fn place(&self, ranked: &RankedEntry) -> String {
        ranked.rank.map_or_else(|| "–".to_owned(), |rank| rank.to_string())
    }

    fn is_chosen(&self, ranked: &RankedEntry) -> bool {
        self.chosen.contains(&ranked.entry.id)
    }
}

/// The first half of each category, and whoever shares the last place of it.
fn suggested(results: &Results) -> Vec<EntryId> {
    let of_category = results.categories.iter().flat_map(|category| {
        let half = category.entries.len().div_ceil(2);
        let last = half.checked_sub(1).and_then(|at| category.entries.get(at)).and_then(|x| x.rank);
        category.entries.iter().filter(move |x| x.rank.is_some() && x.rank <= last)
    });
    of_category.map(|x| x.entry.id).collect()
}

/// Which entries go on to a round, in the order of the round before.
pub async fn entries(
    p: Page,
    user: CurrentUser,
    path: RoundPath,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let desk = Desk::open(&user, &path.1, OrganiserAct::Run, "results")?;
    let (actor, slug, id) = (user.actor.clone(), path.1.clone(), id::<RoundId>(&path.2)?);
    let read = move |c: &mut store::Conn| {
        let (_, round, earlier) = rounds::before(c, &actor, id)?;
        let results = results::results(c, &actor, &slug, Some(earlier.position))?;
        Ok::<_, AppError>((store::rounds::list_entries(c, round.id)?, round, results))
    };
    let (chosen, round, results) = state.db.read(read).await?;
    let is_suggestion = chosen.is_empty();
    let chosen = if is_suggestion { suggested(&results) } else { chosen };
    html(&EntriesPage { p: p.in_zone(desk.edition.zone()), desk, round, results, chosen, is_suggestion })
}

/// Says which entries go on.
pub async fn advance(
    p: Page,
    user: CurrentUser,
    path: RoundPath,
    form: Form,
    now: Now,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let (actor, round) = (user.actor.clone(), id::<RoundId>(&path.2)?);
    let chosen = form.all("entry").iter().map(|text| id::<EntryId>(text)).collect::<Result<Vec<_>, _>>()?;
    state.db.write(move |c| rounds::advance(c, &actor, round, &chosen, now.0)).await?;
    Ok(see_other(p.url(&format!("/organiser/{}/rounds/{}/entries?done=saved", path.1, path.2))))
}
