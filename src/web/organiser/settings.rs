//! The identity, texts and calendar of an edition.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};
use askama::Template;

use super::desk::Desk;
use super::editions::zones;
use super::sheet::{Sheet, Values, localised};
use crate::app::editions::settings::{self, MAX_QUESTIONS, SettingsText};
use crate::domain::edition::{Edition, Faq, Feedback};
use crate::domain::policy::OrganiserAct;
use crate::web::error::PageError;
use crate::web::extract::{CurrentUser, Form, Now};
use crate::web::page::Page;
use crate::web::state::AppState;
use crate::web::{html, html_as, see_other};

#[derive(Template)]
#[template(path = "organiser/settings.html")]
struct SettingsPage {
    p: Page,
    desk: Desk,
    sheet: Sheet,
    missing: usize,
    questions: Vec<usize>,
}

impl SettingsPage {
    fn zones(&self) -> Vec<(String, String)> {
        zones()
    }

    fn feedbacks(&self) -> Vec<(String, String)> {
        let word = |feedback: &Feedback| match feedback {
            Feedback::None => "settings-feedback-none",
            Feedback::Scores => "settings-feedback-scores",
            Feedback::Comments => "settings-feedback-comments",
        };
        Feedback::ALL.iter().map(|feedback| (feedback.to_string(), self.p.t(word(feedback)))).collect()
    }

    fn question(&self, index: &usize, part: &str) -> String {
        format!("faq{index}_{part}")
    }
}

fn values(p: &Page, edition: &Edition) -> Values {
    let mut values = Values::default()
        .localised("name", &edition.name)
        .localised("tagline", &edition.tagline)
        .localised("lede", &edition.lede)
        .localised("rules", &edition.rules)
        .localised("charter", &edition.charter)
        .with("contact_email", &edition.contact_email)
        .with("time_zone", &edition.time_zone)
        .with("opens_at", p.input(&edition.opens_at))
        .with("closes_at", p.input(&edition.closes_at))
        .with("grace_minutes", edition.grace_seconds / 60)
        .ticked("auto_submit", edition.auto_submit)
        .with("feedback", edition.feedback)
        .with("max_entries", edition.max_entries.map(|n| n.to_string()).unwrap_or_default())
        .with("max_per_category", edition.max_per_category.map(|n| n.to_string()).unwrap_or_default())
        .with("results_on", p.input(&edition.results_on));
    for (index, faq) in edition.faq.iter().enumerate() {
        values = values.localised(&format!("faq{index}_q"), &faq.q).localised(&format!("faq{index}_a"), &faq.a);
    }
    values
}

fn page(p: Page, desk: Desk, sheet: Option<Sheet>) -> SettingsPage {
    let p = p.in_zone(desk.edition.zone());
    let sheet = sheet.unwrap_or_else(|| Sheet::saved(values(&p, &desk.edition)));
    // One more than there are, so that there is always room for another.
    let count = (0..MAX_QUESTIONS).rev().find(|i| {
        ["fr", "ar", "en"]
            .iter()
            .any(|l| !sheet.v(format!("faq{i}_q_{l}")).is_empty() || !sheet.v(format!("faq{i}_a_{l}")).is_empty())
    });
    let questions = (0..=count.map_or(0, |last| (last + 1).min(MAX_QUESTIONS - 1))).collect();
    SettingsPage { missing: settings::missing_texts(&desk.edition), questions, p, desk, sheet }
}

/// The form.
pub async fn show(p: Page, user: CurrentUser, path: Path<(String, String)>) -> Result<HttpResponse, PageError> {
    let desk = Desk::open(&user, &path.1, OrganiserAct::Look, "settings")?;
    html(&page(p, desk, None))
}

fn read(form: &Form) -> SettingsText {
    let of = |name: &str| form.text(name).to_owned();
    let faq = (0..MAX_QUESTIONS)
        .map(|i| Faq { q: localised(form, &format!("faq{i}_q")), a: localised(form, &format!("faq{i}_a")) });
    SettingsText {
        version: of("version"),
        name: localised(form, "name"),
        tagline: localised(form, "tagline"),
        lede: localised(form, "lede"),
        rules: localised(form, "rules"),
        charter: localised(form, "charter"),
        faq: faq.collect(),
        contact_email: of("contact_email"),
        time_zone: of("time_zone"),
        opens_at: of("opens_at"),
        closes_at: of("closes_at"),
        grace_minutes: of("grace_minutes"),
        auto_submit: form.has("auto_submit"),
        max_entries: of("max_entries"),
        max_per_category: of("max_per_category"),
        feedback: of("feedback"),
        results_on: of("results_on"),
    }
}

/// Saves.
pub async fn save(
    p: Page,
    user: CurrentUser,
    Now(now): Now,
    state: Data<AppState>,
    path: Path<(String, String)>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let (actor, slug, typed) = (user.actor.clone(), path.1.clone(), read(&form));
    let saved = state.db.write(move |c| settings::save(c, &actor, &slug, &typed, now)).await;
    let (status, sheet) = match saved {
        Ok(edition) => return Ok(see_other(p.url(&format!("/organiser/{}/settings?done=saved", edition.slug)))),
        Err(error) => Sheet::again(&p, form, error)?,
    };
    let desk = Desk::open(&user, &path.1, OrganiserAct::Run, "settings")?;
    html_as(status, &page(p, desk, Some(sheet)))
}
