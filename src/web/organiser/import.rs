//! Entries from a table: upload, preview, import.
//!
//! The uploaded file is kept in the file store under a random name that the preview's address
//! carries, bound to its edition; it goes once the rows are in.

use actix_multipart::Multipart;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use askama::Template;

use super::desk::Desk;
use super::sheet::{Sheet, Values};
use crate::app::import::table::{MAX_BYTES, TableError};
use crate::app::import::{self, Catalogue, Columns, Options, Plan, RowProblem, Table, Target};
use crate::app::{AppError, FieldProblem};
use crate::domain::policy::OrganiserAct;
use crate::files::imports;
use crate::web::error::PageError;
use crate::web::extract::{CurrentUser, Form, Now, Query};
use crate::web::page::Page;
use crate::web::state::AppState;
use crate::web::uploaded::uploaded_file;
use crate::web::{html, html_as, see_other};

#[derive(Template)]
#[template(path = "organiser/import.html")]
struct UploadPage {
    p: Page,
    desk: Desk,
    sheet: Sheet,
}

/// The form for a file.
pub async fn show(p: Page, user: CurrentUser, path: Path<(String, String)>) -> Result<HttpResponse, PageError> {
    let desk = Desk::open(&user, &path.1, OrganiserAct::Run, "import")?;
    html(&UploadPage { p, desk, sheet: Sheet::default() })
}

/// Keeps the file and goes to its preview.
pub async fn upload(
    p: Page,
    user: CurrentUser,
    Now(now): Now,
    state: Data<AppState>,
    path: Path<(String, String)>,
    parts: Multipart,
) -> Result<HttpResponse, PageError> {
    let desk = Desk::open(&user, &path.1, OrganiserAct::Run, "import")?;
    let bytes = uploaded_file(parts, MAX_BYTES).await?;
    if let Err(error) = import::read(&bytes) {
        let key = match error {
            TableError::Empty => "import-file-empty",
            TableError::TooLarge => "import-file-large",
            TableError::TooManyRows => "import-file-rows",
            TableError::NoColumns => "import-file-columns",
        };
        let sheet = Sheet::refused(&p, Form::default(), &[FieldProblem::new("file", key)]);
        return html_as(StatusCode::UNPROCESSABLE_ENTITY, &UploadPage { p, desk, sheet });
    }
    let name = imports::new_name(now);
    state.files.put(&imports::key_of(desk.edition.id, &name), bytes.into()).await.map_err(unavailable)?;
    Ok(see_other(desk.url(&p, &format!("import/{name}"))))
}

fn unavailable(error: crate::files::FilesError) -> PageError {
    PageError::Unavailable(error.to_string())
}

#[derive(Template)]
#[template(path = "organiser/import_preview.html")]
struct PreviewPage {
    p: Page,
    desk: Desk,
    name: String,
    table: Table,
    columns: Columns,
    catalogue: Catalogue,
    plan: Plan,
    sheet: Sheet,
    words: Vec<String>,
}

impl PreviewPage {
    fn targets(&self) -> Vec<(String, String, String)> {
        let chosen = |t: &Target| self.columns.get(t).map(|at| at.to_string()).unwrap_or_default();
        let row = |t: Target| (format!("map_{}", t.word()), self.target(&t), chosen(&t));
        Target::all(&self.catalogue.form).into_iter().map(row).collect()
    }

    fn target(&self, target: &Target) -> String {
        let key = match target {
            Target::Title => "import-title-column",
            Target::Organisation => "desk-entry-organisation",
            Target::Email => "desk-entry-email",
            Target::Applicant => "desk-entry-owner",
            Target::Category => "desk-list-category",
            Target::Description => "import-description",
            Target::Answer(key) => {
                let field = self.catalogue.form.field(key);
                return field.map(|f| self.p.l(&f.label).to_owned()).unwrap_or_default();
            }
        };
        self.p.t(key)
    }

    fn word_fields(&self) -> Vec<(String, String)> {
        self.words.iter().enumerate().map(|(i, word)| (format!("word{i}"), word.clone())).collect()
    }

    fn headers(&self) -> Vec<(String, String)> {
        self.table.headers.iter().enumerate().map(|(i, h)| (i.to_string(), h.clone())).collect()
    }

    fn categories(&self) -> Vec<(String, String)> {
        self.catalogue.categories.iter().map(|c| (c.id.to_string(), self.p.l(&c.name).to_owned())).collect()
    }

    fn category_of(&self, id: &crate::domain::ids::CategoryId) -> String {
        let found = self.catalogue.categories.iter().find(|c| c.id == *id);
        found.map(|c| self.p.l(&c.name).to_owned()).unwrap_or_default()
    }

    fn problem(&self, row: &RowProblem) -> String {
        self.p.m(row.problem.key).args(&row.problem.args).to_string()
    }

    fn field(&self, row: &RowProblem) -> String {
        let target = Target::all(&self.catalogue.form).into_iter().find(|t| t.word() == row.problem.field);
        target.map(|t| self.target(&t)).unwrap_or_default()
    }
}

/// What a form or an address chose.
fn choices(form: &Form, table: &Table, catalogue: &Catalogue) -> (Columns, Options) {
    let mut columns = import::columns::guess(&table.headers, &catalogue.form);
    for target in Target::all(&catalogue.form) {
        if let Some(typed) = form.get(&format!("map_{}", target.word())) {
            columns.remove(&target);
            if let Some(at) = typed.parse::<usize>().ok().filter(|at| *at < table.headers.len()) {
                columns.insert(target, at);
            }
        }
    }
    let words = distinct_words(table, &columns);
    let chosen =
        words.iter().enumerate().filter_map(|(i, word)| Some((word.clone(), form.parse(&format!("word{i}"))?)));
    let options = Options {
        categories: chosen.collect(),
        default_category: form.parse("default_category"),
        language: form.parse("language"),
    };
    (columns, options)
}

/// Most words of the category column that are offered to be translated.
const MAX_WORDS: usize = 60;

/// The words of the category column, each once.
fn distinct_words(table: &Table, columns: &Columns) -> Vec<String> {
    let Some(at) = columns.get(&Target::Category) else { return Vec::new() };
    let mut words: Vec<String> = Vec::new();
    for row in &table.rows {
        let word = &row.cells[*at];
        if !word.is_empty() && !words.contains(word) && words.len() < MAX_WORDS {
            words.push(word.clone());
        }
    }
    words
}

async fn open(
    user: &CurrentUser,
    state: &AppState,
    path: &(String, String, String),
) -> Result<(Desk, Table, Catalogue), PageError> {
    let desk = Desk::open(user, &path.1, OrganiserAct::Run, "import")?;
    let bytes = state.files.get(&imports::key_of(desk.edition.id, &path.2)).await.map_err(|_| PageError::DeadLink)?;
    let table = import::read(&bytes).map_err(|_| PageError::DeadLink)?;
    let edition = desk.edition.id;
    let catalogue = state.db.read(move |c| import::catalogue(c, edition)).await?;
    Ok((desk, table, catalogue))
}

/// What each row would become. Nothing is stored yet.
pub async fn preview(
    p: Page,
    user: CurrentUser,
    asked: Query,
    state: Data<AppState>,
    path: Path<(String, String, String)>,
) -> Result<HttpResponse, PageError> {
    let (desk, table, catalogue) = open(&user, &state, &path).await?;
    let (columns, options) = choices(&asked, &table, &catalogue);
    let plan = import::plan::plan(&table, &columns, &catalogue, &options);
    let words = distinct_words(&table, &columns);
    let sheet = Sheet::saved(asked.pairs().fold(Values::default(), |v, (name, value)| v.with(name, value)));
    let name = path.2.clone();
    html(&PreviewPage { p, desk, name, table, columns, catalogue, plan, sheet, words })
}

/// Stores the good rows, all in one transaction.
pub async fn apply(
    p: Page,
    user: CurrentUser,
    Now(now): Now,
    state: Data<AppState>,
    path: Path<(String, String, String)>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let (desk, table, catalogue) = open(&user, &state, &path).await?;
    let (columns, options) = choices(&form, &table, &catalogue);
    let plan = import::plan::plan(&table, &columns, &catalogue, &options);
    let (actor, slug) = (user.actor.clone(), path.1.clone());
    let stored = move |c: &mut crate::store::Conn| -> Result<_, AppError> {
        import::apply(c, &actor, &slug, &plan, now, |_| {})
    };
    state.db.write(stored).await?;
    state.files.delete(&imports::key_of(desk.edition.id, &path.2)).await.map_err(unavailable)?;
    Ok(see_other(desk.url(&p, "entries?screening=pending&status=submitted&done=imported")))
}
