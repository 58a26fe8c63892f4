//! Why an entry stands where it stands: its score as a sum, its neighbours, its scorecards.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};
use askama::Template;

use super::{crumbs, open, tabs, words};
use crate::app::results::lab::{EntryCase, LabEntry, Neighbour, ScoredRound, entry_case};
use crate::judging::ranking::explain::Explanation;
use crate::web::error::PageError;
use crate::web::extract::CurrentUser;
use crate::web::html;
use crate::web::organiser::desk::Desk;
use crate::web::page::Page;
use crate::web::state::AppState;

/// A scorecard's part of the score.
struct Part {
    juror: String,
    total: String,
    severity: String,
    adds: String,
}

/// The score as a sum.
struct Sum {
    start: String,
    parts: Vec<Part>,
    score: String,
    weight: String,
}

/// A neighbour in the ranking.
struct Near {
    href: String,
    title: String,
    place: String,
    score: String,
    sentence: String,
    tie_break: String,
    is_close: bool,
}

/// A scorecard.
struct Card {
    juror: String,
    marks: Vec<String>,
    severity: String,
}

#[derive(Template)]
#[template(path = "organiser/lab/entry.html")]
struct EntryPage {
    p: Page,
    desk: Desk,
    crumbs: Vec<(String, String)>,
    here: String,
    tabs: Vec<(String, String, bool)>,
    of: LabEntry,
    heading: String,
    category: String,
    no_model: Option<String>,
    is_calibrated: bool,
    facts: Vec<(String, String)>,
    sum: Option<Sum>,
    neighbours: Vec<Near>,
    criteria: Vec<String>,
    cards: Vec<Card>,
}

/// The page.
pub async fn show(
    p: Page,
    user: CurrentUser,
    path: Path<(String, String, String)>,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let (desk, counted) = open(&state, &user, &path.1).await?;
    let reference = path.2.clone();
    let case = state.counts.compute(&counted, move |round| entry_case(round, &reference)).await?;
    let round = &counted.round;
    html(&page(p.in_zone(round.edition.zone()), desk, round, &case))
}

fn page(p: Page, desk: Desk, round: &ScoredRound, case: &EntryCase) -> EntryPage {
    let of = round.entries[case.line.at as usize].clone();
    let heading = match case.line.place.rank {
        Some(rank) if case.line.place.tied => p.m("lab-why-tied").arg("rank", rank).to_string(),
        Some(rank) => p.m("lab-why").arg("rank", rank).to_string(),
        None => p.t("lab-why-unranked"),
    };
    let mut crumbs = crumbs(&p, &desk);
    let back = round.categories.get(of.category as usize).map_or("", |x| x.code.as_str());
    crumbs.push((desk.url(&p, &format!("results/lab?category={back}")), p.t("lab-title")));
    EntryPage {
        crumbs,
        here: of.entry.title.clone(),
        tabs: tabs(&p, &desk, ""),
        heading,
        category: words::category(&p, round, of.category).to_owned(),
        no_model: case.model.err().map(|reason| p.t(words::no_model(reason))),
        is_calibrated: case.is_calibrated,
        facts: facts(&p, round, case),
        sum: case.explanation.as_ref().map(|x| sum(&p, round, x)),
        neighbours: case.neighbours.iter().map(|x| near(&p, &desk, round, x)).collect(),
        criteria: round.criteria.iter().map(|x| p.l(&x.name).to_owned()).collect(),
        cards: cards(&p, round, case),
        of,
        desk,
        p,
    }
}

fn facts(p: &Page, round: &ScoredRound, case: &EntryCase) -> Vec<(String, String)> {
    let line = &case.line;
    let mut facts = vec![
        (
            p.t("results-rank"),
            p.m("lab-rank-of").arg("rank", words::place(p, line.place)).arg("of", case.ranked).to_string(),
        ),
        (p.t("lab-mean"), words::points_or_none(p, line.mean)),
        (p.t("lab-calibrated"), words::points_or_none(p, line.calibrated)),
    ];
    if let Some(interval) = line.interval {
        facts.push((p.t("lab-interval"), words::range(p, interval)));
    }
    if let Some(ranks) = line.ranks {
        facts.push((p.t("lab-ranks"), words::ranks(p, ranks.rank_low, ranks.rank_high)));
        facts.push((p.m("lab-p-top").arg("top", round.top()).to_string(), words::probability(p, ranks.p_top)));
    }
    facts
}

fn sum(p: &Page, round: &ScoredRound, x: &Explanation) -> Sum {
    let exact = |value: crate::judging::ranking::decimal::Decimal6| p.millionths(value.micros());
    let part = |part: &crate::judging::ranking::explain::Part| Part {
        juror: words::juror(round, part.juror).to_owned(),
        total: exact(part.total),
        severity: exact(part.severity),
        adds: exact(part.adds),
    };
    Sum {
        start: exact(x.start),
        parts: x.parts.iter().map(part).collect(),
        score: exact(x.score),
        weight: words::percent(p, x.weight),
    }
}

fn near(p: &Page, desk: &Desk, round: &ScoredRound, x: &Neighbour) -> Near {
    let of = &round.entries[x.line.at as usize];
    // Said of the one that stands higher, so that the number is about the order that was given.
    let share = x.above.map(|above| if x.is_before { 1.0 - above } else { above });
    let key = if x.is_before { "lab-near-before" } else { "lab-near-after" };
    Near {
        href: desk.url(p, &format!("results/lab/entries/{}", of.entry.reference)),
        title: of.entry.title.clone(),
        place: words::place(p, x.line.place),
        score: words::points_or_none(p, x.line.score),
        sentence: share.map(|share| p.m(key).arg("p", words::probability(p, share)).to_string()).unwrap_or_default(),
        tie_break: tie_break(p, round, x),
        is_close: share.is_some_and(|share| share < crate::judging::ranking::posterior::SEPARABLE),
    }
}

/// What told two entries of equal score apart.
fn tie_break(p: &Page, round: &ScoredRound, x: &Neighbour) -> String {
    match x.tie_break {
        Some(criterion) => {
            let mean = round.entries[x.line.at as usize].criteria.get(criterion).copied().flatten();
            p.m("lab-tie-break")
                .arg("criterion", words::criterion(p, round, criterion))
                .arg("mean", words::points_or_none(p, mean))
                .to_string()
        }
        None if x.is_tied => p.t("lab-tied"),
        None => String::new(),
    }
}

fn cards(p: &Page, round: &ScoredRound, case: &EntryCase) -> Vec<Card> {
    let none = || words::NONE.to_owned();
    let of_entry = round.cards.iter().filter(|card| card.entry == case.line.at);
    of_entry
        .map(|card| Card {
            juror: words::juror(round, card.juror).to_owned(),
            marks: card.marks.iter().map(|mark| mark.map_or_else(none, |mark| p.hundredths(mark, 0))).collect(),
            severity: case
                .severities
                .get(card.juror as usize)
                .copied()
                .flatten()
                .map_or_else(none, |severity| words::signed(p, severity)),
        })
        .collect()
}
