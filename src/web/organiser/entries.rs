//! The entries of an edition.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;

use super::desk::Desk;
use super::pages::{Pages, query};
use super::words;
use crate::app::screening::{self, BulkAct, Chosen, EntryLine, EntryRow, Filter, PAGE};
use crate::app::{AppError, campaigns, exports};
use crate::domain::category::Category;
use crate::domain::entry::{Entry, EntryStatus, Screening};
use crate::domain::form::FormField;
use crate::domain::ids::EntryId;
use crate::domain::screening::{EntrySort, EntryView};
use crate::domain::text::spreadsheet_cell;
use crate::store::Conn;
use crate::web::account::proof;
use crate::web::csv_answer;
use crate::web::error::PageError;
use crate::web::extract::{CurrentUser, Form, Now, Query, id};
use crate::web::page::Page;
use crate::web::problems::Problems;
use crate::web::state::AppState;
use crate::web::{html, html_as, see_other};

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
    tag: String,
    tags: Vec<String>,
    views: Vec<EntryView>,
    sort: Option<EntrySort>,
    is_descending: bool,
    columns: Vec<Column>,
    /// What was refused of an act on several.
    problem: String,
}

crate::text_enum! {
    /// A column of the list, besides the entry itself.
    pub enum Column {
        /// The public reference.
        Reference = "reference",
        /// What it competes in.
        Category = "category",
        /// Where it stands.
        Status = "status",
        /// What the check says.
        Screening = "screening",
        /// When it was received.
        Received = "received",
        /// The language of its answers.
        Language = "language",
        /// Where the startup is.
        City = "city",
        /// What organisers call it.
        Tags = "tags",
    }
}

/// The columns that are shown unless others are chosen.
const USUAL: [Column; 5] = [Column::Reference, Column::Category, Column::Status, Column::Screening, Column::Received];

impl Column {
    fn key(self) -> &'static str {
        match self {
            Self::Reference => "desk-list-reference",
            Self::Category => "desk-list-category",
            Self::Status => "desk-list-status",
            Self::Screening => "desk-list-screening",
            Self::Received => "desk-list-received",
            Self::Language => "season-language",
            Self::City => "entry-city",
            Self::Tags => "tags-title",
        }
    }

    fn sort(self) -> Option<EntrySort> {
        match self {
            Self::Reference => Some(EntrySort::Reference),
            Self::Status => Some(EntrySort::Status),
            Self::Received => Some(EntrySort::Received),
            _ => None,
        }
    }
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

    fn tag_options(&self) -> Vec<(String, String)> {
        self.tags.iter().map(|tag| (tag.clone(), tag.clone())).collect()
    }

    fn shows(&self, column: Column) -> bool {
        self.columns.contains(&column)
    }

    /// Every column, and whether it is shown.
    fn column_choices(&self) -> Vec<(String, String, bool)> {
        Column::ALL.iter().map(|x| (x.to_string(), self.p.t(x.key()), self.shows(*x))).collect()
    }

    /// The head of a column: where its title leads, its words, and how it is sorted.
    fn head(&self, sort: EntrySort, key: &str) -> (String, String, &'static str) {
        let is_this = self.sort.unwrap_or(EntrySort::Reference) == sort;
        let direction = match (is_this, self.is_descending) {
            (false, _) => "",
            (true, false) => "ascending",
            (true, true) => "descending",
        };
        let turned = if is_this && !self.is_descending { "1" } else { "" };
        let mut pairs = vec![("sort", sort.as_str()), ("down", turned)];
        let kept = Form::decode(self.query.trim_start_matches('?').as_bytes()).unwrap_or_default();
        pairs.extend(kept.pairs().filter(|(name, _)| !matches!(*name, "sort" | "down")));
        (format!("{}{}", self.desk.url(&self.p, "entries"), query(&pairs)), self.p.t(key), direction)
    }

    /// The heads of the columns that are shown: address or empty, words, direction.
    fn heads(&self) -> Vec<(String, String, &'static str)> {
        let head = |column: &Column| match column.sort() {
            Some(sort) => self.head(sort, column.key()),
            None => (String::new(), self.p.t(column.key()), ""),
        };
        self.columns.iter().map(head).collect()
    }

    fn view_href(&self, view: &EntryView) -> String {
        format!("{}{}", self.desk.url(&self.p, "entries"), view.query)
    }

    fn acts(&self) -> Vec<(String, String)> {
        let acts = [("accept", "bulk-accept"), ("tag", "bulk-tag"), ("move", "bulk-move"), ("extend", "bulk-extend")];
        let mail = self.desk.may_run().then_some(("mail", "bulk-mail"));
        acts.into_iter().chain(mail).map(|(act, key)| (act.to_owned(), self.p.t(key))).collect()
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
        tag: form.text("tag").to_owned(),
        sort: form.parse("sort"),
        is_descending: form.has("down"),
    }
}

/// What an address of the list may hold.
const NAMES: [&str; 8] = ["q", "category", "status", "screening", "tag", "sort", "down", "col"];

/// A query with nothing in it but what the list knows, without pages.
pub(super) fn clean_query(typed: &str) -> String {
    let form = Form::decode(typed.trim_start_matches('?').as_bytes()).unwrap_or_default();
    query(&form.pairs().filter(|(name, _)| NAMES.contains(name)).collect::<Vec<_>>())
}

/// The columns that were chosen, in their own order; the usual ones where none was.
fn columns(form: &Form) -> Vec<Column> {
    let chosen = form.all("col");
    let of = |column: &Column| chosen.iter().any(|word| word == column.as_str());
    let columns: Vec<Column> = Column::ALL.iter().copied().filter(|column| of(column)).collect();
    if columns.is_empty() { USUAL.to_vec() } else { columns }
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

/// The entries that match, with what was submitted, as CSV. Who takes it away is in the log.
pub async fn csv(
    p: Page,
    request: HttpRequest,
    user: CurrentUser,
    Now(now): Now,
    state: Data<AppState>,
    path: Path<(String, String)>,
    sent: Form,
) -> Result<HttpResponse, PageError> {
    // The filters stand in the address, as on the page.
    let asked = Form::decode(request.query_string().as_bytes()).unwrap_or_default();
    if let Some(ask) = proof::ask(&p, &user, &state, Now(now), &request, &sent).await? {
        return Ok(ask);
    }
    let (actor, slug, form) = (user.actor.clone(), path.1.clone(), asked.clone());
    let table = state.db.read(move |c| screening::export(c, &actor, &slug, &filter(&form))).await?;
    let (actor, slug) = (user.actor.clone(), path.1.clone());
    state.db.write(move |c| exports::note(c, &actor, &slug, "entries.csv", now)).await?;
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

async fn page(
    p: Page,
    user: &CurrentUser,
    state: &AppState,
    slug: &str,
    asked: &Form,
    problem: String,
) -> Result<EntriesPage, PageError> {
    let (actor, slug, form) = (user.actor.clone(), slug.to_owned(), asked.clone());
    let page = asked.parse::<i64>("page").unwrap_or(1).max(1);
    let list = state.db.read(move |c| screening::list(c, &actor, &slug, &filter(&form), page)).await?;
    let desk = Desk::new(list.opened, "entries");
    let of = |name: &str| asked.text(name).to_owned();
    let filters: Vec<(&str, &str)> = asked.pairs().filter(|(name, _)| NAMES.contains(name)).collect();
    let at = |n: i64| {
        let number = if n == 1 { String::new() } else { n.to_string() };
        let mut pairs = filters.clone();
        pairs.push(("page", &number));
        format!("{}{}", desk.url(&p, "entries"), query(&pairs))
    };
    let paging = Pages::new(&p, list.total, PAGE, page, at);
    Ok(EntriesPage {
        p: p.in_zone(desk.edition.zone()),
        categories: list.categories,
        lines: list.lines,
        total: list.total,
        all: list.all,
        words: of("q"),
        category: of("category"),
        status: of("status"),
        screening: of("screening"),
        query: query(&filters),
        tag: of("tag"),
        tags: list.tags,
        views: list.views,
        sort: asked.parse("sort"),
        is_descending: asked.has("down"),
        columns: columns(asked),
        paging,
        problem,
        desk,
    })
}

/// The list, with its filters in the address.
pub async fn index(
    p: Page,
    user: CurrentUser,
    asked: Query,
    state: Data<AppState>,
    path: Path<(String, String)>,
) -> Result<HttpResponse, PageError> {
    html(&page(p, &user, &state, &path.1, &asked.0, String::new()).await?)
}

/// Does one act to the ticked entries, or to all that match.
pub async fn bulk(
    p: Page,
    user: CurrentUser,
    Now(now): Now,
    state: Data<AppState>,
    path: Path<(String, String)>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let asked = Form::decode(form.text("query").trim_start_matches('?').as_bytes()).unwrap_or_default();
    let chosen = if form.has("all") {
        Chosen::Matching(filter(&asked))
    } else {
        let ids = form.all("entry").iter().map(|text| id::<EntryId>(text)).collect::<Result<Vec<_>, _>>()?;
        Chosen::These(ids)
    };
    let (actor, slug, url) = (user.actor.clone(), path.1.clone(), state.settings.server.public_url.clone());
    let act = match form.text("act") {
        "mail" => {
            let begin = move |c: &mut Conn| campaigns::begin_to_chosen(c, &actor, &slug, &chosen, now);
            let begun = state.db.write(begin).await?;
            return Ok(see_other(p.url(&format!("/organiser/{}/campaigns/{begun}", path.1))));
        }
        "tag" => BulkAct::Tag(form.text("tags").to_owned()),
        "move" => BulkAct::Move(form.text("to").to_owned()),
        "extend" => BulkAct::Extend(form.text("until").to_owned()),
        "accept" | "" => BulkAct::Accept,
        _ => return Err(PageError::BadRequest),
    };
    let done = state.db.write(move |c| screening::bulk(c, &actor, &slug, &chosen, &act, &url, now)).await;
    match done {
        Ok(_) => {
            let mut pairs: Vec<(&str, &str)> = asked.pairs().filter(|(name, _)| NAMES.contains(name)).collect();
            pairs.push(("done", "bulk"));
            Ok(see_other(p.url(&format!("/organiser/{}/entries{}", path.1, query(&pairs)))))
        }
        Err(AppError::Invalid(problems)) => {
            let said = Problems::new(&p, &problems).all.iter().map(|(_, words)| words.clone()).collect::<Vec<_>>();
            let page = page(p, &user, &state, &path.1, &asked, said.join(" ")).await?;
            html_as(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
        Err(error) => Err(error.into()),
    }
}
