//! The entries of an edition.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};
use askama::Template;

use super::csv_answer;
use super::desk::Desk;
use super::pages::{Pages, query};
use super::words;
use crate::app::screening::{self, EntryLine, EntryRow, Filter, PAGE};
use crate::domain::category::Category;
use crate::domain::entry::{Entry, EntryStatus, Screening};
use crate::domain::form::FormField;
use crate::domain::ids::EntryId;
use crate::domain::text::spreadsheet_cell;
use crate::web::error::PageError;
use crate::web::extract::{CurrentUser, Form, Now, Query, id};
use crate::web::page::Page;
use crate::web::state::AppState;
use crate::web::{html, see_other};

#[derive(Template)]
#[template(path = "organiser/entries.html")]
struct EntriesPage {
    p: Page,
    desk: Desk,
    categories: Vec<Category>,
    lines: Vec<EntryLine>,
    total: i64,
    all: i64,
    words: String,
    category: String,
    status: String,
    screening: String,
    /// The filters as they stand, for the way back.
    query: String,
    paging: Pages,
    has_pending: bool,
}

impl EntriesPage {
    fn category_options(&self) -> Vec<(String, String)> {
        self.categories.iter().map(|c| (c.code.clone(), self.p.l(&c.name).to_owned())).collect()
    }

    fn status_options(&self) -> Vec<(String, String)> {
        EntryStatus::ALL.iter().map(|s| (s.to_string(), self.p.t(words::entry_status(*s).0))).collect()
    }

    fn screening_options(&self) -> Vec<(String, String)> {
        Screening::ALL.iter().map(|s| (s.to_string(), self.p.t(words::screening(*s).0))).collect()
    }

    fn category_of(&self, entry: &Entry) -> String {
        let category = self.categories.iter().find(|c| c.id == entry.category_id);
        category.map(|c| self.p.l(&c.name).to_owned()).unwrap_or_default()
    }

    fn status_of(&self, entry: &Entry) -> (String, &'static str) {
        let (key, kind) = words::entry_status(entry.status);
        (self.p.t(key), kind)
    }

    fn screening_of(&self, entry: &Entry) -> (String, &'static str) {
        let (key, kind) = words::screening(entry.screening);
        (self.p.t(key), kind)
    }

    fn may_accept(&self, entry: &Entry) -> bool {
        entry.status == EntryStatus::Submitted && entry.screening == Screening::Pending
    }

    fn has_filter(&self) -> bool {
        !self.query.is_empty()
    }

    fn csv_href(&self) -> String {
        format!("{}{}", self.desk.url(&self.p, "entries.csv"), self.query)
    }

    fn clear_href(&self) -> String {
        if self.has_filter() { self.desk.url(&self.p, "entries") } else { String::new() }
    }
}

fn filter(form: &Form) -> Filter {
    Filter {
        category: form.text("category").to_owned(),
        status: form.parse("status"),
        screening: form.parse("screening"),
        words: form.text("q").to_owned(),
    }
}

/// The head of a table of entries: what is known of each, and the questions.
pub(super) fn head(p: &Page, questions: &[FormField]) -> Vec<String> {
    let known = [
        p.t("desk-list-reference"),
        p.t("results-entry"),
        p.t("winner-organisation"),
        p.t("desk-list-category"),
        p.t("desk-list-status"),
        p.t("desk-list-screening"),
        p.t("desk-list-received"),
    ];
    known.into_iter().chain(questions.iter().map(|field| p.l(&field.label).to_owned())).collect()
}

/// The entries that match, with what was submitted, as CSV.
pub async fn csv(
    p: Page,
    user: CurrentUser,
    asked: Query,
    state: Data<AppState>,
    path: Path<(String, String)>,
) -> Result<HttpResponse, PageError> {
    let (actor, slug, form) = (user.actor.clone(), path.1.clone(), asked.0.clone());
    let table = state.db.read(move |c| screening::export(c, &actor, &slug, &filter(&form))).await?;
    let p = p.in_zone(table.opened.edition.zone());
    let head = head(&p, &table.fields).iter().map(|title| spreadsheet_cell(title)).collect();
    let record = |row: &EntryRow| {
        let mut record = vec![
            row.entry.reference.clone(),
            spreadsheet_cell(&row.entry.title),
            spreadsheet_cell(&row.organisation),
            row.category.as_ref().map(|category| p.l(&category.name).to_owned()).unwrap_or_default(),
            p.t(words::entry_status(row.entry.status).0),
            p.t(words::screening(row.entry.screening).0),
            row.entry.submitted_at.map(|at| p.instant(&at)).unwrap_or_default(),
        ];
        record.extend(table.fields.iter().map(|field| spreadsheet_cell(&row.answer(p.language, field))));
        record
    };
    let records = std::iter::once(head).chain(table.rows.iter().map(record));
    csv_answer::answer(&format!("entries-{}", table.opened.edition.slug), records)
}

/// The list, with its filters in the address.
pub async fn index(
    p: Page,
    user: CurrentUser,
    asked: Query,
    state: Data<AppState>,
    path: Path<(String, String)>,
) -> Result<HttpResponse, PageError> {
    let (actor, slug, form) = (user.actor.clone(), path.1.clone(), asked.0.clone());
    let page = asked.parse::<i64>("page").unwrap_or(1).max(1);
    let list = state.db.read(move |c| screening::list(c, &actor, &slug, &filter(&form), page)).await?;
    let desk = Desk::new(list.opened, "entries");
    let of = |name: &str| asked.text(name).to_owned();
    let filters = ["q", "category", "status", "screening"].map(|name| (name, asked.text(name)));
    let at = |n: i64| {
        let number = if n == 1 { String::new() } else { n.to_string() };
        let mut pairs = filters.to_vec();
        pairs.push(("page", &number));
        format!("{}{}", desk.url(&p, "entries"), query(&pairs))
    };
    let paging = Pages::new(&p, list.total, PAGE, page, at);
    let is_pending =
        |l: &EntryLine| l.entry.status == EntryStatus::Submitted && l.entry.screening == Screening::Pending;
    html(&EntriesPage {
        p: p.in_zone(desk.edition.zone()),
        categories: list.categories,
        has_pending: desk.may_screen() && list.lines.iter().any(is_pending),
        lines: list.lines,
        total: list.total,
        all: list.all,
        words: of("q"),
        category: of("category"),
        status: of("status"),
        screening: of("screening"),
        query: query(&filters),
        paging,
        desk,
    })
}

/// Accepts the ticked entries.
pub async fn accept(
    p: Page,
    user: CurrentUser,
    Now(now): Now,
    state: Data<AppState>,
    path: Path<(String, String)>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let ids = form.all("entry").iter().map(|text| id::<EntryId>(text)).collect::<Result<Vec<_>, _>>()?;
    let (actor, slug) = (user.actor.clone(), path.1.clone());
    state.db.write(move |c| screening::accept_many(c, &actor, &slug, &ids, now)).await?;
    let filters = ["q", "category", "status", "screening"].map(|name| (name, form.text(name)));
    let back = query(&[&filters[..], &[("done", "screened")]].concat());
    Ok(see_other(p.url(&format!("/organiser/{}/entries{back}", path.1))))
}
