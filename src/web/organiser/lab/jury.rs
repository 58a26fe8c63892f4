//! The lab's page of the jury: habits, for people to talk about.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};
use askama::Template;

use super::dots::{Dots, Given, Kind};
use super::{crumbs, open, tabs, words};
use crate::app::results::lab::{CriterionAgreement, JurorRow, Jury, ScoredRound, jury};
use crate::domain::text::spreadsheet_cell;
use crate::i18n::isolated;
use crate::web::csv_answer;
use crate::web::error::PageError;
use crate::web::extract::CurrentUser;
use crate::web::html;
use crate::web::organiser::desk::Desk;
use crate::web::page::Page;
use crate::web::state::AppState;

/// Most rows of the plot.
const DRAWN: usize = 60;
/// The interval of a severity holds it with probability 90 %.
const INTERVAL: f64 = 1.644_853_626_951_472_2;
/// A drift this many standard errors from nothing is worth a look.
const DRIFT: f64 = 2.0;

/// A line of the table.
struct Line {
    href: String,
    name: String,
    severity: String,
    interval: String,
    mean: String,
    scorecards: String,
    spread: String,
    disagreement: String,
    straight: String,
    time: String,
    drift: String,
    has_drift: bool,
}

/// How far the marks of a criterion come from the entry, the juror and chance.
struct Agreement {
    name: String,
    shares: Option<[String; 3]>,
    bar: i64,
    reason: String,
}

#[derive(Template)]
#[template(path = "organiser/lab/jury.html")]
struct JuryPage {
    p: Page,
    desk: Desk,
    crumbs: Vec<(String, String)>,
    here: String,
    tabs: Vec<(String, String, bool)>,
    no_model: Option<String>,
    dots: Option<Dots>,
    lines: Vec<Line>,
    agreements: Vec<Agreement>,
}

/// The page.
pub async fn show(
    p: Page,
    user: CurrentUser,
    path: Path<(String, String)>,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let (desk, counted) = open(&state, &user, &path.1).await?;
    let jury = state.counts.compute(&counted, jury).await?;
    let round = &counted.round;
    let p = p.in_zone(round.edition.zone());
    html(&JuryPage {
        crumbs: crumbs(&p, &desk),
        here: p.t("lab-title"),
        tabs: tabs(&p, &desk, "lab/jury"),
        no_model: jury.model.err().map(|reason| p.t(words::no_model(reason))),
        dots: dots(&p, round, &jury),
        lines: jury.rows.iter().map(|row| line(&p, &desk, round, row)).collect(),
        agreements: jury.agreements.iter().map(|x| agreement(&p, round, x)).collect(),
        desk,
        p,
    })
}

fn interval(row: &JurorRow) -> Option<(f64, f64)> {
    let (severity, error) = (row.habits.severity?, row.error?);
    Some((severity - INTERVAL * error, severity + INTERVAL * error))
}

fn dots(p: &Page, round: &ScoredRound, jury: &Jury) -> Option<Dots> {
    let given = jury
        .rows
        .iter()
        .take(DRAWN)
        .filter_map(|row| {
            Some(Given {
                name: isolated(&words::short(words::juror(round, row.habits.juror))),
                mid: row.habits.severity?,
                interval: interval(row),
                tick: None,
                kind: Kind::Podium,
                is_close: false,
            })
        })
        .collect();
    Dots::new(p, p.t("lab-jury-plot"), given, true)
}

fn line(p: &Page, desk: &Desk, round: &ScoredRound, row: &JurorRow) -> Line {
    let habits = &row.habits;
    let none = || words::NONE.to_owned();
    let has_drift = habits.drift_z.is_some_and(|z| z.abs() >= DRIFT);
    Line {
        href: round
            .jurors
            .get(habits.juror as usize)
            .map_or_else(String::new, |x| desk.url(p, &format!("jury/{}", x.id))),
        name: words::juror(round, habits.juror).to_owned(),
        severity: habits.severity.map_or_else(none, |x| words::signed(p, x)),
        interval: interval(row).map_or_else(none, |x| words::range(p, x)),
        mean: habits.mean.map_or_else(none, |x| words::real(p, x)),
        scorecards: p.n(habits.scorecards),
        spread: habits.spread.map_or_else(none, |x| words::real(p, x)),
        disagreement: habits.disagreement.map_or_else(none, |x| words::real(p, x)),
        straight: habits.straight_lines.map_or_else(none, |x| words::percent(p, x)),
        time: habits.median_seconds.map_or_else(none, |x| minutes(p, x)),
        drift: habits.drift.map_or_else(none, |x| words::signed(p, x)),
        has_drift,
    }
}

/// A time in minutes, one decimal below ten.
#[expect(clippy::cast_possible_truncation, reason = "a few weeks at most")]
fn minutes(p: &Page, seconds: f64) -> String {
    let hundredths = (seconds / 0.6).round() as i64;
    let text = p.hundredths(hundredths, u32::from(hundredths < 1000));
    p.m("lab-minutes").arg("n", text).to_string()
}

/// Shares of the variance.
#[expect(clippy::cast_possible_truncation, reason = "a share of a thousand")]
fn agreement(p: &Page, round: &ScoredRound, of: &CriterionAgreement) -> Agreement {
    let name = words::criterion(p, round, of.criterion).to_owned();
    match of.model {
        Ok(model) => {
            let variances = [model.sd_entry, model.sd_juror, model.sd_resid].map(|sd| sd * sd);
            let total: f64 = variances.iter().sum();
            Agreement {
                name,
                shares: Some(variances.map(|variance| words::percent(p, variance / total))),
                bar: (1000.0 * variances[0] / total).round() as i64,
                reason: String::new(),
            }
        }
        Err(reason) => Agreement { name, shares: None, bar: 0, reason: p.t(words::no_model(reason)) },
    }
}

/// The same as CSV, numbers in full.
pub async fn csv(
    p: Page,
    user: CurrentUser,
    path: Path<(String, String)>,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let (_, counted) = open(&state, &user, &path.1).await?;
    let jury = state.counts.compute(&counted, jury).await?;
    let round = &counted.round;
    let heads = [
        "lab-juror",
        "results-scorecards",
        "lab-severity",
        "lab-low",
        "lab-high",
        "lab-mean-given",
        "lab-spread",
        "lab-disagreement",
        "lab-straight",
        "lab-seconds",
        "lab-drift",
        "lab-drift-z",
    ];
    let mut records = vec![heads.map(|key| p.t(key)).to_vec()];
    let real = |value: Option<f64>| value.map(|value| format!("{value:.6}")).unwrap_or_default();
    records.extend(jury.rows.iter().map(|row| {
        let habits = &row.habits;
        vec![
            spreadsheet_cell(words::juror(round, habits.juror)),
            habits.scorecards.to_string(),
            real(habits.severity),
            real(interval(row).map(|x| x.0)),
            real(interval(row).map(|x| x.1)),
            real(habits.mean),
            real(habits.spread),
            real(habits.disagreement),
            real(habits.straight_lines),
            real(habits.median_seconds),
            real(habits.drift),
            real(habits.drift_z),
        ]
    }));
    csv_answer::answer(&format!("lab-jury-{}", round.edition.slug), records)
}
