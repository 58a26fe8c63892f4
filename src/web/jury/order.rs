//! A juror's order of each category, in rounds where jurors put entries in an order.

use std::collections::BTreeMap;

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use askama::Template;

use super::dashboard::must_declare;
use super::scorecard_url;
use crate::app::AppError;
use crate::app::scoring::{self, Ballot, BallotLine, CategoryBallot};
use crate::domain::ids::{AssignmentId, CategoryId};
use crate::web::error::PageError;
use crate::web::extract::{CurrentUser, Form, Now, id};
use crate::web::page::Page;
use crate::web::problems::Problems;
use crate::web::state::AppState;
use crate::web::{html, html_as, see_other, zellige};

#[derive(Template)]
#[template(path = "jury/order.html")]
struct OrderPage {
    p: Page,
    base: String,
    ballot: Ballot,
    /// The category that was sent and not taken, and its places as typed.
    typed: Option<(CategoryId, BTreeMap<AssignmentId, String>)>,
    is_stale: bool,
    problems: Problems,
}

/// A place in words, or that there is none.
pub(super) fn place_words(p: &Page, place: Option<i32>) -> String {
    place.map_or_else(|| p.t("ballot-no-place"), |place| p.m("ballot-place").arg("n", place).to_string())
}

impl OrderPage {
    fn choices(&self) -> Vec<(String, String)> {
        let place = |place: i32| (place.to_string(), place_words(&self.p, Some(place)));
        (1..=self.ballot.round.scale_max).map(place).collect()
    }

    fn words(&self, place: &Option<i32>) -> String {
        place_words(&self.p, *place)
    }

    fn href(&self, line: &BallotLine) -> String {
        scorecard_url(&self.p, &self.ballot.edition.slug, line.item.id, "")
    }

    fn tile(&self, line: &BallotLine) -> String {
        let salt = self.ballot.round.hides_identity.then_some(self.ballot.juror.id.0.as_bytes().as_slice());
        let at = self.ballot.categories.iter().position(|x| x.category.id == line.item.category).unwrap_or(0);
        zellige::entry_tile(at, line.item.reference.as_bytes(), salt)
    }

    fn field(&self, line: &BallotLine) -> String {
        format!("place-{}", line.item.id)
    }

    fn problem(&self, line: &BallotLine) -> &str {
        self.problems.of(&self.field(line))
    }

    fn is_typed(&self, order: &CategoryBallot) -> bool {
        self.typed.as_ref().is_some_and(|(category, _)| *category == order.category.id)
    }

    /// The place in the form: as typed, else as it is.
    fn value(&self, order: &CategoryBallot, line: &BallotLine) -> String {
        let typed = self.typed.as_ref().filter(|_| self.is_typed(order));
        typed.map_or_else(
            || line.place.map(|place| place.to_string()).unwrap_or_default(),
            |(_, places)| places.get(&line.item.id).cloned().unwrap_or_default(),
        )
    }

    /// What stands under an entry: its reference, and how it stands where it differs from the form.
    fn hint(&self, order: &CategoryBallot, line: &BallotLine) -> String {
        if self.is_stale && self.is_typed(order) {
            let saved = place_words(&self.p, line.place);
            self.p.m("ballot-saved").arg("place", saved).to_string()
        } else {
            line.item.reference.clone()
        }
    }

    fn may_change(&self) -> bool {
        self.ballot.takes_scores && !self.ballot.is_confirmed
    }

    fn is_done(&self) -> bool {
        self.ballot.categories.iter().all(CategoryBallot::is_in)
    }
}

/// The order of each category.
pub async fn show(
    path: Path<(String, String)>,
    p: Page,
    user: CurrentUser,
    Now(now): Now,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let (actor, slug) = (user.actor.clone(), path.1.clone());
    let ballot = state.db.read(move |c| scoring::ballot(c, &actor, &slug, now)).await?;
    if must_declare(&ballot.juror) && ballot.takes_scores {
        return Ok(see_other(p.url(&format!("/jury/{}/conflicts", path.1))));
    }
    html(&page(p, ballot, None, false, Problems::default()))
}

fn page(
    p: Page,
    ballot: Ballot,
    typed: Option<(CategoryId, BTreeMap<AssignmentId, String>)>,
    is_stale: bool,
    problems: Problems,
) -> OrderPage {
    let p = p.in_zone(ballot.edition.zone());
    OrderPage { base: p.url(&format!("/jury/{}/", ballot.edition.slug)), p, ballot, typed, is_stale, problems }
}

/// Hands in the order of a category.
pub async fn submit(
    path: Path<(String, String)>,
    p: Page,
    user: CurrentUser,
    form: Form,
    Now(now): Now,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let category: CategoryId = id(form.text("category"))?;
    let mut typed = BTreeMap::new();
    for (name, value) in form.pairs() {
        if let Some(assignment) = name.strip_prefix("place-") {
            typed.insert(id(assignment)?, value.to_owned());
        }
    }
    let (actor, slug) = (user.actor.clone(), path.1.clone());
    let (places, seen) = (typed.clone(), form.text("seen").to_owned());
    let submitted =
        state.db.write(move |c| scoring::submit_order(c, &actor, &slug, category, (&places, &seen), now)).await;
    let (status, is_stale, problems) = match submitted {
        Ok(()) => return Ok(see_other(p.url(&format!("/jury/{}/order?done=order-submitted", path.1)))),
        Err(AppError::Invalid(problems)) => (StatusCode::UNPROCESSABLE_ENTITY, false, Problems::new(&p, &problems)),
        Err(AppError::Stale) => (StatusCode::CONFLICT, true, Problems::default()),
        Err(error) => return Err(error.into()),
    };
    let (actor, slug) = (user.actor.clone(), path.1.clone());
    let ballot = state.db.read(move |c| scoring::ballot(c, &actor, &slug, now)).await?;
    html_as(status, &page(p, ballot, Some((category, typed)), is_stale, problems))
}
