//! The editions I organise, and a new one.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Data;
use askama::Template;

use super::sheet::{Sheet, Values, localised};
use super::words;
use crate::app::AppError;
use crate::app::editions::{self, settings};
use crate::domain::edition::{Edition, EditionStatus};
use crate::domain::policy;
use crate::domain::text::searchable;
use crate::domain::user::OrganiserRole;
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

/// The form of a new edition.
pub async fn new(p: Page, user: CurrentUser) -> Result<HttpResponse, PageError> {
    policy::can_create_edition(&user.actor).map_err(AppError::from)?;
    let values =
        Values::default().with("time_zone", "Africa/Casablanca").with("contact_email", user.user.email.as_str());
    html(&NewPage { p, sheet: Sheet::saved(values) })
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
    };
    let actor = user.actor.clone();
    match state.db.write(move |c| settings::create(c, &actor, &typed, now)).await {
        Ok(edition) => Ok(see_other(p.url(&format!("/organiser/{}/?done=created", edition.slug)))),
        Err(AppError::Invalid(problems)) => {
            let sheet = Sheet::refused(&p, form, &problems);
            html_as(StatusCode::UNPROCESSABLE_ENTITY, &NewPage { p, sheet })
        }
        Err(error) => Err(error.into()),
    }
}
