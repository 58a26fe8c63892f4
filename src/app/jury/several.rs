//! Inviting many people at once, from a table pasted out of a spreadsheet.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};

use super::invite::{Invitation, checked, invite};
use crate::app::{AppError, AppResult, FieldProblem};
use crate::domain::category::Category;
use crate::domain::ids::EditionId;
use crate::domain::juror::JurorStatus;
use crate::domain::language::Language;
use crate::domain::policy::{self, Actor, OrganiserAct};
use crate::store::{self, Conn};

/// Most lines of a table.
const MOST_LINES: usize = 500;

/// A line of the table, read.
#[derive(Debug, Clone)]
pub struct InviteLine {
    /// Its number, the header being 1.
    pub number: usize,
    /// Whom to invite.
    pub invitation: Invitation,
    /// What stands in the way, if anything.
    pub problems: Vec<FieldProblem>,
}

/// Reads a table of people to invite: columns `email` and `name`, and perhaps `organisation`,
/// `title`, `language`, `reads`, `categories` (codes), `expertise`, `max_load`. Separated by
/// commas, semicolons or tabs. Writes nothing.
pub fn read_invitations(
    c: &mut Conn,
    actor: &Actor,
    edition: EditionId,
    table: &str,
    now: DateTime<Utc>,
) -> AppResult<Vec<InviteLine>> {
    policy::can_organise(actor, edition, OrganiserAct::Run)?;
    let categories = store::categories::list(c, edition)?;
    let known: Vec<_> = categories.iter().map(|category| category.id).collect();
    let mut taken: BTreeSet<String> = store::jurors::list(c, edition)?
        .into_iter()
        .filter(|juror| matches!(juror.status, JurorStatus::Invited | JurorStatus::Accepted))
        .map(|juror| juror.email.to_string())
        .collect();
    let mut lines = Vec::new();
    for row in rows(table)? {
        let (invitation, mut problems) = row.invitation(&categories);
        match checked(invitation.clone(), edition, &known, now) {
            Ok(juror) => {
                if !taken.insert(juror.email.to_string()) {
                    problems.push(FieldProblem::new("email", "jury-problem-already-invited"));
                }
            }
            Err(AppError::Invalid(more)) => problems.extend(more),
            Err(other) => return Err(other),
        }
        lines.push(InviteLine { number: row.number, invitation, problems });
    }
    Ok(lines)
}

/// Invites everybody on the lines without problems; returns how many.
pub fn invite_several(
    c: &mut Conn,
    actor: &Actor,
    edition: EditionId,
    table: &str,
    public_url: &str,
    now: DateTime<Utc>,
) -> AppResult<usize> {
    let lines = read_invitations(c, actor, edition, table, now)?;
    let mut invited = 0;
    for line in lines.into_iter().filter(|line| line.problems.is_empty()) {
        invite(c, actor, edition, line.invitation, public_url, now)?;
        invited += 1;
    }
    Ok(invited)
}

struct Row {
    number: usize,
    cells: Vec<(String, String)>,
}

impl Row {
    fn cell(&self, name: &str) -> &str {
        self.cells.iter().find(|(column, _)| column == name).map_or("", |(_, value)| value.as_str())
    }

    fn invitation(&self, categories: &[Category]) -> (Invitation, Vec<FieldProblem>) {
        let mut problems = Vec::new();
        let words = |name: &str| -> Vec<String> {
            let cell = self.cell(name).to_owned();
            cell.split([' ', '/', '|', ';', ',']).filter(|w| !w.is_empty()).map(str::to_owned).collect()
        };
        let mut chosen = Vec::new();
        for code in words("categories") {
            match categories.iter().find(|category| category.code.eq_ignore_ascii_case(&code)) {
                Some(category) => chosen.push(category.id),
                None => problems.push(FieldProblem::new("categories", "jury-problem-code").arg("code", code)),
            }
        }
        let mut language_of = |word: &str| -> Option<Language> {
            let language = word.to_ascii_lowercase().parse().ok();
            if language.is_none() {
                problems.push(FieldProblem::new("language", "jury-problem-language").arg("word", word));
            }
            language
        };
        let language = Some(self.cell("language")).filter(|w| !w.is_empty()).and_then(&mut language_of);
        let mut reads: Vec<Language> = words("reads").iter().filter_map(|word| language_of(word)).collect();
        if reads.is_empty() {
            reads.push(language.unwrap_or(Language::French));
        }
        let load = self.cell("max_load");
        let invitation = Invitation {
            email: self.cell("email").to_owned(),
            name: self.cell("name").to_owned(),
            organisation: self.cell("organisation").to_owned(),
            title: self.cell("title").to_owned(),
            language,
            reads,
            categories: chosen,
            expertise: self.cell("expertise").to_owned(),
            // What is no number is refused with the loads that make no sense.
            max_load: if load.is_empty() { None } else { Some(load.parse().unwrap_or(0)) },
        };
        (invitation, problems)
    }
}

fn rows(table: &str) -> AppResult<Vec<Row>> {
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
    if !columns.iter().any(|c| c == "email") || !columns.iter().any(|c| c == "name") {
        return Err(AppError::field("table", "jury-problem-columns"));
    }
    let mut rows = Vec::new();
    for (at, record) in reader.records().enumerate() {
        let record = record.map_err(unreadable)?;
        if at == MOST_LINES {
            let problem = FieldProblem::new("table", "jury-problem-lines").arg("most", MOST_LINES);
            return Err(AppError::Invalid(vec![problem]));
        }
        let cells = columns.iter().cloned().zip(record.iter().map(str::to_owned)).collect();
        rows.push(Row { number: at + 2, cells });
    }
    if rows.is_empty() {
        return Err(AppError::field("table", "jury-problem-table"));
    }
    Ok(rows)
}
