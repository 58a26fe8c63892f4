//! A plan and its proof as files, for whoever wants to verify them with a program of their own.

use super::facts::Facts;
use super::propose::Proposal;
use crate::app::{AppError, AppResult};
use crate::domain::text::spreadsheet_cell;
use crate::judging::assignment::write_instance;

/// A file: name and content.
pub type ExportedFile = (String, Vec<u8>);

/// The plan as a table. `entry` and `juror` count from 0 as in the instance; the other columns are
/// for people, and for the page that takes a table of assignments.
pub fn plan_csv(facts: &Facts, proposal: &Proposal) -> AppResult<ExportedFile> {
    let broken = |e: csv::Error| AppError::Internal(e.to_string());
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(["entry", "juror", "reference", "juror_email", "title", "name", "affinity"]).map_err(broken)?;
    for pair in &proposal.plan.pairs {
        let (Some(entry), Some(juror)) = (facts.entries.get(pair.0 as usize), facts.jurors.get(pair.1 as usize)) else {
            continue;
        };
        let row = [
            pair.0.to_string(),
            pair.1.to_string(),
            spreadsheet_cell(&entry.reference),
            spreadsheet_cell(juror.email.as_str()),
            spreadsheet_cell(&entry.title),
            spreadsheet_cell(&juror.name),
            proposal.instance.affinity(*pair).unwrap_or(0).to_string(),
        ];
        writer.write_record(row).map_err(broken)?;
    }
    let bytes = writer.into_inner().map_err(|e| AppError::Internal(e.to_string()))?;
    Ok(("plan.csv".to_owned(), bytes))
}

/// The certificate.
pub fn certificate_json(proposal: &Proposal) -> AppResult<ExportedFile> {
    let bytes = serde_json::to_vec(&proposal.plan.certificate).map_err(|e| AppError::Internal(e.to_string()))?;
    Ok(("certificate.json".to_owned(), bytes))
}

/// Instance, plan and certificate: what `digital-awards assign check` verifies.
pub fn proof_files(facts: &Facts, proposal: &Proposal) -> AppResult<Vec<ExportedFile>> {
    let mut files: Vec<ExportedFile> = write_instance(&proposal.instance)
        .into_iter()
        .map(|(name, content)| (format!("instance/{name}"), content.into_bytes()))
        .collect();
    files.push(plan_csv(facts, proposal)?);
    files.push(certificate_json(proposal)?);
    Ok(files)
}
