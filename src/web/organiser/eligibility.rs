//! What is asked before an entry is begun.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};
use askama::Template;

use super::desk::Desk;
use super::sheet::{Sheet, Values, localised};
use crate::app::AppError;
use crate::app::editions::eligibility::{self, MAX_QUESTIONS};
use crate::domain::category::Category;
use crate::domain::edition::{Edition, EligibilityQuestion};
use crate::domain::policy::OrganiserAct;
use crate::store;
use crate::web::error::PageError;
use crate::web::extract::{CurrentUser, Form, Now};
use crate::web::page::Page;
use crate::web::state::AppState;
use crate::web::{html, html_as, see_other};

#[derive(Template)]
#[template(path = "organiser/eligibility.html")]
struct EligibilityPage {
    p: Page,
    desk: Desk,
    known: Vec<Category>,
    sheet: Sheet,
}

impl EligibilityPage {
    /// The numbers of the questions, with one more.
    fn places(&self) -> Vec<usize> {
        let is_used = |at: &usize| !self.sheet.lv(format!("question{at}"), &self.p.language).is_empty();
        let used = (0..MAX_QUESTIONS).rfind(is_used).map_or(0, |at| at + 1).max(self.desk.edition.eligibility.len());
        (0..(used + 1).min(MAX_QUESTIONS)).collect()
    }

    fn name(&self, word: &str, at: &usize) -> String {
        format!("{word}{at}")
    }

    fn categories(&self, at: &usize) -> Vec<(String, String, bool)> {
        let chosen = self.sheet.all(&format!("category{at}"));
        let line = |category: &Category| {
            let id = category.id.to_string();
            let is_chosen = chosen.contains(&id);
            (id, self.p.l(&category.name).to_owned(), is_chosen)
        };
        self.known.iter().map(line).collect()
    }
}

fn values(edition: &Edition) -> Values {
    edition.eligibility.iter().enumerate().fold(Values::default(), |values, (at, question)| {
        let values = values
            .localised(&format!("question{at}"), &question.question)
            .localised(&format!("reason{at}"), &question.reason);
        question.categories.iter().fold(values, |values, id| values.with(format!("category{at}"), id))
    })
}

fn read(form: &Form) -> Vec<EligibilityQuestion> {
    let question = |at: usize| EligibilityQuestion {
        question: localised(form, &format!("question{at}")),
        reason: localised(form, &format!("reason{at}")),
        categories: form.all(&format!("category{at}")).iter().filter_map(|id| id.parse().ok()).collect(),
    };
    (0..MAX_QUESTIONS).map(question).collect()
}

async fn page(
    p: Page,
    user: &CurrentUser,
    state: &AppState,
    slug: &str,
    sheet: Option<Sheet>,
) -> Result<EligibilityPage, PageError> {
    let desk = Desk::open(user, slug, OrganiserAct::Look, "eligibility")?;
    let edition = desk.edition.id;
    let known = state.db.read(move |c| Ok::<_, AppError>(store::categories::list(c, edition)?)).await?;
    let sheet = sheet.unwrap_or_else(|| Sheet::saved(values(&desk.edition)));
    Ok(EligibilityPage { p, desk, known, sheet })
}

/// The questions.
pub async fn show(
    p: Page,
    user: CurrentUser,
    state: Data<AppState>,
    path: Path<(String, String)>,
) -> Result<HttpResponse, PageError> {
    html(&page(p, &user, &state, &path.1, None).await?)
}

/// Saves them.
pub async fn save(
    p: Page,
    user: CurrentUser,
    Now(now): Now,
    state: Data<AppState>,
    path: Path<(String, String)>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let (actor, slug, typed, version) =
        (user.actor.clone(), path.1.clone(), read(&form), form.text("version").to_owned());
    let saved = state.db.write(move |c| eligibility::save(c, &actor, &slug, &version, &typed, now)).await;
    let (status, sheet) = match saved {
        Ok(_) => return Ok(see_other(p.url(&format!("/organiser/{}/eligibility?done=saved", path.1)))),
        Err(error) => Sheet::again(&p, form, error)?,
    };
    html_as(status, &page(p, &user, &state, &path.1, Some(sheet)).await?)
}
