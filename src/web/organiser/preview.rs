//! The questionnaire as an applicant meets it, and what jurors read of the answers.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};
use askama::Template;

use super::desk::Desk;
use super::words;
use crate::app::AppError;
use crate::app::editions::form as questions;
use crate::domain::form::{EntryForm, FieldKind};
use crate::domain::ids::CategoryId;
use crate::domain::policy::OrganiserAct;
use crate::store::{self, Conn};
use crate::web::applicant::question::{Question, empty_questions};
use crate::web::error::PageError;
use crate::web::extract::{CurrentUser, Query, id};
use crate::web::html;
use crate::web::page::Page;
use crate::web::state::AppState;

#[derive(Template)]
#[template(path = "organiser/preview.html")]
struct PreviewPage {
    p: Page,
    desk: Desk,
    /// Title, and the questions of each section.
    sections: Vec<(String, Vec<Question>)>,
    /// Title, and label and kind of each answer that jurors read.
    read: Vec<(String, Vec<(String, String)>)>,
    is_juror: bool,
    category: String,
    categories: Vec<(String, String)>,
    tabs: Vec<(String, String, bool)>,
    /// Nothing can be sent from here; the fields may be tried.
    closed: String,
}

impl PreviewPage {
    fn attrs(&self) -> &'static str {
        ""
    }

    fn text_attrs(&self) -> &'static str {
        "data-count-unit=\"words\""
    }

    fn number_attrs(&self) -> &'static str {
        "inputmode=\"numeric\""
    }

    fn box_attrs(&self) -> &'static str {
        ""
    }

    fn path(&self, _: &str) -> String {
        String::new()
    }

    fn file_path(&self, _: &str, _: &str) -> String {
        String::new()
    }
}

/// What jurors read, by section.
fn read(p: &Page, form: &EntryForm) -> Vec<(String, Vec<(String, String)>)> {
    let lines = |section: usize| {
        let shown = form
            .section_fields(section)
            .filter(|field| !field.hidden_from_jurors && field.kind != FieldKind::Declaration);
        shown.map(|field| (p.l(&field.label).to_owned(), p.t(words::field_kind(field.kind)))).collect::<Vec<_>>()
    };
    let sections = form.sections.iter().enumerate().map(|(at, title)| (p.l(title).to_owned(), lines(at)));
    sections.filter(|(_, lines)| !lines.is_empty()).collect()
}

/// The page; `as` says whose eyes, `category` for whom.
pub async fn show(
    p: Page,
    user: CurrentUser,
    query: Query,
    state: Data<AppState>,
    path: Path<(String, String)>,
) -> Result<HttpResponse, PageError> {
    let desk = Desk::open(&user, &path.1, OrganiserAct::Look, "form")?;
    let edition = desk.edition.id;
    let load = move |c: &mut Conn| {
        Ok::<_, AppError>((questions::current(c, edition)?.0, store::categories::list(c, edition)?))
    };
    let (mut form, known) = state.db.read(load).await?;
    let category = query.text("category").to_owned();
    if !category.is_empty() {
        form = form.of_category(id::<CategoryId>(&category)?);
    }
    let is_juror = query.text("as") == "juror";
    let tab = |word: &str, key: &str, is_here: bool| {
        (desk.url(&p, &format!("form/preview?as={word}&category={category}")), p.t(key), is_here)
    };
    let titles = form.sections.iter().enumerate();
    html(&PreviewPage {
        tabs: vec![tab("applicant", "form-preview-applicant", !is_juror), tab("juror", "form-preview-juror", is_juror)],
        sections: titles.map(|(at, title)| (p.l(title).to_owned(), empty_questions(&p, &form, at))).collect(),
        read: read(&p, &form),
        categories: known.iter().map(|c| (c.id.to_string(), p.l(&c.name).to_owned())).collect(),
        closed: p.t("form-preview-text"),
        is_juror,
        category,
        desk,
        p,
    })
}
