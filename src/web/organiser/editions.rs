//! The editions I organise, and a new one.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Data;
use askama::Template;

use super::sheet::{Sheet, Values, localised};
use super::words;
use crate::app::AppError;
use crate::app::editions::copy::year_later;
use crate::app::editions::{self, settings};
use crate::domain::edition::{Edition, EditionStatus};
use crate::domain::language::Language;
use crate::domain::policy::{self, OrganiserAct};
use crate::domain::text::searchable;
use crate::domain::user::OrganiserRole;
use crate::i18n::dates;
use crate::web::error::PageError;
use crate::web::extract::{CurrentUser, Form, Now, Query};
use crate::web::page::Page;
use crate::web::state::AppState;
use crate::web::{html, html_as, see_other};

#[derive(Template)]
#[template(path = "organiser/editions.html")]
struct EditionsPage {
    p: Page,
    editions: Vec<(Edition, OrganiserRole, i64)>,
    all: usize,
    words: String,
    may_create: bool,
}

impl EditionsPage {
    fn status(&self, status: EditionStatus) -> String {
        self.p.t(words::edition_status(status))
    }

    fn clear_href(&self) -> String {
        if self.words.is_empty() { String::new() } else { self.p.url("/organiser/") }
    }

    fn role(&self, role: OrganiserRole) -> String {
        self.p.t(words::role(role).0)
    }
}

/// My editions.
pub async fn index(p: Page, user: CurrentUser, query: Query, state: Data<AppState>) -> Result<HttpResponse, PageError> {
    if !user.actor.is_organiser() {
        return Err(PageError::NotFound);
    }
    let actor = user.actor.clone();
    let mut editions = state.db.read(move |c| editions::list_mine(c, &actor)).await?;
    let all = editions.len();
    let words = query.text("q").trim().to_owned();
    let wanted = searchable(&words);
    editions.retain(|(e, _, _)| {
        searchable(&format!("{} {} {} {} {}", e.slug, e.year, e.name.fr, e.name.ar, e.name.en)).contains(&wanted)
    });
    html(&EditionsPage { may_create: policy::can_create_edition(&user.actor).is_ok(), p, editions, all, words })
}

#[derive(Template)]
#[template(path = "organiser/new.html")]
struct NewPage {
    p: Page,
    sheet: Sheet,
    /// The editions that it may be copied from: slug and name.
    sources: Vec<(String, String)>,
}

impl NewPage {
    fn zones(&self) -> Vec<(String, String)> {
        zones()
    }
}

/// Every zone, for a choice.
pub(super) fn zones() -> Vec<(String, String)> {
    chrono_tz::TZ_VARIANTS.iter().map(|z| (z.name().to_owned(), z.name().replace('_', " "))).collect()
}

/// The editions that a new one may be copied from.
async fn sources(user: &CurrentUser, state: &AppState) -> Result<Vec<Edition>, PageError> {
    policy::can_create_edition(&user.actor).map_err(AppError::from)?;
    let actor = user.actor.clone();
    let mine = state.db.read(move |c| editions::list_mine(c, &actor)).await?;
    let may_copy = |role: OrganiserRole| policy::role_may(role, OrganiserAct::Run);
    Ok(mine.into_iter().filter(|(_, role, _)| may_copy(*role)).map(|(edition, _, _)| edition).collect())
}

fn choices(p: &Page, sources: &[Edition]) -> Vec<(String, String)> {
    sources.iter().map(|edition| (edition.slug.clone(), p.l(&edition.name).to_owned())).collect()
}

/// What a copy begins with: a year later, under the name with the year after.
async fn copied(state: &AppState, from: &Edition) -> Result<Values, PageError> {
    let id = from.id;
    let first = state.db.read(move |c| editions::copy::first_round(c, id)).await?;
    let (year, next, zone) = (from.year.to_string(), (from.year + 1).to_string(), from.zone());
    let at = |at| dates::input(year_later(at, zone), zone);
    let mut name = from.name.clone();
    for language in Language::ALL {
        name.set(*language, from.name.exact(*language).replace(&year, &next));
    }
    let values = Values::default()
        .with("from", &from.slug)
        .localised("name", &name)
        .with("year", &next)
        .with("slug", from.slug.replace(&year, &next))
        .with("time_zone", &from.time_zone)
        .with("contact_email", &from.contact_email)
        .with("opens_at", at(from.opens_at))
        .with("closes_at", at(from.closes_at))
        .with("results_on", at(from.results_on));
    Ok(match first {
        Some((opens_at, closes_at)) => {
            values.with("judging_opens_at", at(opens_at)).with("judging_closes_at", at(closes_at))
        }
        None => values,
    })
}

/// The form of a new edition: empty, or with what an earlier one had (`?from=2026`).
pub async fn new(p: Page, user: CurrentUser, query: Query, state: Data<AppState>) -> Result<HttpResponse, PageError> {
    let sources = sources(&user, &state).await?;
    let values = match sources.iter().find(|edition| edition.slug == query.text("from")) {
        Some(from) => copied(&state, from).await?,
        None => {
            Values::default().with("time_zone", "Africa/Casablanca").with("contact_email", user.user.email.as_str())
        }
    };
    html(&NewPage { sources: choices(&p, &sources), p, sheet: Sheet::saved(values) })
}

/// Creates an edition from the preset.
pub async fn create(
    p: Page,
    user: CurrentUser,
    Now(now): Now,
    state: Data<AppState>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let of = |name: &str| form.text(name).to_owned();
    let typed = settings::NewEditionText {
        slug: of("slug"),
        year: of("year"),
        name: localised(&form, "name"),
        time_zone: of("time_zone"),
        contact_email: of("contact_email"),
        opens_at: of("opens_at"),
        closes_at: of("closes_at"),
        judging_opens_at: of("judging_opens_at"),
        judging_closes_at: of("judging_closes_at"),
        results_on: of("results_on"),
        from: of("from"),
    };
    let actor = user.actor.clone();
    match state.db.write(move |c| settings::create(c, &actor, &typed, now)).await {
        Ok(edition) => Ok(see_other(p.url(&format!("/organiser/{}/setup?done=created", edition.slug)))),
        Err(AppError::Invalid(problems)) => {
            let sheet = Sheet::refused(&p, form, &problems);
            let sources = choices(&p, &sources(&user, &state).await?);
            html_as(StatusCode::UNPROCESSABLE_ENTITY, &NewPage { p, sheet, sources })
        }
        Err(error) => Err(error.into()),
    }
}
