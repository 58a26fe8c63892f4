//! The ranking of a closed round, and the decisions that are staged.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use askama::Template;

use crate::app::results::{self, RankedEntry, Results, Staging};
use crate::app::{AppError, public};
use crate::domain::category::Prize;
use crate::domain::edition::Edition;
use crate::domain::entry::Entry;
use crate::domain::ids::OutcomeId;
use crate::domain::language::{Language, Localised};
use crate::domain::outcome::{Outcome, OutcomeKind};
use crate::domain::policy::Actor;
use crate::domain::policy::OrganiserAct;
use crate::domain::round::{Round, RoundStatus};
use crate::domain::text::spreadsheet_cell;
use crate::store;
use crate::web::error::PageError;
use crate::web::extract::{CurrentUser, Form, Now, id};
use crate::web::organiser::csv_answer;
use crate::web::organiser::desk::Desk;
use crate::web::page::Page;
use crate::web::problems::Problems;
use crate::web::public::winners::{WinnerPage, WinnersPage};
use crate::web::state::AppState;
use crate::web::{html, html_as, see_other};

#[derive(Template)]
#[template(path = "organiser/results.html")]
struct ResultsPage {
    p: Page,
    desk: Desk,
    edition: Edition,
    round: Round,
    results: Option<Results>,
    outcomes: Vec<(Outcome, Entry)>,
}

impl ResultsPage {
    fn url(&self, path: &str) -> String {
        self.p.url(&format!("/organiser/{}{path}", self.edition.slug))
    }

    /// A score in thousandths of the scale, for the bar.
    fn along(&self, ranked: &RankedEntry) -> i64 {
        let (min, max) = (i64::from(self.round.scale_min) * 1_000_000, i64::from(self.round.scale_max) * 1_000_000);
        ranked.score.map_or(0, |score| (score.micros() - min) * 1000 / (max - min).max(1)).clamp(0, 1000)
    }

    /// A score as people read it, two decimals.
    fn words(&self, ranked: &RankedEntry) -> String {
        ranked.score.map_or_else(|| "–".to_owned(), |score| self.points(score.micros()))
    }

    fn points(&self, micros: i64) -> String {
        self.p.hundredths((2 * micros + 10_000).div_euclid(20_000), 2)
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
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let (actor, slug) = (user.actor.clone(), path.into_inner().1);
    let desk = Desk::open(&state, &user, &slug, OrganiserAct::Look, "results").await?;
    let loaded = state
        .db
        .read(move |c| {
            let (edition, _, outcomes) = results::outcomes(c, &actor, &slug)?;
            let round = store::rounds::list(c, edition.id)?.pop().ok_or(AppError::NotFound)?;
            let results =
                if round.status == RoundStatus::Closed { Some(results::results(c, &actor, &slug)?) } else { None };
            Ok::<_, AppError>((edition, round, results, outcomes))
        })
        .await?;
    let (edition, round, results, outcomes) = loaded;
    html(&ResultsPage { p: p.in_zone(edition.zone()), desk, edition, round, results, outcomes })
}

/// The ranking as CSV. No cell can become a formula.
pub async fn csv(
    p: Page,
    user: CurrentUser,
    path: Path<(String, String)>,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let (actor, slug) = (user.actor.clone(), path.into_inner().1);
    let results = state.db.read(move |c| results::results(c, &actor, &slug)).await?;
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

#[derive(Template)]
#[template(path = "organiser/stage.html")]
struct StagePage {
    p: Page,
    edition: Edition,
    entry: Entry,
    prize: Prize,
    kind: OutcomeKind,
    outcome: Option<OutcomeId>,
    citation: Localised,
    summary: Localised,
    problems: Problems,
}

impl StagePage {
    fn text(&self, which: &str, language: &Language) -> &str {
        if which == "citation" { self.citation.exact(*language) } else { self.summary.exact(*language) }
    }

    fn kinds(&self) -> Vec<(String, String)> {
        vec![
            (OutcomeKind::Winner.to_string(), self.p.t("outcome-winner")),
            (OutcomeKind::Finalist.to_string(), self.p.t("outcome-finalist")),
        ]
    }

    fn label(&self, which: &str, language: &Language) -> String {
        let key = if which == "citation" { "stage-citation" } else { "stage-summary" };
        self.p.m(key).arg("language", self.p.t(language.name_key())).to_string()
    }
}

/// What an entry gets: the form.
async fn stage_page(
    p: Page,
    actor: Actor,
    slug: String,
    reference: String,
    state: &AppState,
) -> Result<StagePage, PageError> {
    let loaded = state
        .db
        .read(move |c| {
            let (edition, prizes, outcomes) = results::outcomes(c, &actor, &slug)?;
            let entry = store::entries::find_by_reference(c, edition.id, &reference)?.ok_or(AppError::NotFound)?;
            let prize =
                prizes.into_iter().find(|x| x.category_id == Some(entry.category_id)).ok_or(AppError::NotFound)?;
            let known = outcomes.into_iter().map(|(o, _)| o).find(|o| o.entry_id == entry.id && o.prize_id == prize.id);
            Ok::<_, AppError>((edition, entry, prize, known))
        })
        .await?;
    let (edition, entry, prize, known) = loaded;
    let pitch = entry.answers.get("pitch").cloned().unwrap_or_default();
    let mut summary = Localised::default();
    summary.set(entry.language, pitch);
    Ok(StagePage {
        kind: known.as_ref().and_then(|o| o.staged).unwrap_or(OutcomeKind::Winner),
        outcome: known.as_ref().map(|o| o.id),
        citation: known.as_ref().map(|o| o.citation.clone()).unwrap_or_default(),
        summary: known.map_or(summary, |o| o.summary),
        p,
        edition,
        entry,
        prize,
        problems: Problems::default(),
    })
}

type EntryPath = Path<(String, String, String)>;

/// The form.
pub async fn stage_form(
    p: Page,
    user: CurrentUser,
    path: EntryPath,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let (_, slug, reference) = path.into_inner();
    html(&stage_page(p, user.actor.clone(), slug, reference, &state).await?)
}

fn typed(form: &Form, which: &str) -> Localised {
    let of = |language: Language| form.text(&format!("{which}_{language}")).to_owned();
    Localised { fr: of(Language::French), ar: of(Language::Arabic), en: of(Language::English) }
}

/// Stages the decision.
pub async fn stage(
    p: Page,
    user: CurrentUser,
    path: EntryPath,
    form: Form,
    now: Now,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let (_, slug, reference) = path.into_inner();
    let mut page = stage_page(p, user.actor.clone(), slug.clone(), reference, &state).await?;
    page.kind = form.parse("kind").unwrap_or(page.kind);
    (page.citation, page.summary) = (typed(&form, "citation"), typed(&form, "summary"));
    let staging = Staging {
        prize: page.prize.id,
        entry: page.entry.id,
        kind: page.kind,
        citation: page.citation.clone(),
        summary: page.summary.clone(),
    };
    let actor = user.actor.clone();
    let target = page.p.url(&format!("/organiser/{slug}/results?done=staged"));
    match state.db.write(move |c| results::stage(c, &actor, &slug, &staging, now.0)).await {
        Ok(_) => Ok(see_other(target)),
        Err(AppError::Invalid(problems)) => {
            page.problems = Problems::new(&page.p, &problems);
            html_as(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
        Err(error) => Err(error.into()),
    }
}

/// Takes a staged decision back.
pub async fn unstage(
    p: Page,
    user: CurrentUser,
    path: EntryPath,
    form: Form,
    now: Now,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let (actor, slug) = (user.actor.clone(), path.1.clone());
    let outcome = id::<OutcomeId>(form.text("outcome"))?;
    state.db.write(move |c| results::unstage(c, &actor, &slug, outcome, now.0)).await?;
    Ok(see_other(p.url(&format!("/organiser/{}/results?done=saved", path.1))))
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
    })
}

/// The page of one laureate, before the announcement.
pub async fn preview_one(
    p: Page,
    user: CurrentUser,
    path: EntryPath,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let (actor, slug) = (user.actor.clone(), path.1.clone());
    let (edition, laureates) = state.db.read(move |c| public::preview(c, &actor, &slug)).await?;
    let laureate = laureates.into_iter().find(|l| l.outcome.slug == path.2).ok_or(PageError::NotFound)?;
    html(&WinnerPage { p: p.in_zone(edition.zone()), edition, laureate, is_preview: true })
}
