//! The lab's page of advice: which extra scorecards would most settle each podium.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};
use askama::Template;

use super::{crumbs, open, tabs, words};
use crate::app::results::lab::{CategoryAdvice, ScoredRound, advice};
use crate::judging::ranking::advisor::Advice;
use crate::web::error::PageError;
use crate::web::extract::{CurrentUser, Query};
use crate::web::html;
use crate::web::organiser::desk::Desk;
use crate::web::page::Page;
use crate::web::state::AppState;

/// Scorecards advised for each category: what may be asked, and what is without asking.
const CHOICES: [usize; 3] = [3, 5, 10];

/// One advised scorecard.
struct Line {
    entry: String,
    href: String,
    juror: String,
    before: String,
    after: String,
    gain: String,
    bars: (i64, i64),
}

#[derive(Template)]
#[template(path = "organiser/lab/advice.html")]
struct AdvicePage {
    p: Page,
    desk: Desk,
    crumbs: Vec<(String, String)>,
    here: String,
    tabs: Vec<(String, String, bool)>,
    no_model: Option<String>,
    choices: Vec<(String, String, bool)>,
    categories: Vec<(String, Vec<Line>)>,
    top: u32,
}

/// The page.
pub async fn show(
    p: Page,
    user: CurrentUser,
    path: Path<(String, String)>,
    query: Query,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let (desk, counted) = open(&state, &user, &path.1).await?;
    let wanted = query.parse("count").filter(|count| CHOICES.contains(count)).unwrap_or(CHOICES[0]);
    let advice = state.counts.compute(&counted, move |round| advice(round, wanted)).await?;
    let round = &counted.round;
    let p = p.in_zone(round.edition.zone());
    let (no_model, advice) = match advice {
        Ok(advice) => (None, advice),
        Err(reason) => (Some(p.t(words::no_model(reason))), Vec::new()),
    };
    let choice =
        |count: usize| (desk.url(&p, &format!("results/lab/advice?count={count}")), p.n(count), count == wanted);
    html(&AdvicePage {
        crumbs: crumbs(&p, &desk),
        here: p.t("lab-title"),
        tabs: tabs(&p, &desk, "lab/advice"),
        no_model,
        choices: CHOICES.map(choice).to_vec(),
        categories: advice.iter().map(|of| category(&p, &desk, round, of)).collect(),
        top: round.top(),
        desk,
        p,
    })
}

#[expect(clippy::cast_possible_truncation, reason = "a share of a thousand")]
fn category(p: &Page, desk: &Desk, round: &ScoredRound, of: &CategoryAdvice) -> (String, Vec<Line>) {
    let most = of.advice.first().map_or(1.0, |first| first.doubt_before.max(1e-9));
    let line = |advice: &Advice| Line {
        entry: words::title(round, advice.entry).to_owned(),
        href: round
            .entries
            .get(advice.entry as usize)
            .map_or_else(String::new, |x| desk.url(p, &format!("results/lab/entries/{}", x.entry.reference))),
        juror: words::juror(round, advice.juror).to_owned(),
        before: words::real(p, advice.doubt_before),
        after: words::real(p, advice.doubt_after),
        gain: gain(p, advice),
        bars: (
            (1000.0 * advice.doubt_after / most).round() as i64,
            (990.0 * advice.doubt_before / most).round() as i64,
        ),
    };
    (words::category(p, round, of.category).to_owned(), of.advice.iter().map(line).collect())
}

/// By how much the doubt falls, in percent with one decimal.
#[expect(clippy::cast_possible_truncation, reason = "a share of ten thousand")]
fn gain(p: &Page, advice: &Advice) -> String {
    let share = 1.0 - advice.doubt_after / advice.doubt_before.max(1e-9);
    p.m("percent").arg("number", p.hundredths((1e4 * share).round() as i64, 1)).to_string()
}
