//! Taking the tables of an edition away: one by one, or all in an archive.

use std::fs::File;
use std::io::{BufWriter, Read, Seek, SeekFrom, Write};
use std::sync::Arc;

use actix_web::http::header::{CONTENT_DISPOSITION, CONTENT_LENGTH, CONTENT_TYPE};
use actix_web::web::{self, Bytes, Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use chrono::{DateTime, Utc};
use serde_json::json;
use sha2::{Digest, Sha256};

use super::desk::Desk;
use super::{entries, words};
use crate::app::editions::{self, Opened};
use crate::app::exports::{self, Dataset};
use crate::app::screening::{self, EntryRow, Filter};
use crate::app::{AppError, AppResult};
use crate::documents;
use crate::documents::book::BookEntry;
use crate::documents::table::{Cell, Table, TableFormat};
use crate::domain::category::Category;
use crate::domain::entry::{EntryStatus, Snapshot};
use crate::domain::form::{EntryForm, FormField};
use crate::domain::language::Localised;
use crate::domain::policy::{Actor, OrganiserAct};
use crate::domain::scorecard::Mark;
use crate::store::{self, Conn};
use crate::web::account::proof;
use crate::web::error::PageError;
use crate::web::extract::{CurrentUser, Form, Now, Query};
use crate::web::html;
use crate::web::page::Page;
use crate::web::progress::Steps;
use crate::web::state::AppState;

/// How many bytes of a file are sent at a time.
const CHUNK: usize = 64 * 1024;
/// The archive of all tables.
const ARCHIVE: &str = "edition.zip";
/// How the names of entry books begin; the code of a category follows.
const BOOK: &str = "book-";
/// Most entries of a book: it is laid out whole before its first page is written.
const BOOK_LIMIT: usize = 300;

#[derive(Template)]
#[template(path = "organiser/exports.html")]
struct ExportsPage {
    p: Page,
    desk: Desk,
    /// Each table that the person may take away, with how many rows it has.
    tables: Vec<(Dataset, i64)>,
    /// The categories, for their books.
    categories: Vec<Category>,
}

impl ExportsPage {
    fn name(&self, dataset: &Dataset) -> String {
        self.p.t(title(*dataset))
    }

    fn detail(&self, dataset: &Dataset) -> String {
        self.p.t(match dataset {
            Dataset::Entries => "export-entries-text",
            Dataset::Scorecards => "export-scorecards-text",
            Dataset::Results => "export-results-text",
            Dataset::Mails => "export-mails-text",
            Dataset::Log => "export-log-text",
        })
    }

    fn formats(&self) -> [TableFormat; 2] {
        [TableFormat::Xlsx, TableFormat::Csv]
    }

    fn href(&self, dataset: &Dataset, format: &TableFormat) -> String {
        self.desk.url(&self.p, &format!("exports/{dataset}.{}", format.extension()))
    }

    fn book(&self, category: &Category) -> String {
        self.desk.url(&self.p, &format!("exports/{BOOK}{}.pdf", category.code))
    }

    fn archive(&self) -> String {
        self.desk.url(&self.p, &format!("exports/{ARCHIVE}"))
    }
}

fn title(dataset: Dataset) -> &'static str {
    match dataset {
        Dataset::Entries => "desk-entries",
        Dataset::Scorecards => "export-scorecards",
        Dataset::Results => "results-title",
        Dataset::Mails => "desk-outbox",
        Dataset::Log => "desk-audit",
    }
}

/// What can be taken away.
pub async fn index(
    p: Page,
    user: CurrentUser,
    state: Data<AppState>,
    path: Path<(String, String)>,
) -> Result<HttpResponse, PageError> {
    let desk = Desk::open(&user, &path.1, OrganiserAct::Look, "exports")?;
    let (actor, slug, role, edition) = (user.actor.clone(), path.1.clone(), desk.role, desk.edition.id);
    let read = move |c: &mut Conn| {
        let mut tables = Vec::new();
        for dataset in exports::allowed(role) {
            let opened = exports::open(c, &actor, &slug, dataset)?;
            tables.push((dataset, exports::count(c, &opened, dataset)?));
        }
        Ok::<_, AppError>((tables, store::categories::list(c, edition)?))
    };
    let (tables, categories) = state.db.read(read).await?;
    html(&ExportsPage { p: p.in_zone(desk.edition.zone()), desk, tables, categories })
}

/// A table, or all of them.
pub async fn file(
    p: Page,
    request: HttpRequest,
    user: CurrentUser,
    Now(now): Now,
    state: Data<AppState>,
    form: Form,
    path: Path<(String, String, String)>,
) -> Result<HttpResponse, PageError> {
    if let Some(ask) = proof::ask(&p, &user, &state, Now(now), &request, &form).await? {
        return Ok(ask);
    }
    let (actor, slug, name) = (user.actor.clone(), path.1.clone(), path.2.clone());
    let steps = state.progress.begin(user.user.id, form.text("ticket"));
    let made = steps.clone();
    let (media_type, file) = if name == ARCHIVE {
        ("application/zip", archive(&state, p, actor, slug, steps).await?)
    } else if let Some(code) = name.strip_prefix(BOOK).and_then(|rest| rest.strip_suffix(".pdf")) {
        ("application/pdf", book(&state, p, actor, slug, code.to_owned()).await?)
    } else {
        let (dataset, extension) = name.rsplit_once('.').ok_or(PageError::NotFound)?;
        let dataset: Dataset = dataset.parse().map_err(|_| PageError::NotFound)?;
        let format = match extension {
            "csv" => TableFormat::Csv,
            "xlsx" => TableFormat::Xlsx,
            _ => return Err(PageError::NotFound),
        };
        let mut files = state.db.read(move |c| table(c, &p, (&actor, &slug), dataset, &[format], &steps)).await?;
        (format.media_type(), files.remove(0))
    };
    made.finish();
    let (actor, slug, taken) = (user.actor.clone(), path.1.clone(), path.2.clone());
    state.db.write(move |c| exports::note(c, &actor, &slug, &taken, now)).await?;
    let size = file.metadata().map_err(|e| PageError::Internal(e.to_string()))?.len();
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, media_type))
        .insert_header((CONTENT_LENGTH, size))
        .insert_header((CONTENT_DISPOSITION, format!("attachment; filename=\"{}-{}\"", path.1, path.2)))
        .streaming(chunks(file)))
}

/// How far the export of a ticket is, for the page that waits.
pub async fn progress(
    user: CurrentUser,
    asked: Query,
    state: Data<AppState>,
    path: Path<(String, String)>,
) -> Result<HttpResponse, PageError> {
    let (actor, slug) = (user.actor.clone(), path.1.clone());
    state.db.read(move |c| editions::open(c, &actor, &slug, OrganiserAct::Look)).await?;
    Ok(HttpResponse::Ok().json(state.progress.find(user.user.id, asked.text("ticket")).unwrap_or_default()))
}

/// A file in pieces, each read when it is sent.
fn chunks(file: File) -> impl futures_util::Stream<Item = Result<Bytes, std::io::Error>> {
    futures_util::stream::try_unfold(file, |mut file| async move {
        let read = actix_web::web::block(move || {
            let mut piece = vec![0; CHUNK];
            let size = file.read(&mut piece)?;
            piece.truncate(size);
            Ok::<_, std::io::Error>((piece, file))
        });
        let (piece, file) = read.await.map_err(std::io::Error::other)??;
        Ok((!piece.is_empty()).then(|| (Bytes::from(piece), file)))
    })
}

fn failed(error: impl std::fmt::Display) -> AppError {
    AppError::Internal(error.to_string())
}

/// Writes a table into a file for each format.
fn table(
    c: &mut Conn,
    p: &Page,
    (actor, slug): (&Actor, &str),
    dataset: Dataset,
    formats: &[TableFormat],
    steps: &Steps,
) -> AppResult<Vec<File>> {
    let opened = exports::open(c, actor, slug, dataset)?;
    steps.expect(u64::try_from(exports::count(c, &opened, dataset)?).unwrap_or(0));
    let (zone, name) = (opened.edition.zone(), p.t(title(dataset)));
    let new = |head: Vec<String>| {
        let table = Table::new(formats, p.language, zone, &name, &head).map_err(failed)?;
        Ok(table.counted(Arc::clone(&steps.done)))
    };
    let table = match dataset {
        Dataset::Entries => entries_table(c, p, &opened, new)?,
        Dataset::Scorecards => scorecards(c, p, &opened, new)?,
        Dataset::Results => results(c, p, (actor, slug), new)?,
        Dataset::Mails => mails(c, p, &opened, new)?,
        Dataset::Log => log(c, p, &opened, new)?,
    };
    table.finish().map_err(failed)
}

fn heads(p: &Page, keys: &[&str]) -> Vec<String> {
    keys.iter().map(|key| p.t(key)).collect()
}

fn entries_table(
    c: &mut Conn,
    p: &Page,
    opened: &Opened,
    new: impl FnOnce(Vec<String>) -> AppResult<Table>,
) -> AppResult<Table> {
    let questions = exports::questions(c, opened)?;
    let mut table = new(entries::head(p, &questions))?;
    screening::each_entry(c, opened, &Filter::default(), |row, _| {
        let mut cells = vec![
            Cell::text(&row.entry.reference),
            Cell::text(&row.entry.title),
            Cell::text(&row.organisation),
            Cell::text(row.category.as_ref().map_or("", |category| p.l(&category.name))),
            Cell::text(p.t(words::entry_status(row.entry.status).0)),
            Cell::text(p.t(words::screening(row.entry.screening).0)),
            Cell::instant(row.entry.submitted_at),
        ];
        cells.extend(questions.iter().map(|field| Cell::text(row.answer(p.language, field))));
        table.row(&cells).map_err(failed)
    })?;
    Ok(table)
}

fn scorecards(
    c: &mut Conn,
    p: &Page,
    opened: &Opened,
    new: impl FnOnce(Vec<String>) -> AppResult<Table>,
) -> AppResult<Table> {
    let criteria = exports::criteria(c, opened)?;
    let known = [
        "export-round",
        "desk-list-reference",
        "results-entry",
        "export-juror",
        "export-address",
        "desk-list-status",
        "export-submitted",
    ];
    let mut head = heads(p, &known);
    head.extend(criteria.iter().map(|criterion| p.l(&criterion.name).to_owned()));
    head.extend([p.t("scorecard-comment"), p.t("scorecard-note")]);
    let mut table = new(head)?;
    exports::scorecards(c, opened, |row| {
        let mut cells = vec![
            Cell::text(p.l(&row.round.name)),
            Cell::text(&row.entry.reference),
            Cell::text(&row.entry.title),
            Cell::text(&row.juror.name),
            Cell::text(row.juror.email.as_str()),
            Cell::text(row.assignment.status.as_str()),
            Cell::instant(row.sheet.and_then(|sheet| sheet.submitted_at)),
        ];
        cells.extend(criteria.iter().map(|criterion| match row.marks.get(&criterion.key) {
            Some(Mark::Score(score)) => Cell::Whole(i64::from(*score)),
            Some(Mark::Cannot) => Cell::text(p.t("review-cannot")),
            Some(Mark::Blank) | None => Cell::Empty,
        }));
        cells.push(Cell::text(row.sheet.map_or("", |sheet| sheet.comment.as_str())));
        cells.push(Cell::text(row.sheet.map_or("", |sheet| sheet.note.as_str())));
        table.row(&cells).map_err(failed)
    })?;
    Ok(table)
}

fn results(
    c: &mut Conn,
    p: &Page,
    (actor, slug): (&Actor, &str),
    new: impl FnOnce(Vec<String>) -> AppResult<Table>,
) -> AppResult<Table> {
    let keys = [
        "export-round",
        "results-category",
        "results-rank",
        "results-reference",
        "results-entry",
        "winner-organisation",
        "results-score",
        "results-scorecards",
    ];
    let mut table = new(heads(p, &keys))?;
    for results in exports::results(c, actor, slug)? {
        for category in &results.categories {
            for ranked in &category.entries {
                let cells = [
                    Cell::text(p.l(&results.round.name)),
                    Cell::text(p.l(&category.category.name)),
                    ranked.rank.map_or(Cell::Empty, |rank| Cell::Whole(i64::from(rank))),
                    Cell::text(&ranked.entry.reference),
                    Cell::text(&ranked.entry.title),
                    Cell::text(&ranked.organisation.name),
                    ranked.score.map_or(Cell::Empty, |score| Cell::Decimal(score.to_string())),
                    Cell::Whole(i64::from(ranked.scorecards)),
                ];
                table.row(&cells).map_err(failed)?;
            }
        }
    }
    Ok(table)
}

fn mails(
    c: &mut Conn,
    p: &Page,
    opened: &Opened,
    new: impl FnOnce(Vec<String>) -> AppResult<Table>,
) -> AppResult<Table> {
    let keys = ["outbox-to", "export-address", "outbox-kind", "desk-list-status", "outbox-queued", "outbox-left"];
    let mut table = new(heads(p, &keys))?;
    exports::mails(c, opened, |mail| {
        let cells = [
            Cell::text(&mail.recipient_name),
            Cell::text(mail.recipient.as_str()),
            Cell::text(p.t(words::mail_kind(mail.kind))),
            Cell::text(p.t(words::mail_status(mail.status).0)),
            Cell::Instant(mail.created_at),
            Cell::instant(mail.sent_at),
        ];
        table.row(&cells).map_err(failed)
    })?;
    Ok(table)
}

fn log(c: &mut Conn, p: &Page, opened: &Opened, new: impl FnOnce(Vec<String>) -> AppResult<Table>) -> AppResult<Table> {
    let keys =
        ["audit-number", "audit-when", "audit-what", "audit-who", "export-before", "export-after", "export-hash"];
    let mut table = new(heads(p, &keys))?;
    exports::log(c, opened, |event, who| {
        let json = |value: &Option<serde_json::Value>| value.as_ref().map(ToString::to_string).unwrap_or_default();
        let cells = [
            event.seq.map_or(Cell::Empty, Cell::Whole),
            Cell::Instant(event.at),
            Cell::text(words::action(&event.action).map_or_else(|| event.action.clone(), |key| p.t(key))),
            Cell::text(who.map_or_else(|| p.t("audit-platform"), str::to_owned)),
            Cell::text(json(&event.before)),
            Cell::text(json(&event.after)),
            Cell::text(event.hash.clone().unwrap_or_default()),
        ];
        table.row(&cells).map_err(failed)
    })?;
    Ok(table)
}

/// An archive that is being written, with the list of what is in it.
struct Archive {
    zip: zip::ZipWriter<BufWriter<File>>,
    manifest: Vec<serde_json::Value>,
}

impl Archive {
    fn new() -> AppResult<Self> {
        let file = tempfile::tempfile().map_err(failed)?;
        Ok(Self { zip: zip::ZipWriter::new(BufWriter::new(file)), manifest: Vec::new() })
    }

    /// Adds a file, piece by piece.
    fn add(&mut self, name: &str, mut from: impl Read) -> AppResult<()> {
        self.zip.start_file(name, zip::write::SimpleFileOptions::default()).map_err(failed)?;
        let (mut hash, mut piece, mut size) = (Sha256::new(), vec![0; CHUNK], 0_u64);
        loop {
            let read = from.read(&mut piece).map_err(failed)?;
            if read == 0 {
                break;
            }
            hash.update(&piece[..read]);
            size += read as u64;
            self.zip.write_all(&piece[..read]).map_err(failed)?;
        }
        self.manifest.push(json!({ "name": name, "bytes": size, "sha256": hex::encode(hash.finalize()) }));
        Ok(())
    }

    fn finish(mut self, edition: &str, made_at: DateTime<Utc>) -> AppResult<File> {
        let manifest = json!({ "edition": edition, "made_at": made_at, "files": self.manifest });
        self.zip.start_file("manifest.json", zip::write::SimpleFileOptions::default()).map_err(failed)?;
        self.zip.write_all(format!("{manifest:#}\n").as_bytes()).map_err(failed)?;
        let mut file = self.zip.finish().map_err(failed)?.into_inner().map_err(failed)?;
        file.seek(SeekFrom::Start(0)).map_err(failed)?;
        Ok(file)
    }
}

/// Every table that the person may take away, as CSV and as workbooks, every file that was submitted, and a list of
/// their hashes. One file at a time is in memory.
async fn archive(state: &AppState, p: Page, actor: Actor, slug: String, steps: Steps) -> Result<File, PageError> {
    let (made_at, edition, counted) = (p.now, slug.clone(), steps.clone());
    let tables = move |c: &mut Conn| {
        let mut archive = Archive::new()?;
        let opened = exports::open(c, &actor, &slug, Dataset::Entries)?;
        let formats = [TableFormat::Csv, TableFormat::Xlsx];
        for dataset in exports::allowed(opened.role) {
            // Read once, written in both.
            for (format, table) in formats.iter().zip(table(c, &p, (&actor, &slug), dataset, &formats, &counted)?) {
                archive.add(&format!("{dataset}.{}", format.extension()), table)?;
            }
        }
        Ok::<_, AppError>((archive, exports::files(c, &opened)?))
    };
    let (mut archive, files) = state.db.read(tables).await?;
    steps.expect(files.len() as u64);
    for (name, key) in files {
        let bytes = state.files.get(&key).await.map_err(|e| PageError::Unavailable(e.to_string()))?;
        let add = move || archive.add(&name, bytes.as_ref()).map(|()| archive);
        archive = web::block(add).await.map_err(|e| PageError::Unavailable(e.to_string()))??;
        steps.step();
    }
    let finish = move || archive.finish(&edition, made_at);
    Ok(web::block(finish).await.map_err(|e| PageError::Unavailable(e.to_string()))??)
}

/// The entries of a category as a book.
async fn book(state: &AppState, p: Page, actor: Actor, slug: String, code: String) -> Result<File, PageError> {
    let language = p.language;
    let read = move |c: &mut Conn| {
        let opened = exports::open(c, &actor, &slug, Dataset::Entries)?;
        let categories = store::categories::list(c, opened.edition.id)?;
        categories.iter().find(|category| category.code == code).ok_or(AppError::NotFound)?;
        let filter = Filter { category: code, status: Some(EntryStatus::Submitted), ..Filter::default() };
        let mut entries = Vec::new();
        screening::each_entry(c, &opened, &filter, |row, form| {
            if let (Some(form), Some(snapshot)) = (form, &row.snapshot) {
                entries.push(book_entry(&p, &row, form, snapshot));
            }
            if entries.len() > BOOK_LIMIT { Err(AppError::refused("book-refused-large")) } else { Ok(()) }
        })?;
        Ok::<_, AppError>((p.l(&opened.edition.name).to_owned(), entries))
    };
    let (edition, entries) = state.db.read(read).await?;
    let make = move || {
        let bytes = documents::book::pdf(language, &edition, &entries).map_err(failed)?;
        let mut file = tempfile::tempfile().map_err(failed)?;
        file.write_all(&bytes).map_err(failed)?;
        file.seek(SeekFrom::Start(0)).map_err(failed)?;
        Ok::<_, AppError>(file)
    };
    Ok(web::block(make).await.map_err(|e| PageError::Unavailable(e.to_string()))??)
}

fn book_entry(p: &Page, row: &EntryRow, form: &EntryForm, snapshot: &Snapshot) -> BookEntry {
    let form = form.clone().of_category(row.entry.category_id);
    let answer = |field: &FormField| (p.l(&field.label).to_owned(), row.answer(p.language, field));
    let section = |(index, title): (usize, &Localised)| {
        let asked = form.section_fields(index).filter(|field| form.asks(field, &snapshot.answers));
        let answers: Vec<(String, String)> = asked.map(answer).filter(|(_, answer)| !answer.is_empty()).collect();
        (p.l(title).to_owned(), answers)
    };
    let category = row.category.as_ref().map(|category| p.l(&category.name).to_owned()).unwrap_or_default();
    BookEntry {
        title: snapshot.title.clone(),
        facts: vec![
            (p.t("desk-list-reference"), row.entry.reference.clone()),
            (p.t("winner-organisation"), snapshot.organisation_name.clone()),
            (p.t("desk-list-category"), category),
        ],
        sections: form.sections.iter().enumerate().map(section).filter(|(_, answers)| !answers.is_empty()).collect(),
    }
}
