//! The lab's first page: a ranking with how sure it is.

use std::sync::Arc;

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};
use askama::Template;

use super::dots::{Dots, Given, Kind};
use super::{crumbs, open, tabs, words};
use crate::app::results::lab::{Parts, Ranked, Rankings, SEED, ScoredRound};
use crate::domain::round::RankingMethod;
use crate::domain::text::spreadsheet_cell;
use crate::i18n::isolated;
use crate::judging::ranking::decimal::Decimal6;
use crate::web::csv_answer;
use crate::web::error::PageError;
use crate::web::extract::{CurrentUser, Query};
use crate::web::organiser::counts::Counted;
use crate::web::organiser::desk::Desk;
use crate::web::page::Page;
use crate::web::state::AppState;

/// Most rows of a plot, and of the table: the file has them all.
const DRAWN: usize = 40;
const LISTED: usize = 200;
/// What the address says for the round as a whole.
const WHOLE: &str = "all";

/// A line of the table.
struct Line {
    href: String,
    title: String,
    reference: String,
    organisation: String,
    place: String,
    mean: String,
    calibrated: String,
    interval: String,
    ranks: String,
    p_top: String,
    above_next: String,
    other_rank: String,
    scorecards: String,
    part: String,
    tie_break: Option<String>,
    is_close: bool,
    is_first: bool,
}

#[derive(Template)]
#[template(path = "organiser/lab/ranking.html")]
struct RankingPage {
    p: Page,
    desk: Desk,
    crumbs: Vec<(String, String)>,
    here: String,
    tabs: Vec<(String, String, bool)>,
    groups: Vec<(String, String, bool)>,
    title: String,
    method: String,
    is_calibrated: bool,
    other_rank: String,
    no_model: Option<String>,
    parts: Vec<String>,
    apart: u32,
    part_count: u32,
    whole_missing: bool,
    dots: Option<Dots>,
    lines: Vec<Line>,
    total: usize,
    top: u32,
    draws: u32,
    has_close: bool,
}

/// The page: one category, or the round as a whole.
pub async fn show(
    p: Page,
    user: CurrentUser,
    path: Path<(String, String)>,
    query: Query,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let (desk, counted) = open(&state, &user, &path.1).await?;
    let asked = query.text("category").to_owned();
    let is_whole = asked == WHOLE;
    let rankings = state.counts.rankings(&counted, is_whole).await?;
    let round = &counted.round;
    let chosen = match round.categories.iter().position(|x| x.code == asked) {
        Some(category) => category,
        None if asked.is_empty() || is_whole => rankings.categories.iter().position(|x| !x.is_empty()).unwrap_or(0),
        None => return Err(PageError::NotFound),
    };
    let chosen = if is_whole { None } else { Some(chosen) };
    let p = p.in_zone(round.edition.zone());
    let sources = [Arc::<Counted>::clone(&counted) as _, Arc::<Rankings>::clone(&rankings) as _];
    state.drawn.html(user.user.id, p, desk, &sources, |p, desk| page(p, desk, round, &rankings, chosen))
}

/// The page of what was computed: one category, or the round as a whole.
pub fn page(
    p: Page,
    desk: Desk,
    round: &ScoredRound,
    rankings: &Rankings,
    chosen: Option<usize>,
) -> impl Template + use<> {
    let nothing = Vec::new();
    let lines = match chosen {
        Some(category) => rankings.categories.get(category).unwrap_or(&nothing),
        None => rankings.whole.as_ref().unwrap_or(&nothing),
    };
    let title = match chosen.and_then(|category| round.categories.get(category)) {
        Some(category) => p.l(&category.name).to_owned(),
        None => p.t("lab-whole"),
    };
    let group = |code: &str, text: String, is_here: bool| {
        (desk.url(&p, &format!("results/lab?category={code}")), text, is_here)
    };
    let mut groups: Vec<_> = round
        .categories
        .iter()
        .enumerate()
        .map(|(at, x)| group(&x.code, p.l(&x.name).to_owned(), chosen == Some(at)))
        .collect();
    groups.push(group(WHOLE, p.t("lab-whole"), chosen.is_none()));
    let (method, other_rank) = match round.round.method {
        RankingMethod::Calibrated => ("lab-method-calibrated", "lab-by-mean"),
        _ => ("lab-method-mean", "lab-by-model"),
    };
    RankingPage {
        crumbs: crumbs(&p, &desk),
        here: p.t("lab-title"),
        tabs: tabs(&p, &desk, "lab"),
        groups,
        method: p.t(method),
        is_calibrated: round.round.method == RankingMethod::Calibrated && rankings.model.is_ok(),
        other_rank: p.t(other_rank),
        no_model: rankings.model.err().map(|reason| p.t(words::no_model(reason))),
        parts: bridges(&p, round, &rankings.parts),
        apart: rankings.parts.apart,
        part_count: rankings.parts.count,
        whole_missing: chosen.is_none() && rankings.whole.is_none(),
        dots: dots(&p, round, &title, lines),
        lines: lines.iter().take(LISTED).map(|line| table_line(&p, &desk, round, rankings, line)).collect(),
        total: lines.len(),
        top: round.top(),
        draws: rankings.draws,
        has_close: lines.iter().any(Ranked::is_close),
        title,
        desk,
        p,
    }
}

/// The scorecards that would make all entries comparable, in sentences.
fn bridges(p: &Page, round: &ScoredRound, parts: &Parts) -> Vec<String> {
    let sentence = |entry, juror| {
        p.m("lab-bridge")
            .arg("juror", isolated(words::juror(round, juror)))
            .arg("entry", isolated(words::title(round, entry)))
            .to_string()
    };
    parts.bridges.iter().map(|bridge| sentence(bridge.entry, bridge.juror)).collect()
}

/// Without a model, the means alone.
fn dots(p: &Page, round: &ScoredRound, title: &str, lines: &[Ranked]) -> Option<Dots> {
    let given = lines
        .iter()
        .take(DRAWN)
        .enumerate()
        .filter_map(|(n, line)| {
            let mid = line.calibrated.or(line.mean)?.to_f64();
            Some(Given {
                name: format!(
                    "{} · {}",
                    words::place(p, line.place),
                    isolated(&words::short(words::title(round, line.at)))
                ),
                mid,
                interval: line.interval,
                tick: line.mean.filter(|_| line.calibrated.is_some()).map(Decimal6::to_f64),
                kind: match line.place.rank {
                    Some(1) => Kind::First,
                    Some(rank) if rank <= round.top() => Kind::Podium,
                    _ => Kind::Plain,
                },
                is_close: line.is_close() && n + 1 < lines.len().min(DRAWN),
            })
        })
        .collect();
    Dots::new(p, p.m("lab-plot-label").arg("category", title).to_string(), given, false)
}

fn table_line(p: &Page, desk: &Desk, round: &ScoredRound, rankings: &Rankings, line: &Ranked) -> Line {
    let of = &round.entries[line.at as usize];
    Line {
        href: desk.url(p, &format!("results/lab/entries/{}", of.entry.reference)),
        title: of.entry.title.clone(),
        reference: of.entry.reference.clone(),
        organisation: of.organisation.name.clone(),
        place: words::place(p, line.place),
        mean: words::points_or_none(p, line.mean),
        calibrated: words::points_or_none(p, line.calibrated),
        interval: line.interval.map_or_else(|| words::NONE.to_owned(), |interval| words::range(p, interval)),
        ranks: line.ranks.map_or_else(|| words::NONE.to_owned(), |r| words::ranks(p, r.rank_low, r.rank_high)),
        p_top: line.ranks.map_or_else(|| words::NONE.to_owned(), |r| words::probability(p, r.p_top)),
        above_next: line.above_next.map_or_else(|| words::NONE.to_owned(), |share| words::probability(p, share)),
        other_rank: match round.round.method {
            RankingMethod::Calibrated => words::rank(p, line.rank_by_mean),
            _ => words::rank(p, line.rank_calibrated),
        },
        scorecards: p.n(of.scorecards),
        part: line.part.filter(|_| rankings.parts.count > 1).map(|part| words::part(p, part)).unwrap_or_default(),
        tie_break: line.place.tie_break.map(|at| p.l(&round.criteria[round.tie_breaks()[at]].name).to_owned()),
        is_close: line.is_close(),
        is_first: line.place.rank == Some(1),
    }
}

/// Every category as CSV, numbers in full.
pub async fn csv(
    p: Page,
    user: CurrentUser,
    path: Path<(String, String)>,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let (_, counted) = open(&state, &user, &path.1).await?;
    let rankings = state.counts.rankings(&counted, false).await?;
    let round = &counted.round;
    let p_top = p.m("lab-p-top").arg("top", round.top()).to_string();
    let mut records = vec![vec![
        p.t("results-category"),
        p.t("results-rank"),
        p.t("results-reference"),
        p.t("results-entry"),
        p.t("winner-organisation"),
        p.t("results-score"),
        p.t("results-scorecards"),
        p.t("lab-mean"),
        p.t("lab-calibrated"),
        p.t("lab-low"),
        p.t("lab-high"),
        p.t("lab-rank-low"),
        p.t("lab-rank-high"),
        p_top,
        p.t("lab-above-next"),
        p.t("lab-by-mean"),
        p.t("lab-by-model"),
        p.t("lab-part"),
    ]];
    for (category, lines) in round.categories.iter().zip(&rankings.categories) {
        records.extend(lines.iter().map(|line| record(&p, &category.code, round, line)));
    }
    csv_answer::answer(&format!("lab-{}-seed-{SEED}", round.edition.slug), records)
}

fn record(p: &Page, category: &str, round: &ScoredRound, line: &Ranked) -> Vec<String> {
    let of = &round.entries[line.at as usize];
    let exact = |value: Option<Decimal6>| value.map(|value| value.to_string()).unwrap_or_default();
    let real = |value: Option<f64>| value.map(|value| format!("{value:.6}")).unwrap_or_default();
    let whole = |value: Option<u32>| value.map(|value| value.to_string()).unwrap_or_default();
    vec![
        category.to_owned(),
        whole(line.place.rank),
        of.entry.reference.clone(),
        spreadsheet_cell(&of.entry.title),
        spreadsheet_cell(&of.organisation.name),
        exact(line.score),
        of.scorecards.to_string(),
        exact(line.mean),
        exact(line.calibrated),
        real(line.interval.map(|x| x.0)),
        real(line.interval.map(|x| x.1)),
        whole(line.ranks.map(|r| r.rank_low)),
        whole(line.ranks.map(|r| r.rank_high)),
        real(line.ranks.map(|r| r.p_top)),
        real(line.above_next),
        whole(line.rank_by_mean),
        whole(line.rank_calibrated),
        line.part.map(|part| words::part(p, part)).unwrap_or_default(),
    ]
}
