//! The lab's page of robustness: what it takes to change a podium, in sentences.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};
use askama::Template;

use super::{crumbs, open, tabs, words};
use crate::app::results::lab::{PodiumOf, ScoredRound, Weaknesses, weaknesses};
use crate::i18n::isolated;
use crate::judging::ranking::robustness::{OneStep, Podium, WeightShift};
use crate::web::error::PageError;
use crate::web::extract::CurrentUser;
use crate::web::html;
use crate::web::organiser::desk::Desk;
use crate::web::page::Page;
use crate::web::state::AppState;

/// Most changes of a single mark that are written out.
const WRITTEN: usize = 30;

/// A change, and each podium it changes.
struct Change {
    what: String,
    podiums: Vec<String>,
}

/// A category at a glance.
struct Glance {
    category: String,
    podium: String,
    jurors: usize,
    steps: usize,
    weights: String,
    is_firm: bool,
}

#[derive(Template)]
#[template(path = "organiser/lab/robustness.html")]
struct RobustnessPage {
    p: Page,
    desk: Desk,
    crumbs: Vec<(String, String)>,
    here: String,
    tabs: Vec<(String, String, bool)>,
    top: u32,
    smallest: String,
    glances: Vec<Glance>,
    jurors: Vec<Change>,
    steps: Vec<Change>,
    weights: Vec<Change>,
    found: Weaknesses,
}

/// The page.
pub async fn show(
    p: Page,
    user: CurrentUser,
    path: Path<(String, String)>,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let (desk, counted) = open(&state, &user, &path.1).await?;
    let found = state.counts.compute(&counted, weaknesses).await?;
    let round = &counted.round;
    let p = p.in_zone(round.edition.zone());
    let change = |what: String, podium: &Podium| Change {
        what,
        podiums: found.changed(round, podium).iter().map(|of| becomes(&p, round, of)).collect(),
    };
    let jurors = found.jurors.found.iter().filter(|x| x.changed).map(|x| {
        change(p.m("lab-without").arg("juror", isolated(words::juror(round, x.juror))).to_string(), &x.podium)
    });
    let steps = found.steps.found.iter().take(WRITTEN).map(|x| change(step(&p, round, x), &x.podium));
    let weights = found.weights.found.iter().map(|x| change(shift(&p, round, x), &x.podium));
    html(&RobustnessPage {
        crumbs: crumbs(&p, &desk),
        here: p.t("lab-title"),
        tabs: tabs(&p, &desk, "lab/robustness"),
        top: round.top(),
        smallest: smallest(&p, round, &found),
        glances: found.podiums.iter().map(|of| glance(&p, round, &found, of)).collect(),
        jurors: jurors.collect(),
        steps: steps.collect(),
        weights: weights.collect(),
        found,
        desk,
        p,
    })
}

/// A podium in one line.
fn line(p: &Page, round: &ScoredRound, podium: &Podium) -> String {
    let place = |(rank, entry): &(u32, u32)| {
        p.m("lab-place").arg("rank", p.n(*rank)).arg("entry", isolated(words::title(round, *entry))).to_string()
    };
    podium.iter().map(place).collect::<Vec<_>>().join(&p.t("lab-and"))
}

fn becomes(p: &Page, round: &ScoredRound, of: &PodiumOf) -> String {
    let category = words::category(p, round, of.category);
    if of.podium.is_empty() {
        return p.m("lab-becomes-nothing").arg("category", category).to_string();
    }
    format!("{} {}", p.m("lab-becomes").arg("category", category), line(p, round, &of.podium))
}

fn step(p: &Page, round: &ScoredRound, x: &OneStep) -> String {
    let Some(card) = round.cards.get(x.card) else { return String::new() };
    let before = card.marks.get(x.criterion).copied().flatten().unwrap_or(0);
    p.m("lab-step")
        .arg("juror", isolated(words::juror(round, card.juror)))
        .arg("entry", isolated(words::title(round, card.entry)))
        .arg("criterion", words::criterion(p, round, x.criterion))
        .arg("from", p.hundredths(before, 0))
        .arg("to", p.hundredths(before + x.change, 0))
        .to_string()
}

/// The share of a criterion before and after: the other weights keep their proportions.
fn shift(p: &Page, round: &ScoredRound, x: &WeightShift) -> String {
    let weight = |at: usize| round.criteria.get(at).map_or(0, |c| i64::from(c.weight_bp));
    let whole: i64 = (0..round.criteria.len()).map(weight).sum();
    let after = 10_000 * (weight(x.criterion) + x.change) / (whole + x.change).max(1);
    let percent = |basis_points: i64| p.m("percent").arg("number", p.hundredths(basis_points, 2)).to_string();
    p.m("lab-shift")
        .arg("criterion", words::criterion(p, round, x.criterion))
        .arg("from", percent(weight(x.criterion)))
        .arg("to", percent(after))
        .to_string()
}

/// The smallest change that was found, in a sentence.
fn smallest(p: &Page, round: &ScoredRound, found: &Weaknesses) -> String {
    let weight = found.weights.found.iter().min_by_key(|x| x.change.abs());
    match (found.steps.found.len(), weight) {
        (0, None) => match found.jurors.found.iter().filter(|x| x.changed).count() {
            0 => p.t("lab-firm"),
            jurors => p.m("lab-only-jurors").arg("n", jurors).to_string(),
        },
        (0, Some(weight)) => p.m("lab-smallest-weight").arg("shift", shift(p, round, weight)).to_string(),
        (steps, _) => p.m("lab-smallest-step").arg("n", steps).to_string(),
    }
}

fn glance(p: &Page, round: &ScoredRound, found: &Weaknesses, of: &PodiumOf) -> Glance {
    let touches = |podium: &Podium| found.changed(round, podium).iter().any(|other| other.category == of.category);
    let jurors = found.jurors.found.iter().filter(|x| x.changed && touches(&x.podium)).count();
    let steps = found.steps.found.iter().filter(|x| touches(&x.podium)).count();
    let weight = found.weights.found.iter().filter(|x| touches(&x.podium)).min_by_key(|x| x.change.abs());
    Glance {
        category: words::category(p, round, of.category).to_owned(),
        podium: line(p, round, &of.podium),
        jurors,
        steps,
        is_firm: jurors == 0 && steps == 0 && weight.is_none(),
        weights: weight.map_or_else(|| words::NONE.to_owned(), |x| shift(p, round, x)),
    }
}
