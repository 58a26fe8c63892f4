//! One candidacy, its lifecycle and its screening.

use chrono::{DateTime, TimeDelta, Utc};
use serde::Serialize;
use sha2::{Digest, Sha256};

use super::edition::{Edition, EntryWindow};
use super::file::SnapshotFile;
use super::form::Answers;
use super::ids::{CategoryId, EditionId, EntryFormId, EntryId, OrganisationId, RevisionId, SnapshotId, UserId};
use super::language::Language;

crate::text_enum! {
    /// Where an entry stands between its applicant and the award.
    pub enum EntryStatus {
        /// Being written; never submitted.
        Draft = "draft",
        /// In the race.
        Submitted = "submitted",
        /// Sent back by the organisers for completion.
        Returned = "returned",
        /// Taken out by its applicant.
        Withdrawn = "withdrawn",
    }
}

crate::text_enum! {
    /// What the organisers' check says.
    pub enum Screening {
        /// Not looked at yet.
        Pending = "pending",
        /// May be judged.
        Eligible = "eligible",
        /// Will not be judged; the reason is kept.
        Ineligible = "ineligible",
        /// Something is missing; the reason says what.
        Returned = "returned",
    }
}

/// One candidacy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its id.
    pub id: EntryId,
    /// The edition it competes in.
    pub edition_id: EditionId,
    /// The category it competes in.
    pub category_id: CategoryId,
    /// The startup behind it.
    pub organisation_id: OrganisationId,
    /// The applicant.
    pub owner_id: UserId,
    /// Its public reference: `2027-AGR-014`.
    pub reference: String,
    /// The name of the project.
    pub title: String,
    /// The language of its answers.
    pub language: Language,
    /// Where it stands.
    pub status: EntryStatus,
    /// What the organisers' check says.
    pub screening: Screening,
    /// Why it is ineligible, or what is missing.
    pub screening_reason: Option<String>,
    /// Who screened it.
    pub screened_by: Option<UserId>,
    /// When.
    pub screened_at: Option<DateTime<Utc>>,
    /// The version of the questionnaire it answers.
    pub form_id: EntryFormId,
    /// The working draft.
    pub answers: Answers,
    /// The last submitted snapshot: what jurors read.
    pub snapshot_id: Option<SnapshotId>,
    /// When the last submission was received.
    pub submitted_at: Option<DateTime<Utc>>,
    /// When it was withdrawn.
    pub withdrawn_at: Option<DateTime<Utc>>,
    /// Counts saves of the draft, so that two tabs never overwrite each other.
    pub version: i32,
    /// Title, organisation and reference as they are searched.
    pub search: String,
    /// The row of an imported file it came from, so that an import is safe to run twice.
    pub import_key: Option<String>,
    /// Until when organisers let it be submitted, after the deadline of all.
    pub extended_until: Option<DateTime<Utc>>,
    /// What its applicant is asked to answer anew while it is sent back: keys of questions, and
    /// [`IDENTITY`]. None means all.
    pub open_questions: Vec<String>,
    /// When it was started.
    pub created_at: DateTime<Utc>,
    /// When it was last changed.
    pub updated_at: DateTime<Utc>,
}

/// Stands for the identity of an entry among the keys of questions, none of which begins like that.
pub const IDENTITY: &str = "@identity";

/// What was submitted, frozen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snapshot {
    /// Its id.
    pub id: SnapshotId,
    /// The entry.
    pub entry_id: EntryId,
    /// From 1, per entry.
    pub number: i32,
    /// The category at that moment.
    pub category_id: CategoryId,
    /// The questionnaire at that moment.
    pub form_id: EntryFormId,
    /// The name of the project at that moment.
    pub title: String,
    /// The name of the startup at that moment.
    pub organisation_name: String,
    /// The answers at that moment.
    pub answers: Answers,
    /// The files at that moment.
    pub files: Vec<SnapshotFile>,
    /// SHA-256 over all of the above, in hex (see [`snapshot_hash`]).
    pub hash: String,
    /// When the request that submitted it began.
    pub received_at: DateTime<Utc>,
    /// Who submitted it.
    pub submitted_by: UserId,
}

/// What a draft said at some time. Saves that follow each other closely are one revision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revision {
    /// Its id.
    pub id: RevisionId,
    /// The entry.
    pub entry_id: EntryId,
    /// From 1, per entry.
    pub number: i32,
    /// The answers.
    pub answers: Answers,
    /// Who wrote them.
    pub saved_by: UserId,
    /// When its first save came.
    pub begun_at: DateTime<Utc>,
    /// When its last save came.
    pub saved_at: DateTime<Utc>,
}

/// How long saves by the same person count as one revision.
pub const REVISION_SPAN: TimeDelta = TimeDelta::minutes(10);

impl Revision {
    /// Whether a save belongs to this revision.
    pub fn takes(&self, person: UserId, now: DateTime<Utc>) -> bool {
        self.saved_by == person && now - self.begun_at < REVISION_SPAN
    }
}

/// Why an act on an entry is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum EntryRefusal {
    /// Entries are not taken yet.
    #[error("entries are not open yet")]
    NotOpenYet,
    /// The deadline has passed. The draft is kept.
    #[error("the deadline has passed")]
    DeadlinePassed,
    /// The person may read it and no more.
    #[error("the entry may only be read by this person")]
    OnlyReads,
    /// It was withdrawn.
    #[error("the entry was withdrawn")]
    Withdrawn,
    /// It was not withdrawn.
    #[error("the entry was not withdrawn")]
    NotWithdrawn,
    /// It was never submitted.
    #[error("the entry was never submitted")]
    NeverSubmitted,
    /// The organisers have decided about it.
    #[error("the entry is screened already")]
    Screened,
}

impl Entry {
    /// The last instant at which this entry is taken, the grace period aside.
    pub fn deadline(&self, edition: &Edition) -> DateTime<Utc> {
        self.extended_until.map_or(edition.closes_at, |until| until.max(edition.closes_at))
    }

    /// Whether its extension lets it in. It ends with the time of entries and of screening: once jurors
    /// score, nothing changes under them.
    fn has_more_time(&self, edition: &Edition, received_at: DateTime<Utc>) -> bool {
        edition.status.is_before_scoring() && self.extended_until.is_some_and(|until| received_at <= until)
    }

    /// Whether its applicant may edit and submit at this instant: within the edition's window, or
    /// whenever organisers sent it back for completion while the edition is not over.
    pub fn check_editable(&self, edition: &Edition, received_at: DateTime<Utc>) -> Result<(), EntryRefusal> {
        match self.status {
            EntryStatus::Withdrawn => Err(EntryRefusal::Withdrawn),
            EntryStatus::Returned if !edition.is_announced() => Ok(()),
            _ => match edition.entry_window(received_at) {
                EntryWindow::Open => Ok(()),
                EntryWindow::NotYet => Err(EntryRefusal::NotOpenYet),
                EntryWindow::Over if self.has_more_time(edition, received_at) => Ok(()),
                EntryWindow::Over => Err(EntryRefusal::DeadlinePassed),
            },
        }
    }

    /// Whether only some of its questions may be answered: organisers have sent it back for these, and
    /// the time of all is over.
    pub fn is_limited(&self, edition: &Edition, received_at: DateTime<Utc>) -> bool {
        self.status == EntryStatus::Returned
            && !self.open_questions.is_empty()
            && edition.entry_window(received_at) != EntryWindow::Open
    }

    /// Whether a question, or [`IDENTITY`], is among those that may be answered while the entry may be
    /// edited.
    pub fn opens(&self, key: &str, edition: &Edition, received_at: DateTime<Utc>) -> bool {
        !self.is_limited(edition, received_at) || self.open_questions.iter().any(|open| open == key)
    }

    /// Whether its applicant may withdraw it: any time before the announcement.
    pub fn check_withdrawable(&self, edition: &Edition) -> Result<(), EntryRefusal> {
        match self.status {
            EntryStatus::Withdrawn => Err(EntryRefusal::Withdrawn),
            _ if edition.is_announced() => Err(EntryRefusal::DeadlinePassed),
            _ => Ok(()),
        }
    }

    /// Whether an undone withdrawal is possible: any time before the announcement.
    pub fn check_restorable(&self, edition: &Edition) -> Result<(), EntryRefusal> {
        match self.status {
            EntryStatus::Withdrawn if edition.is_announced() => Err(EntryRefusal::DeadlinePassed),
            EntryStatus::Withdrawn => Ok(()),
            _ => Err(EntryRefusal::NotWithdrawn),
        }
    }

    /// Where an undone withdrawal leads: back to where the entry stood. What was submitted in time
    /// stays submitted in time.
    pub fn status_when_restored(&self) -> EntryStatus {
        match (self.snapshot_id, self.screening) {
            (None, _) => EntryStatus::Draft,
            (Some(_), Screening::Returned) => EntryStatus::Returned,
            (Some(_), _) => EntryStatus::Submitted,
        }
    }

    /// Whether it was submitted and not withdrawn.
    pub fn is_in_race(&self) -> bool {
        matches!(self.status, EntryStatus::Submitted | EntryStatus::Returned)
    }

    /// Whether it may be judged: submitted, and screened as eligible.
    pub fn is_judgeable(&self) -> bool {
        self.status == EntryStatus::Submitted && self.screening == Screening::Eligible
    }
}

/// A public reference: year, category code, number of three digits or more.
pub fn reference(year: i32, category_code: &str, number: i32) -> String {
    format!("{year}-{category_code}-{number:03}")
}

/// The SHA-256, in hex, of everything a snapshot holds: canonical JSON with sorted keys, so that
/// anybody who holds the same content finds the same hash.
pub fn snapshot_hash<'a>(
    reference: &'a str,
    title: &'a str,
    organisation: &'a str,
    answers: &'a Answers,
    files: &'a [SnapshotFile],
) -> String {
    #[derive(Serialize)]
    struct File<'a> {
        // Left out where there is none, as it was before pictures had one.
        #[serde(skip_serializing_if = "str::is_empty")]
        alt: &'a str,
        field: &'a str,
        name: &'a str,
        sha256: &'a str,
        size: i64,
    }
    #[derive(Serialize)]
    struct Content<'a> {
        answers: &'a Answers,
        files: Vec<File<'a>>,
        organisation: &'a str,
        reference: &'a str,
        title: &'a str,
    }
    let file =
        |f: &'a SnapshotFile| File { alt: &f.alt, field: &f.field_key, name: &f.name, sha256: &f.sha256, size: f.size };
    let files = files.iter().map(file).collect();
    let content = Content { answers, files, organisation, reference, title };
    // Strings, integers and sorted maps only: serialising them can't fail.
    let bytes = serde_json::to_vec(&content).unwrap_or_default();
    hex::encode(Sha256::digest(bytes))
}
