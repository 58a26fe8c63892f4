//! What a juror reads: the entry as it was submitted, and the juror's own sheet.

use chrono::{DateTime, Utc};

use super::queue::{Queue, QueueState, queue, total};
use super::sheet::Stored;
use super::{Desk, open};
use crate::app::{AppError, AppResult, answers};
use crate::domain::assignment::AssignmentStatus;
use crate::domain::edition::Edition;
use crate::domain::entry::Snapshot;
use crate::domain::file::FileKind;
use crate::domain::form::{EntryForm, FieldKind, FormField};
use crate::domain::ids::{AssignmentId, CategoryId, FileId};
use crate::domain::juror::Juror;
use crate::domain::language::{Language, Localised};
use crate::domain::policy::Actor;
use crate::domain::round::{Criterion, Round};
use crate::store::{self, Conn};

/// The word of the question whose answer stands under the title.
const PITCH: &str = "pitch";
/// From how many own sheets a comparison says something.
const ENOUGH_TO_COMPARE: usize = 3;

/// An entry as a juror may see it. There is no field here for the applicant, for another juror, for
/// anybody's score, or for answers that the form hides from jurors: what is not here can't leak.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryForJuror {
    /// Its reference.
    pub reference: String,
    /// Its title, as submitted; its reference in a blind round.
    pub title: String,
    /// The organisation, as submitted; empty in a blind round.
    pub organisation: String,
    /// The name of its category.
    pub category: Localised,
    /// The place of the category among the others, from 0.
    pub category_place: usize,
    /// The language of its answers.
    pub language: Language,
    /// One sentence under the title, or empty.
    pub pitch: String,
    /// Short answers.
    pub facts: Vec<Fact>,
    /// Long answers, by section; empty sections are left out.
    pub sections: Vec<JurorSection>,
    /// Files of the snapshot.
    pub files: Vec<JurorFile>,
}

/// A short answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// The question.
    pub label: Localised,
    /// The answer.
    pub value: Localised,
    /// Whether the answer is a web address.
    pub is_link: bool,
    /// The site it leads to, where it is a video: jurors are told before they leave.
    pub video_on: String,
}

/// A section of the form with answers to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JurorSection {
    /// Its title.
    pub title: Localised,
    /// Its long answers.
    pub answers: Vec<JurorAnswer>,
}

/// A long answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JurorAnswer {
    /// The word of the question.
    pub key: String,
    /// The question.
    pub label: Localised,
    /// The answer, paragraph by paragraph.
    pub paragraphs: Vec<String>,
}

/// A file of the snapshot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JurorFile {
    /// Its id.
    pub id: FileId,
    /// What the applicant called it.
    pub name: String,
    /// What it is.
    pub kind: FileKind,
    /// Its size in bytes.
    pub size: i64,
    /// What it shows, where it is a picture.
    pub alt: String,
    /// A picture of it can be shown: itself, or its first page.
    pub is_shown: bool,
}

/// What the page of a scorecard needs.
#[derive(Debug, Clone)]
pub struct ScorecardPage {
    /// The assignment.
    pub id: AssignmentId,
    /// The edition.
    pub edition: Edition,
    /// The round.
    pub round: Round,
    /// The juror.
    pub juror: Juror,
    /// The criteria, in order.
    pub criteria: Vec<Criterion>,
    /// The entry.
    pub entry: EntryForJuror,
    /// The juror's own sheet.
    pub sheet: Stored,
    /// Whether the sheet is in.
    pub is_submitted: bool,
    /// Whether scores are taken at this instant.
    pub takes_scores: bool,
    /// The juror has said that their scores stand.
    pub is_confirmed: bool,
    /// The juror's own list.
    pub queue: Queue,
    /// How many of the juror's other totals lie below this one, and of how many.
    pub standing: Option<(usize, usize)>,
}

impl ScorecardPage {
    /// The running total in hundredths.
    pub fn total(&self) -> Option<i32> {
        total(&self.criteria, &self.sheet.marks)
    }
}

/// The page of a scorecard, for its juror.
pub fn scorecard(
    c: &mut Conn,
    actor: &Actor,
    slug: &str,
    id: AssignmentId,
    now: DateTime<Utc>,
) -> AppResult<ScorecardPage> {
    let desk = open(c, actor, id)?;
    if desk.edition.slug != slug {
        return Err(AppError::NotFound);
    }
    let criteria = store::rounds::list_criteria(c, desk.round.id)?;
    let (sheet, _) = Stored::load(c, id, &criteria)?;
    let (snapshot, form) = submitted(c, &desk)?;
    let categories = store::categories::list(c, desk.edition.id)?;
    let place = categories.iter().position(|category| category.id == snapshot.category_id).unwrap_or(0);
    let category = categories.get(place).map(|category| category.name.clone()).unwrap_or_default();
    let files: Vec<FileId> = snapshot.files.iter().map(|file| file.id).collect();
    let previews = store::entry_files::list_with_preview(c, &files)?;
    let entry = view(&desk, snapshot, &form, (category, place), &previews);
    let queue = queue(c, &desk.edition, &desk.juror, Some(&desk.round))?.ok_or(AppError::NotFound)?;
    let is_confirmed = store::rounds::find_confirmation(c, desk.round.id, desk.juror.id)?.is_some();
    let mine = total(&criteria, &sheet.marks).filter(|_| !desk.round.is_ranked());
    let standing = mine.and_then(|mine| standing(&queue, id, mine));
    Ok(ScorecardPage {
        id,
        is_submitted: matches!(desk.assignment.status, AssignmentStatus::Submitted | AssignmentStatus::Locked),
        takes_scores: desk.round.takes_scores(now),
        is_confirmed,
        edition: desk.edition,
        round: desk.round,
        juror: desk.juror,
        criteria,
        entry,
        sheet,
        queue,
        standing,
    })
}

/// Where a total stands among the juror's own sheets that are in.
fn standing(queue: &Queue, id: AssignmentId, mine: i32) -> Option<(usize, usize)> {
    let others: Vec<i32> = queue
        .items
        .iter()
        .filter(|item| item.id != id && item.state == QueueState::Submitted)
        .filter_map(|item| item.total)
        .collect();
    let below = others.iter().filter(|other| **other < mine).count();
    (others.len() >= ENOUGH_TO_COMPARE).then_some((below, others.len()))
}

fn submitted(c: &mut Conn, desk: &Desk) -> AppResult<(Snapshot, EntryForm)> {
    let snapshot = store::snapshots::get(c, desk.entry.snapshot_id.ok_or(AppError::NotFound)?)?;
    let form = store::entry_forms::get(c, snapshot.form_id)?;
    Ok((snapshot, form))
}

fn view(
    desk: &Desk,
    snapshot: Snapshot,
    form: &EntryForm,
    (category, place): (Localised, usize),
    previews: &[FileId],
) -> EntryForJuror {
    let answer = |field: &FormField| snapshot.answers.get(&field.key).filter(|text| !text.is_empty());
    let is_blind = desk.round.hides_identity;
    let is_kept_back = |field: &FormField| field.hidden_from_jurors || (is_blind && field.kind.tells_who());
    let is_visible = |field: &&FormField| !is_kept_back(field);
    let visible = || form.fields.iter().filter(is_visible);
    let facts = visible()
        .filter(|field| field.key != PITCH)
        .filter_map(|field| {
            let text = answer(field)?;
            if matches!(field.kind, FieldKind::LongText | FieldKind::Declaration | FieldKind::File | FieldKind::Image) {
                return None;
            }
            let is_link = matches!(field.kind, FieldKind::Link | FieldKind::Video);
            let host = |text: &str| text.split("//").last().and_then(|rest| rest.split('/').next()).map(str::to_owned);
            let video_on = if field.kind == FieldKind::Video { host(text).unwrap_or_default() } else { String::new() };
            Some(Fact { label: field.label.clone(), value: answers::in_all(field, text), is_link, video_on })
        })
        .collect();
    let sections = form
        .sections
        .iter()
        .enumerate()
        .map(|(at, title)| JurorSection {
            title: title.clone(),
            answers: visible()
                .filter(|field| field.section == at && field.kind == FieldKind::LongText && field.key != PITCH)
                .filter_map(|field| {
                    let paragraphs = answer(field)?.split('\n').filter(|p| !p.trim().is_empty());
                    let paragraphs = paragraphs.map(str::to_owned).collect();
                    Some(JurorAnswer { key: field.key.clone(), label: field.label.clone(), paragraphs })
                })
                .collect(),
        })
        .filter(|section| !section.answers.is_empty())
        .collect();
    let pitch = visible().find(|field| field.key == PITCH).and_then(answer).cloned().unwrap_or_default();
    let files = snapshot
        .files
        .iter()
        .filter(|file| visible().any(|field| field.key == file.field_key))
        .enumerate()
        .map(|(at, file)| JurorFile {
            id: file.id,
            name: if is_blind { blind_name(&desk.entry.reference, at, file.kind) } else { file.name.clone() },
            kind: file.kind,
            size: file.size,
            alt: file.alt.clone(),
            is_shown: file.kind.is_image() || previews.contains(&file.id),
        })
        .collect();
    EntryForJuror {
        reference: desk.entry.reference.clone(),
        title: if is_blind { desk.entry.reference.clone() } else { snapshot.title.clone() },
        organisation: if is_blind { String::new() } else { snapshot.organisation_name.clone() },
        category,
        category_place: place,
        language: desk.entry.language,
        pitch,
        facts,
        sections,
        files,
    }
}

/// The name of a file that tells nothing: the entry's reference, and its place among the files.
pub fn blind_name(reference: &str, at: usize, kind: FileKind) -> String {
    format!("{reference}-{}.{}", at + 1, kind.extension())
}

/// The place of each category, for the tiles.
pub fn place_of(categories: &[crate::domain::category::Category], id: CategoryId) -> usize {
    categories.iter().position(|category| category.id == id).unwrap_or(0)
}
