//! Assignments as a table: read from a spreadsheet, written for one.

use std::collections::{BTreeMap, BTreeSet};

use super::assign::Ground;
use super::matrix::round_of;
use crate::app::{AppError, AppResult, FieldProblem};
use crate::domain::ids::{EntryId, JurorId, RoundId};
use crate::domain::policy::{self, Actor, OrganiserAct};
use crate::domain::text::{EmailAddress, spreadsheet_cell};
use crate::store::{self, Conn};

/// Most lines of a table.
const MOST_LINES: usize = 20_000;

/// A line of a table of assignments, read.
#[derive(Debug, Clone)]
pub struct TableLine {
    /// Its number, the header being 1.
    pub number: usize,
    /// The reference, as written.
    pub reference: String,
    /// The address, as written.
    pub email: String,
    /// The pair, or the key of what stands in the way.
    pub pair: Result<(EntryId, JurorId), &'static str>,
}

/// Reads a table with the columns `reference` and `juror_email`; every line says whether it can be
/// applied. Writes nothing.
pub fn read_table(c: &mut Conn, actor: &Actor, round: RoundId, table: &str) -> AppResult<Vec<TableLine>> {
    let round = store::rounds::get(c, round)?;
    policy::can_organise(actor, round.edition_id, OrganiserAct::Run)?;
    let mut ground = Ground::load(c, round)?;
    let by_reference: BTreeMap<String, EntryId> =
        ground.entries.values().map(|entry| (entry.reference.to_uppercase(), entry.id)).collect();
    let by_email: BTreeMap<String, JurorId> =
        ground.jurors.values().map(|juror| (juror.email.to_string(), juror.id)).collect();
    let mut seen = BTreeSet::new();
    let mut lines = Vec::new();
    for (number, reference, email) in cells(table)? {
        let pair = (|| {
            let entry = by_reference.get(&reference.to_uppercase()).ok_or("assign-problem-entry")?;
            let address = EmailAddress::parse(&email).map_err(|_| "assign-problem-juror")?;
            let juror = by_email.get(address.as_str()).ok_or("assign-problem-juror")?;
            let pair = (*entry, *juror);
            if !seen.insert(pair) {
                return Err("assign-problem-repeated");
            }
            if let Some(key) = ground.refusal(pair) {
                return Err(key);
            }
            // The lines before count towards the load.
            if let Some(juror) = ground.jurors.get_mut(&pair.1) {
                juror.max_load = juror.max_load.map(|most| most - 1);
            }
            Ok(pair)
        })();
        lines.push(TableLine { number, reference, email, pair });
    }
    Ok(lines)
}

fn cells(table: &str) -> AppResult<Vec<(usize, String, String)>> {
    let table = table.trim_start_matches('\u{FEFF}').trim();
    let header = table.lines().next().unwrap_or_default();
    let separator = [b'\t', b';', b','].into_iter().find(|s| header.as_bytes().contains(s)).unwrap_or(b',');
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator)
        .flexible(true)
        .trim(csv::Trim::All)
        .from_reader(table.as_bytes());
    let unreadable = |_| AppError::field("table", "jury-problem-table");
    let columns: Vec<String> =
        reader.headers().map_err(unreadable)?.iter().map(|name| name.to_ascii_lowercase()).collect();
    let place = |name: &str| columns.iter().position(|column| column == name);
    let (Some(reference), Some(email)) = (place("reference"), place("juror_email")) else {
        return Err(AppError::field("table", "assign-problem-columns"));
    };
    let mut lines = Vec::new();
    for (at, record) in reader.records().enumerate() {
        let record = record.map_err(unreadable)?;
        if at == MOST_LINES {
            let problem = FieldProblem::new("table", "jury-problem-lines").arg("most", MOST_LINES);
            return Err(AppError::Invalid(vec![problem]));
        }
        let cell = |place: usize| record.get(place).unwrap_or_default().to_owned();
        lines.push((at + 2, cell(reference), cell(email)));
    }
    if lines.is_empty() {
        return Err(AppError::field("table", "jury-problem-table"));
    }
    Ok(lines)
}

/// A round's assignments as a table that [`read_table`] understands, with what helps people read it.
pub fn export(c: &mut Conn, actor: &Actor, slug: &str, position: Option<i32>) -> AppResult<String> {
    let (_, _, round) = round_of(c, actor, slug, position, OrganiserAct::Look)?;
    let ground = Ground::load(c, round.ok_or(AppError::NotFound)?)?;
    let mut rows: Vec<[String; 5]> = ground
        .pairs
        .values()
        .filter(|assignment| assignment.status.counts())
        .filter_map(|assignment| {
            let (entry, juror) = (ground.entries.get(&assignment.entry_id)?, ground.jurors.get(&assignment.juror_id)?);
            Some([
                spreadsheet_cell(&entry.reference),
                spreadsheet_cell(juror.email.as_str()),
                spreadsheet_cell(&entry.title),
                spreadsheet_cell(&juror.name),
                assignment.status.to_string(),
            ])
        })
        .collect();
    rows.sort();
    let mut writer = csv::WriterBuilder::new().from_writer(Vec::new());
    let broken = |e: csv::Error| AppError::Internal(e.to_string());
    writer.write_record(["reference", "juror_email", "entry", "juror", "status"]).map_err(broken)?;
    for row in rows {
        writer.write_record(row).map_err(broken)?;
    }
    let bytes = writer.into_inner().map_err(|e| AppError::Internal(e.to_string()))?;
    String::from_utf8(bytes).map_err(|e| AppError::Internal(e.to_string()))
}
