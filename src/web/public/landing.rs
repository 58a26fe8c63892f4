//! The front page: the current edition, by phase.

use actix_web::HttpResponse;
use actix_web::web::Data;
use askama::Template;
use chrono::{DateTime, Utc};

use super::shelf;
use crate::app::public::{self, Front, Phase};
use crate::domain::edition::Edition;
use crate::web::error::PageError;
use crate::web::page::Page;
use crate::web::state::AppState;
use crate::web::{html, zellige};

#[derive(Template)]
#[template(path = "public/landing.html")]
struct LandingPage {
    p: Page,
    front: Front,
    phase: Option<Phase>,
}

impl LandingPage {
    /// The line that says where the edition stands.
    fn deadline(&self, edition: &Edition) -> String {
        let p = &self.p;
        match self.phase {
            Some(Phase::Before) => {
                p.m("landing-opens").arg("time", p.instant(&edition.opens_at)).arg("zone", p.zone_name()).to_string()
            }
            Some(Phase::Open) => {
                p.m("landing-closes").arg("time", p.instant(&edition.closes_at)).arg("zone", p.zone_name()).to_string()
            }
            Some(Phase::LastHours(hours)) => p
                .m("landing-last-hours")
                .arg("count", hours)
                .arg("time", p.instant(&edition.closes_at))
                .arg("zone", p.zone_name())
                .to_string(),
            Some(Phase::Closed) => p.t("landing-screening"),
            Some(Phase::Judging) => p.m("landing-judging").arg("day", p.day(&edition.results_on)).to_string(),
            Some(Phase::Announced) | None => p.t("landing-announced"),
        }
    }

    /// The page of a winner.
    fn href(&self, edition: &Edition, laureate: &public::Laureate) -> String {
        self.p.url(&format!("/editions/{}/winners/{}", edition.slug, laureate.outcome.slug))
    }

    /// The main action of the phase: address and words.
    fn action(&self) -> (String, String) {
        let p = &self.p;
        match self.phase {
            Some(Phase::Before) => (p.url("/account/sign-up"), p.t("account-sign-up-title")),
            Some(Phase::Open | Phase::LastHours(_)) => (p.url("/entries/eligibility"), p.t("landing-enter")),
            Some(Phase::Closed | Phase::Judging) => (p.url("/method"), p.t("landing-see-method")),
            Some(Phase::Announced) | None => (p.url("/winners"), p.t("landing-see-winners")),
        }
    }

    /// The calendar: state, title, dates.
    fn steps(&self, edition: &Edition) -> Vec<(&'static str, String, String)> {
        let p = &self.p;
        let now = match self.phase {
            Some(Phase::Before) | None => 0,
            Some(Phase::Open | Phase::LastHours(_)) => 1,
            Some(Phase::Closed) => 2,
            Some(Phase::Judging) => 3,
            Some(Phase::Announced) => 5,
        };
        let judging = self.front.rounds.last().map(|round| p.day(&round.closes_at)).unwrap_or_default();
        let steps = [
            (p.t("landing-phase-entries"), p.m("phase-until").arg("day", p.day(&edition.closes_at)).to_string()),
            (p.t("landing-phase-screening"), p.t("phase-screening-text")),
            (p.t("phase-jury"), p.m("phase-until").arg("day", judging).to_string()),
            (p.t("landing-phase-results"), p.day(&edition.results_on)),
        ];
        steps
            .into_iter()
            .enumerate()
            .map(|(index, (title, text))| {
                let state = match (index + 1).cmp(&now) {
                    std::cmp::Ordering::Less => "done",
                    std::cmp::Ordering::Equal => "now",
                    std::cmp::Ordering::Greater => "",
                };
                (state, title, text)
            })
            .collect()
    }
}

/// The front page.
pub async fn show(p: Page, state: Data<AppState>) -> Result<HttpResponse, PageError> {
    let front = state.db.read_public(public::front).await?;
    let zone = front.edition.as_ref().map_or(p.zone, Edition::zone);
    let phase = front.edition.as_ref().map(|edition| public::phase(edition, p.now));
    // The clock chose this page even where it will choose no other: one that is set back finds that of then.
    let next = |edition: &Edition| public::next_phase(edition, p.now).unwrap_or(DateTime::<Utc>::MAX_UTC);
    let until = front.edition.as_ref().map(next);
    let answer = html(&LandingPage { p: p.in_zone(zone), front, phase })?;
    Ok(shelf::until(answer, until))
}
