//! The round of scoring and its criteria, on one form: the weights always sum to 100 %.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};
use askama::Template;

use super::desk::Desk;
use super::sheet::{Sheet, Values, localised};
use crate::app::AppError;
use crate::app::editions::criteria::{self, CriterionText, MAX_CRITERIA, RoundSetup, RoundText, percent};
use crate::domain::policy::OrganiserAct;
use crate::domain::round::{Criterion, RankingMethod, Round, RoundStatus};
use crate::web::error::PageError;
use crate::web::extract::{CurrentUser, Form, Now, Query};
use crate::web::page::Page;
use crate::web::state::AppState;
use crate::web::{html, html_as, see_other};

#[derive(Template)]
#[template(path = "organiser/criteria.html")]
struct CriteriaPage {
    p: Page,
    desk: Desk,
    setup: RoundSetup,
    rounds: Vec<Round>,
    sheet: Sheet,
    missing: usize,
    blocks: Vec<Block>,
    steps: Vec<(usize, String)>,
}

/// A criterion on the form.
struct Block {
    prefix: String,
    id: String,
    title: String,
    is_new: bool,
    is_open: bool,
}

impl Block {
    fn name(&self, part: &str) -> String {
        format!("{}{part}", self.prefix)
    }

    fn anchor(&self, step: &usize) -> String {
        format!("{}anchor{step}", self.prefix)
    }
}

impl CriteriaPage {
    /// Whether the round may be taken away: a later one that has not begun.
    fn may_remove(&self) -> bool {
        self.desk.may_run() && !self.setup.round.is_first() && self.setup.round.status == RoundStatus::Draft
    }

    /// Whether another round may be added.
    fn may_add(&self) -> bool {
        let is_waiting = self.rounds.last().is_some_and(|last| !last.is_first() && last.status == RoundStatus::Draft);
        self.desk.may_run() && !self.desk.edition.is_announced() && !is_waiting
    }

    fn turns(&self) -> Vec<(String, String)> {
        (1..=self.blocks.len()).map(|turn| (turn.to_string(), turn.to_string())).collect()
    }

    fn methods(&self) -> Vec<(String, String)> {
        let words = |method| match method {
            RankingMethod::WeightedMean => "round-method-mean",
            RankingMethod::Calibrated => "round-method-calibrated",
            RankingMethod::Schulze => "round-method-schulze",
            RankingMethod::Borda => "round-method-borda",
        };
        RankingMethod::ALL.iter().map(|m| (m.to_string(), self.p.t(words(*m)))).collect()
    }
}

/// How many places a juror gives, until the organisers say otherwise.
const PLACES: i32 = 3;

/// The criterion's turn among those that separate equal scores, or empty.
fn turn(round: &Round, criterion: &Criterion) -> String {
    let at = round.tie_breaks.iter().position(|key| *key == criterion.key);
    at.map(|at| (at + 1).to_string()).unwrap_or_default()
}

fn values(p: &Page, setup: &RoundSetup) -> Values {
    let round = &setup.round;
    let mut values = Values::default()
        .localised("name", &round.name)
        .with("opens_at", p.input(&round.opens_at))
        .with("closes_at", p.input(&round.closes_at))
        .with("jurors_per_entry", round.jurors_per_entry)
        .with("scale_min", round.scale_min)
        .with("scale_max", round.scale_max)
        .with("method", round.method)
        .with("places", if round.is_ranked() { round.scale_max } else { PLACES })
        .with("winners", round.winners)
        .ticked("hides_identity", round.hides_identity)
        .ticked("shows_scores", round.shows_scores)
        .ticked("shows_comments", round.shows_comments);
    for (index, criterion) in setup.criteria.iter().enumerate() {
        let at = |part: &str| format!("c{index}_{part}");
        values = values
            .with(at("id"), criterion.id)
            .with(at("weight"), percent(criterion.weight_bp))
            .with(at("tie_break"), turn(round, criterion))
            .localised(&at("name"), &criterion.name)
            .localised(&at("description"), &criterion.description);
        for (step, anchor) in criterion.anchors.iter().enumerate() {
            values = values.localised(&at(&format!("anchor{step}")), anchor);
        }
    }
    values
}

fn blocks(p: &Page, sheet: &Sheet, saved: usize) -> Vec<Block> {
    let block = |index: usize| {
        let prefix = format!("c{index}_");
        let title = sheet.lv(format!("{prefix}name"), &p.language);
        let is_new = sheet.v(format!("{prefix}id")).is_empty();
        Block {
            title: if title.is_empty() { p.t("criterion-new") } else { title.to_owned() },
            id: sheet.v(format!("{prefix}id")).to_owned(),
            is_open: sheet.problems.all.iter().any(|(field, _)| field.starts_with(&prefix)),
            is_new,
            prefix,
        }
    };
    (0..=saved).take(MAX_CRITERIA).map(block).collect()
}

async fn page(
    p: Page,
    user: &CurrentUser,
    state: &AppState,
    slug: &str,
    position: Option<i32>,
    sheet: Option<Sheet>,
) -> Result<CriteriaPage, PageError> {
    let desk = Desk::open(user, slug, OrganiserAct::Look, "criteria")?;
    let edition = desk.edition.id;
    let read = move |c: &mut crate::store::Conn| {
        Ok::<_, AppError>((criteria::setup(c, edition, position)?, crate::store::rounds::list(c, edition)?))
    };
    let (setup, rounds) = state.db.read(read).await?;
    let p = p.in_zone(desk.edition.zone());
    let sheet = sheet.unwrap_or_else(|| Sheet::saved(values(&p, &setup)));
    let steps = (setup.round.scale_min..=setup.round.scale_max).enumerate().map(|(i, step)| (i, step.to_string()));
    Ok(CriteriaPage {
        missing: criteria::missing_texts(&setup),
        blocks: blocks(&p, &sheet, setup.criteria.len()),
        steps: steps.collect(),
        p,
        desk,
        setup,
        rounds,
        sheet,
    })
}

/// The form.
pub async fn show(
    p: Page,
    user: CurrentUser,
    state: Data<AppState>,
    path: Path<(String, String)>,
    query: Query,
) -> Result<HttpResponse, PageError> {
    html(&page(p, &user, &state, &path.1, query.parse("round"), None).await?)
}

fn read(form: &Form) -> RoundText {
    let of = |name: &str| form.text(name).to_owned();
    let criterion = |index: usize| {
        let at = |part: &str| format!("c{index}_{part}");
        CriterionText {
            id: of(&at("id")),
            name: localised(form, &at("name")),
            description: localised(form, &at("description")),
            weight: of(&at("weight")),
            tie_break: of(&at("tie_break")),
            anchors: (0..=10).map(|step| localised(form, &at(&format!("anchor{step}")))).collect(),
            is_removed: form.has(&at("remove")),
        }
    };
    RoundText {
        version: of("version"),
        name: localised(form, "name"),
        opens_at: of("opens_at"),
        closes_at: of("closes_at"),
        jurors_per_entry: of("jurors_per_entry"),
        scale_min: of("scale_min"),
        scale_max: of("scale_max"),
        method: of("method"),
        places: of("places"),
        winners: of("winners"),
        hides_identity: form.has("hides_identity"),
        shows_scores: form.has("shows_scores"),
        shows_comments: form.has("shows_comments"),
        reason: of("reason"),
        criteria: (0..MAX_CRITERIA).map(criterion).collect(),
    }
}

/// Saves the round and its criteria.
pub async fn save(
    p: Page,
    user: CurrentUser,
    Now(now): Now,
    state: Data<AppState>,
    path: Path<(String, String)>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let (actor, slug, typed) = (user.actor.clone(), path.1.clone(), read(&form));
    let position: Option<i32> = form.parse("round");
    let saved = state.db.write(move |c| criteria::save(c, &actor, &slug, position, &typed, now)).await;
    let (status, sheet) = match saved {
        Ok(()) => {
            return Ok(see_other(p.url(&format!(
                "/organiser/{}/criteria?round={}&done=saved",
                path.1,
                position.unwrap_or(1)
            ))));
        }
        Err(error) => Sheet::again(&p, form, error)?,
    };
    html_as(status, &page(p, &user, &state, &path.1, position, Some(sheet)).await?)
}
