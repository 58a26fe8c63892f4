//! Reading the format `juror-assignment/1`: a directory of CSV files and a `meta.json`.
//!
//! Every error names the file and the line. Nothing that a file may hold makes the reader panic.
//! Where the files come from is the caller's business: this module is pure.

use std::io::{BufReader, Read};

use csv::StringRecord;
use thiserror::Error;

use super::draft::{Affinity, Draft, EntrySpec, JurorSpec, Pair, Place, Problem};
use super::instance::Instance;

pub const FORMAT: &str = "juror-assignment/1";

pub(super) const META: &str = "meta.json";
pub(super) const ENTRIES: &str = "entries.csv";
pub(super) const JURORS: &str = "jurors.csv";
pub(super) const AFFINITIES: &str = "affinity.csv";
pub(super) const CONFLICTS: &str = "conflicts.csv";
pub(super) const LOCKED: &str = "locked.csv";
const PAIR: [&str; 2] = ["entry", "juror"];

/// What is wrong with an instance's files.
#[derive(Debug, Error)]
pub enum ReadError {
    #[error("{file}: {source}")]
    Open { file: String, source: std::io::Error },
    #[error("{file}: {problem}")]
    File { file: String, problem: String },
    #[error("{file}:{line}: {problem}")]
    Line { file: String, line: u64, problem: String },
}

/// Gives the content of a file of the instance by its name.
pub type Open<'a> = &'a dyn Fn(&str) -> std::io::Result<Box<dyn Read>>;

#[derive(Debug, serde::Deserialize)]
struct Meta {
    format: String,
    n_entries: u32,
    n_jurors: u32,
    /// Filters to apply: `panel`, `language`.
    #[serde(default)]
    require: Vec<String>,
}

/// Read an instance from the files of its directory.
pub fn read_instance(open: Open<'_>) -> Result<Instance, ReadError> {
    let meta = read_meta(open)?;
    let mut draft = Draft {
        by_panel: meta.require.iter().any(|wish| wish == "panel"),
        by_language: meta.require.iter().any(|wish| wish == "language"),
        ..Draft::default()
    };
    let table = Table::open(open, ENTRIES, &["entry", "k"])?;
    let (specs, entry_lines) = by_id(table, read_entry)?;
    expect_count(ENTRIES, "n_entries", meta.n_entries, specs.len())?;
    draft.entries = specs;
    let table = Table::open(open, JURORS, &["juror", "min", "max"])?;
    let (specs, juror_lines) = by_id(table, read_juror)?;
    expect_count(JURORS, "n_jurors", meta.n_jurors, specs.len())?;
    draft.jurors = specs;
    let mut affinity_lines = Vec::new();
    let mut table = Table::open(open, AFFINITIES, &["entry", "juror", "affinity"])?;
    while let Some(line) = table.next()? {
        draft.affinities.push(Affinity { entry: table.number(0)?, juror: table.number(1)?, value: table.number(2)? });
        affinity_lines.push(line);
    }
    let (pairs, conflict_lines) = read_pairs(Table::open(open, CONFLICTS, &PAIR)?)?;
    draft.conflicts = pairs;
    let (pairs, lock_lines) = read_pairs(Table::open(open, LOCKED, &PAIR)?)?;
    draft.locked = pairs;
    Instance::new(draft).map_err(|error| {
        let (file, line) = match error.place {
            Place::Entry(at) => (ENTRIES, entry_lines.get(at)),
            Place::Juror(at) => (JURORS, juror_lines.get(at)),
            Place::Affinity(at) => (AFFINITIES, affinity_lines.get(at)),
            Place::Conflict(at) => (CONFLICTS, conflict_lines.get(at)),
            Place::Lock(at) => (LOCKED, lock_lines.get(at)),
            Place::Whole => (META, None),
        };
        let (file, problem) = (file.to_owned(), error.problem.to_string());
        match line {
            Some(&line) => ReadError::Line { file, line: line.into(), problem },
            None => ReadError::File { file, problem },
        }
    })
}

/// Read a plan: the pairs of a CSV with the columns `entry` and `juror`, against an instance.
pub fn read_plan(open: Open<'_>, file: &str, instance: &Instance) -> Result<Vec<Pair>, ReadError> {
    let (pairs, lines) = read_pairs(Table::open(open, file, &PAIR)?)?;
    let mut seen = std::collections::BTreeSet::new();
    for (&pair, &line) in pairs.iter().zip(&lines) {
        let problem = if pair.0 as usize >= instance.entries().len() {
            Problem::UnknownEntry(pair.0)
        } else if pair.1 as usize >= instance.jurors().len() {
            Problem::UnknownJuror(pair.1)
        } else if !seen.insert(pair) {
            Problem::DuplicatePair(pair)
        } else {
            continue;
        };
        let problem = problem.to_string();
        return Err(ReadError::Line { file: file.to_owned(), line: line.into(), problem });
    }
    Ok(pairs)
}

fn read_meta(open: Open<'_>) -> Result<Meta, ReadError> {
    let file = META.to_owned();
    let mut text = Vec::new();
    let read = open(META).and_then(|mut input| input.read_to_end(&mut text));
    if let Err(source) = read {
        return Err(ReadError::Open { file, source });
    }
    let meta: Meta = match serde_json::from_slice(&text) {
        Ok(meta) => meta,
        Err(error) => {
            let (line, problem) = (error.line().max(1) as u64, error.to_string());
            return Err(ReadError::Line { file, line, problem });
        }
    };
    if meta.format != FORMAT {
        let problem = format!("the format is {:?}, not {FORMAT:?}", meta.format);
        return Err(ReadError::File { file, problem });
    }
    if let Some(wish) = meta.require.iter().find(|wish| *wish != "panel" && *wish != "language") {
        let problem = format!("unknown requirement {wish:?}: only \"panel\" and \"language\"");
        return Err(ReadError::File { file, problem });
    }
    Ok(meta)
}

fn expect_count(file: &str, key: &str, stated: u32, found: usize) -> Result<(), ReadError> {
    if stated as usize == found {
        return Ok(());
    }
    let problem = format!("{found} rows, but {META} says {key} is {stated}");
    Err(ReadError::File { file: file.to_owned(), problem })
}

fn read_entry(table: &Table) -> Result<(u32, EntrySpec), ReadError> {
    let id: u32 = table.number(0)?;
    let spec = EntrySpec {
        name: id.to_string(),
        need: table.number(1)?,
        panel: table.text("category"),
        language: table.text("language"),
    };
    Ok((id, spec))
}

fn read_juror(table: &Table) -> Result<(u32, JurorSpec), ReadError> {
    let id: u32 = table.number(0)?;
    let panels = ["category", "category1", "category2"].iter().filter_map(|column| table.text(column));
    let languages = table.text("languages").unwrap_or_default();
    let spec = JurorSpec {
        name: id.to_string(),
        min: table.number(1)?,
        max: table.number(2)?,
        panels: panels.collect(),
        languages: languages.split('|').map(str::trim).filter(|l| !l.is_empty()).map(str::to_owned).collect(),
    };
    Ok((id, spec))
}

/// Rows and the lines they were on.
type Lined<T> = (Vec<T>, Vec<u32>);

/// The rows of a file in the order of their ids, which must be 0, 1, 2 and so on.
fn by_id<T>(mut table: Table, read: fn(&Table) -> Result<(u32, T), ReadError>) -> Result<Lined<T>, ReadError> {
    let mut rows = Vec::new();
    while let Some(line) = table.next()? {
        let (id, row) = read(&table)?;
        rows.push((id, line, row));
    }
    rows.sort_by_key(|row| row.0);
    for (expected, &(id, line, _)) in rows.iter().enumerate() {
        if id as usize != expected {
            let problem = format!("id {id} where {expected} was expected: ids count from 0, each once");
            return Err(table.at(line.into(), problem));
        }
    }
    Ok(rows.into_iter().map(|(_, line, row)| (row, line)).unzip())
}

fn read_pairs(mut table: Table) -> Result<Lined<Pair>, ReadError> {
    let (mut pairs, mut lines) = (Vec::new(), Vec::new());
    while let Some(line) = table.next()? {
        pairs.push((table.number(0)?, table.number(1)?));
        lines.push(line);
    }
    Ok((pairs, lines))
}

/// A CSV file with a header, read row by row.
struct Table {
    file: String,
    reader: csv::Reader<BufReader<Box<dyn Read>>>,
    header: StringRecord,
    /// The position and name of each column asked for.
    columns: Vec<(usize, String)>,
    row: StringRecord,
}

impl Table {
    fn open(open: Open<'_>, file: &str, columns: &[&str]) -> Result<Self, ReadError> {
        let input = open(file).map_err(|source| ReadError::Open { file: file.to_owned(), source })?;
        let reader =
            csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(BufReader::with_capacity(1 << 18, input));
        let mut table = Self {
            file: file.to_owned(),
            reader,
            header: StringRecord::new(),
            columns: Vec::new(),
            row: StringRecord::new(),
        };
        table.header = match table.reader.headers() {
            Ok(header) => header.clone(),
            Err(error) => return Err(table.broken(&error)),
        };
        for &column in columns {
            match table.header.iter().position(|name| name == column) {
                Some(at) => table.columns.push((at, column.to_owned())),
                None if table.header.is_empty() => return Err(table.at(1, "the file is empty: no header line".into())),
                None => return Err(table.at(1, format!("no column {column:?} in the header"))),
            }
        }
        Ok(table)
    }

    /// Go to the next row; returns its line.
    fn next(&mut self) -> Result<Option<u32>, ReadError> {
        match self.reader.read_record(&mut self.row) {
            Ok(true) => Ok(Some(u32::try_from(self.line()).unwrap_or(u32::MAX))),
            Ok(false) => Ok(None),
            Err(error) => Err(self.broken(&error)),
        }
    }

    fn line(&self) -> u64 {
        self.row.position().map_or(1, csv::Position::line)
    }

    fn number<T: std::str::FromStr>(&self, column: usize) -> Result<T, ReadError> {
        let (at, name) = &self.columns[column];
        let text = self.row.get(*at).unwrap_or_default();
        text.parse().map_err(|_| {
            let kind = if name == "affinity" { "a whole number" } else { "a whole number, zero or more," };
            self.at(self.line(), format!("{name} must be {kind} within bounds, not {text:?}"))
        })
    }

    fn text(&self, column: &str) -> Option<String> {
        let at = self.header.iter().position(|name| name == column)?;
        self.row.get(at).filter(|text| !text.is_empty()).map(str::to_owned)
    }

    fn at(&self, line: u64, problem: String) -> ReadError {
        ReadError::Line { file: self.file.clone(), line, problem }
    }

    fn broken(&self, error: &csv::Error) -> ReadError {
        let line = error.position().map_or_else(|| self.line(), csv::Position::line);
        match error.kind() {
            csv::ErrorKind::Utf8 { .. } => self.at(line, "not UTF-8 text".into()),
            csv::ErrorKind::UnequalLengths { expected_len, len, .. } => {
                self.at(line, format!("{len} columns where the header has {expected_len}"))
            }
            _ => self.at(line, error.to_string()),
        }
    }
}
