//! The ranking of a closed round, and the decisions that are staged.

use std::sync::Arc;

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};
use askama::Template;

use crate::app::results::{self, CategoryRanking, RankedEntry, Results};
use crate::app::{AppError, AppResult, public};
use crate::domain::edition::Edition;
use crate::domain::entry::Entry;
use crate::domain::outcome::{Outcome, OutcomeKind};
use crate::domain::policy::{Actor, OrganiserAct};
use crate::domain::round::{self, RankingMethod, Round, RoundStatus};
use crate::domain::text::spreadsheet_cell;
use crate::judging::ranking::decimal::Decimal6;
use crate::store::{self, Conn};
use crate::web::csv_answer;
use crate::web::error::PageError;
use crate::web::extract::{CurrentUser, Query};
use crate::web::html;
use crate::web::organiser::desk::Desk;
use crate::web::page::Page;
use crate::web::public::winners::{WinnerPage, WinnersPage};
use crate::web::state::AppState;

#[derive(Template)]
#[template(path = "organiser/results.html")]
struct ResultsPage {
    p: Page,
    desk: Desk,
    shown: Arc<Shown>,
}

impl std::ops::Deref for ResultsPage {
    type Target = Shown;
    fn deref(&self) -> &Shown {
        &self.shown
    }
}

/// How many entries of a category meet in the table of duels.
const DUELS: usize = 12;

/// The duels of an entry.
struct DuelsOf {
    place: String,
    title: String,
    /// For each entry, how many jurors put this one above it, and how many below; none for itself.
    cells: Vec<Option<(u32, u32)>>,
}

impl ResultsPage {
    fn url(&self, path: &str) -> String {
        self.p.url(&format!("/organiser/{}{path}", self.edition.slug))
    }

    /// A score in thousandths of the scale, for the bar.
    fn along(&self, ranked: &RankedEntry) -> i64 {
        let (min, mut max) = (i64::from(self.round.scale_min) * 1_000_000, i64::from(self.round.scale_max) * 1_000_000);
        if self.round.method == RankingMethod::Schulze {
            // Its score is how many others it beats.
            let of = self.results.iter().flat_map(|results| &results.categories);
            let of = of.filter(|of| of.entries.iter().any(|one| one.entry.id == ranked.entry.id));
            max = of.map(|of| i64::try_from(of.entries.len()).unwrap_or(0) - 1).sum::<i64>() * 1_000_000;
        }
        ranked.score.map_or(0, |score| (score.micros() - min) * 1000 / (max - min).max(1)).clamp(0, 1000)
    }

    /// A score as people read it, two decimals.
    fn words(&self, ranked: &RankedEntry) -> String {
        let words = |score: Decimal6| match self.round.method {
            RankingMethod::Schulze => self.p.n(score.micros() / 1_000_000),
            _ => self.points(score.micros()),
        };
        ranked.score.map_or_else(|| "–".to_owned(), words)
    }

    fn points(&self, micros: i64) -> String {
        self.p.points(micros)
    }

    /// What the score is called.
    fn score_name(&self) -> String {
        self.p.t(match self.round.method {
            RankingMethod::Schulze => "results-beaten",
            RankingMethod::Borda => "results-points",
            RankingMethod::WeightedMean | RankingMethod::Calibrated => "results-score",
        })
    }

    /// Where an entry's name leads: to how its score came about, or to the entry.
    fn entry_url(&self, ranked: &RankedEntry) -> String {
        if self.round.is_ranked() {
            self.url(&format!("/entries/{}", ranked.entry.reference))
        } else {
            self.url(&format!("/results/lab/entries/{}", ranked.entry.reference))
        }
    }

    /// The duels of a category: of the first entries only.
    fn duels(&self, of: &CategoryRanking) -> Vec<DuelsOf> {
        let shown = of.duels.len().min(DUELS);
        let cell = |a: usize, b: usize| (a != b).then(|| (of.duels[a][b], of.duels[b][a]));
        let line = |a: usize| {
            let ranked = &of.entries[a];
            let cells = (0..shown).map(|b| cell(a, b)).collect();
            DuelsOf { place: self.place(ranked), title: ranked.entry.title.clone(), cells }
        };
        (0..shown).map(line).collect()
    }

    fn place(&self, ranked: &RankedEntry) -> String {
        match ranked.rank {
            Some(rank) if ranked.is_tied => format!("={rank}"),
            Some(rank) => rank.to_string(),
            None => "–".to_owned(),
        }
    }

    /// The name of the criterion that separates an entry from one with the same score.
    fn tie_break(&self, results: &Results, ranked: &RankedEntry) -> Option<String> {
        let key = ranked.tie_break.as_ref()?;
        let criterion = results.criteria.iter().find(|criterion| criterion.key == *key)?;
        Some(self.p.l(&criterion.name).to_owned())
    }

    fn outcome_of(&self, entry: &Entry) -> Option<&Outcome> {
        self.outcomes.iter().find(|(outcome, _)| outcome.entry_id == entry.id).map(|(outcome, _)| outcome)
    }

    fn word_of(&self, kind: OutcomeKind) -> String {
        match kind {
            OutcomeKind::Winner => self.p.t("outcome-winner"),
            OutcomeKind::Finalist => self.p.t("outcome-finalist"),
        }
    }

    fn entries_url(&self, round: &Round) -> String {
        self.url(&format!("/rounds/{}/entries", round.id))
    }

    fn csv_url(&self) -> String {
        self.url(&format!("/results.csv?round={}", self.round.position))
    }

    /// Whether decisions are made on this round: the last.
    fn is_last(&self) -> bool {
        self.rounds.last().is_some_and(|last| last.id == self.round.id)
    }

    /// The round that comes after this one, while it has not begun.
    fn next(&self) -> Option<&Round> {
        let after = self.rounds.iter().find(|round| round.position > self.round.position);
        after.filter(|round| round.status == RoundStatus::Draft)
    }

    fn is_open(&self) -> bool {
        self.round.status == RoundStatus::Open
    }

    fn is_draft(&self) -> bool {
        self.round.status == RoundStatus::Draft
    }
}

/// The page: results when the round is closed, else what to do first.
pub async fn show(
    p: Page,
    user: CurrentUser,
    path: Path<(String, String)>,
    query: Query,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let desk = Desk::open(&user, &path.1, OrganiserAct::Look, "results")?;
    let shown = state.counts.shown(&state, &user, &path.1, query.parse("round")).await?;
    let p = p.in_zone(shown.edition.zone());
    let sources = [Arc::<Shown>::clone(&shown) as _];
    state.drawn.html(user.user.id, p, desk, &sources, |p, desk| page(p, desk, shown))
}

/// What the page shows.
#[derive(Debug, Clone)]
pub struct Shown {
    edition: Edition,
    round: Round,
    rounds: Vec<Round>,
    /// None before the round is closed.
    pub(super) results: Option<Results>,
    outcomes: Vec<(Outcome, Entry)>,
}

/// Reads what the page shows: the round of a place among the others, else the current one.
pub fn load(c: &mut Conn, actor: &Actor, slug: &str, position: Option<i32>) -> AppResult<Shown> {
    let (edition, _, outcomes) = results::outcomes(c, actor, slug)?;
    let rounds = store::rounds::list(c, edition.id)?;
    let round = match position {
        Some(position) => rounds.iter().find(|round| round.position == position),
        None => round::current(&rounds),
    };
    let round = round.cloned().ok_or(AppError::NotFound)?;
    let is_closed = round.status == RoundStatus::Closed;
    let results = is_closed.then(|| results::results(c, actor, slug, Some(round.position))).transpose()?;
    Ok(Shown { edition, round, rounds, results, outcomes })
}

/// The page of what was read.
pub fn page(p: Page, desk: Desk, shown: Arc<Shown>) -> impl Template {
    ResultsPage { p, desk, shown }
}

/// The ranking as CSV. No cell can become a formula.
pub async fn csv(
    p: Page,
    user: CurrentUser,
    path: Path<(String, String)>,
    query: Query,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let shown = state.counts.shown(&state, &user, &path.1, query.parse("round")).await?;
    let results = shown.results.as_ref().ok_or_else(|| AppError::refused("results-refused-open"))?;
    let mut head = vec![
        p.t("results-category"),
        p.t("results-rank"),
        p.t("results-reference"),
        p.t("results-entry"),
        p.t("winner-organisation"),
        p.t("results-score"),
        p.t("results-scorecards"),
    ];
    head.extend(results.criteria.iter().map(|criterion| p.l(&criterion.name).to_owned()));
    let mut records = vec![head];
    for ranking in &results.categories {
        for ranked in &ranking.entries {
            let mut row = vec![
                ranking.category.code.clone(),
                ranked.rank.map(|rank| rank.to_string()).unwrap_or_default(),
                ranked.entry.reference.clone(),
                spreadsheet_cell(&ranked.entry.title),
                spreadsheet_cell(&ranked.organisation.name),
                ranked.score.map(|score| score.to_string()).unwrap_or_default(),
                ranked.scorecards.to_string(),
            ];
            row.extend(ranked.criteria.iter().map(|mean| mean.map(|x| x.to_string()).unwrap_or_default()));
            records.push(row);
        }
    }
    csv_answer::answer(&format!("results-{}", results.edition.slug), records)
}

/// The exact public pages, before the announcement, to those who decide.
pub async fn preview(
    p: Page,
    user: CurrentUser,
    path: Path<(String, String)>,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let (actor, slug) = (user.actor.clone(), path.into_inner().1);
    let (edition, laureates) = state.db.read(move |c| public::preview(c, &actor, &slug)).await?;
    html(&WinnersPage {
        p: p.in_zone(edition.zone()),
        edition: Some(edition),
        editions: Vec::new(),
        laureates,
        is_preview: true,
        has_report: false,
        base: state.settings.server.public_url.clone(),
    })
}

/// The page of one laureate, before the announcement.
pub async fn preview_one(
    p: Page,
    user: CurrentUser,
    path: Path<(String, String, String)>,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let (actor, slug) = (user.actor.clone(), path.1.clone());
    let (edition, laureates) = state.db.read(move |c| public::preview(c, &actor, &slug)).await?;
    let laureate = laureates.into_iter().find(|l| l.outcome.slug == path.2).ok_or(PageError::NotFound)?;
    let base = state.settings.server.public_url.clone();
    html(&WinnerPage { p: p.in_zone(edition.zone()), edition, laureate, is_preview: true, base, record: None })
}
