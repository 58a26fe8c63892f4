//! `digital-awards import FILE`

use std::path::PathBuf;

use clap::Args;

use super::{Failure, Outcome, complain, progress, say};
use crate::app::import::{self, Catalogue, Columns, Options, Plan, RowProblem, Table, Target, columns};
use crate::app::{AppError, editions};
use crate::clock::Clock;
use crate::config::Settings;
use crate::domain::ids::CategoryId;
use crate::domain::language::Language;
use crate::domain::policy::{Actor, OrganiserAct};
use crate::domain::user::OrganiserRole;
use crate::i18n::Speaker;
use crate::startup;
use crate::store::{self, Conn, Db};

/// Take entries from a table that was kept elsewhere.
///
/// The file's encoding and delimiter are found. Rows that fit no question are reported with their
/// line; all others come in as submitted entries, to be screened, in one transaction. Running the
/// same file twice adds nothing the second time.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  digital-awards import startups.csv --edition 2027 --dry-run
  digital-awards import startups.csv --edition 2027 --default-category FIN
  digital-awards import startups.csv --edition 2027 --map organisation=\"StartUp Name\" --category \"Saas=FIN\"")]
pub struct Import {
    /// The table: CSV with semicolons, commas, tabs or bars, in UTF-8, UTF-16 or Windows-1252.
    file: PathBuf,
    /// The slug of the edition.
    #[arg(long)]
    edition: String,
    /// What a column says: title, organisation, email, applicant, category, description, or the key of a question.
    #[arg(long, value_name = "FIELD=COLUMN")]
    map: Vec<String>,
    /// The category that a word of the table stands for.
    #[arg(long, value_name = "WORD=CODE")]
    category: Vec<String>,
    /// The category of rows that name none, or one that is unknown.
    #[arg(long, value_name = "CODE")]
    default_category: Option<String>,
    /// The language of the texts: fr, ar or en.
    #[arg(long, default_value = "fr")]
    language: String,
    /// Say what would happen, and store nothing.
    #[arg(long)]
    dry_run: bool,
}

impl Import {
    /// Runs the command.
    pub fn run(self, settings: &Settings) -> Outcome {
        let bytes = std::fs::read(&self.file).map_err(|e| Failure(format!("{}: {e}", self.file.display())))?;
        let table = import::read(&bytes).map_err(|e| Failure(format!("{}: {e}", self.file.display())))?;
        startup::prepare_database(settings)?;
        let db = Db::open(&settings.db_options())?;
        let slug = self.edition.clone();
        let (actor, catalogue) = db.read_now(|c| prepare(c, &slug)).map_err(|error| match error {
            AppError::NotFound => Failure(format!("there is no edition {slug} with an owner")),
            other => other.into(),
        })?;
        let (columns, options) = self.choices(&table, &catalogue)?;
        let plan = import::plan::plan(&table, &columns, &catalogue, &options);
        tell(&table, &columns, &plan);
        if self.dry_run {
            say(&format!("{} rows would come in; nothing was stored (--dry-run)", plan.rows.len()));
            return Ok(());
        }
        let bar = progress(plan.rows.len() as u64);
        let now = Clock::system().now();
        let imported = db
            .write_now(|c| import::apply(c, &actor, &slug, &plan, now, |n| bar.set_position(n as u64)))
            .map_err(|error| match error {
                AppError::Refused { .. } => {
                    Failure(format!("edition {slug} takes no imports any more: its jury has begun"))
                }
                other => other.into(),
            })?;
        bar.finish_and_clear();
        let (known, refused) = (plan.known.len(), lines(&plan.refused));
        say(&format!("{} rows came in, {known} were there already, {refused} were refused", imported.len()));
        Ok(())
    }

    fn choices(&self, table: &Table, catalogue: &Catalogue) -> Result<(Columns, Options), Failure> {
        let pair = |text: &String| {
            let (name, value) = text.split_once('=').ok_or_else(|| Failure(format!("{text}: expected NAME=VALUE")))?;
            Ok((name.trim().to_owned(), value.trim().to_owned()))
        };
        let chosen = self.map.iter().map(pair).collect::<Result<Vec<_>, Failure>>()?;
        let guessed = columns::guess(&table.headers, &catalogue.form);
        let columns =
            columns::with_choices(guessed, &table.headers, &catalogue.form, &chosen).map_err(|(field, name)| {
                let fields: Vec<String> = Target::all(&catalogue.form).iter().map(|t| t.word().to_owned()).collect();
                let (fields, headers) = (fields.join(", "), table.headers.join(", "));
                Failure(format!("--map {field}={name}: the fields are {fields}; the columns are {headers}"))
            })?;
        let code = |code: &str| -> Result<CategoryId, Failure> {
            let found = catalogue.categories.iter().find(|c| c.code.eq_ignore_ascii_case(code.trim()));
            let codes: Vec<&str> = catalogue.categories.iter().map(|c| c.code.as_str()).collect();
            found.map(|c| c.id).ok_or_else(|| Failure(format!("{code}: the categories are {}", codes.join(", "))))
        };
        let mut options = Options {
            default_category: self.default_category.as_deref().map(code).transpose()?,
            language: Some(self.language.parse::<Language>()?),
            ..Options::default()
        };
        for text in &self.category {
            let (word, category) = pair(text)?;
            options.categories.insert(word, code(&category)?);
        }
        Ok((columns, options))
    }
}

/// The edition's first owner, in whose name the command acts, and what the edition offers.
fn prepare(c: &mut Conn, slug: &str) -> Result<(Actor, Catalogue), AppError> {
    let edition = store::editions::find_by_slug(c, slug)?.ok_or(AppError::NotFound)?;
    let team = store::organisers::list(c, edition.id)?;
    let owner = team.iter().find(|(_, role)| *role == OrganiserRole::Owner).ok_or(AppError::NotFound)?;
    let actor = store::organisers::actor(c, owner.0.id)?;
    editions::open(c, &actor, slug, OrganiserAct::Run)?;
    Ok((actor, import::catalogue(c, edition.id)?))
}

fn lines(problems: &[RowProblem]) -> usize {
    let mut lines: Vec<u64> = problems.iter().map(|p| p.line).collect();
    lines.dedup();
    lines.len()
}

/// What was found, and every row that is refused or changed.
fn tell(table: &Table, columns: &Columns, plan: &Plan) {
    let delimiter = if table.delimiter == '\t' { "tab".to_owned() } else { table.delimiter.to_string() };
    let (rows, blank) = (table.rows.len(), table.blank);
    complain(&format!("{rows} rows, {blank} blank, {}, cells end with {delimiter}", table.encoding));
    for (target, at) in columns {
        complain(&format!("  {} <- {}", target.word(), table.headers[*at]));
    }
    for (what, problems) in [("refused", &plan.refused), ("changed", &plan.changed)] {
        for row in problems {
            let words = Speaker(Language::English).m(row.problem.key).args(&row.problem.args);
            complain(&format!("line {}: {what}: {} ({}): {words}", row.line, row.title, row.problem.field));
        }
    }
}
