//! One year of the award.

use chrono::{DateTime, Datelike, Utc};
use serde::{Deserialize, Serialize};

use super::ids::{CategoryId, EditionId};
use super::language::Localised;

crate::text_enum! {
    /// Where an edition stands. Dates drive what is allowed at each instant; the status only adds
    /// what dates can't say.
    pub enum EditionStatus {
        /// Being set up; nothing is public.
        Draft = "draft",
        /// Announced to the public; entries are taken between its dates.
        Open = "open",
        /// No more entries.
        Closed = "closed",
        /// The jury scores.
        Judging = "judging",
        /// Scores are in; the organisers decide.
        Deliberation = "deliberation",
        /// Winners are public.
        Announced = "announced",
        /// Kept for the record.
        Archived = "archived",
    }
}

/// A question and its answer on the public page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Faq {
    /// The question.
    pub q: Localised,
    /// The answer.
    pub a: Localised,
}

crate::text_enum! {
    /// What applicants learn of their scores once winners are announced.
    pub enum Feedback {
        /// Nothing.
        None = "none",
        /// Their mean on each criterion, beside the median of their category.
        Scores = "scores",
        /// That, and the comments that jurors wrote for them.
        Comments = "comments",
    }
}

/// A question that is asked before an entry is begun. Whoever may enter answers yes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EligibilityQuestion {
    /// The question.
    pub question: Localised,
    /// Why a "no" rules out the entry, in words for a person.
    pub reason: Localised,
    /// The only categories it matters for; empty: for all.
    #[serde(default)]
    pub categories: Vec<CategoryId>,
}

/// What the answers to the questions of eligibility mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Eligibility<'a> {
    /// The questions whose "no" rules out every category.
    pub barred: Vec<&'a EligibilityQuestion>,
    /// The questions whose "no" rules out some categories.
    pub limits: Vec<&'a EligibilityQuestion>,
}

impl Eligibility<'_> {
    /// Whether an entry in a category may be begun.
    pub fn allows(&self, category: CategoryId) -> bool {
        self.barred.is_empty() && self.limits.iter().all(|limit| !limit.categories.contains(&category))
    }
}

/// One year of the award: its texts and calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edition {
    /// Its id.
    pub id: EditionId,
    /// Its word in URLs, unique: `2027`.
    pub slug: String,
    /// The year, in entry references.
    pub year: i32,
    /// Its name.
    pub name: Localised,
    /// A headline for the public page.
    pub tagline: Localised,
    /// A paragraph under the headline.
    pub lede: Localised,
    /// The rules, in Markdown.
    pub rules: Localised,
    /// What jurors sign, in Markdown.
    pub charter: Localised,
    /// Questions people ask.
    pub faq: Vec<Faq>,
    /// What is asked before an entry is begun.
    pub eligibility: Vec<EligibilityQuestion>,
    /// Whether a draft that is complete at the deadline is submitted by itself.
    pub auto_submit: bool,
    /// Most entries of one applicant that are not withdrawn; none: no limit.
    pub max_entries: Option<i32>,
    /// Most of them in one category; none: no limit.
    pub max_per_category: Option<i32>,
    /// What applicants learn of their scores once winners are announced.
    pub feedback: Feedback,
    /// Whom to write to.
    pub contact_email: String,
    /// IANA name of the zone in which its dates are shown.
    pub time_zone: String,
    /// Where it stands.
    pub status: EditionStatus,
    /// The edition that the site's front page shows. At most one.
    pub is_current: bool,
    /// First instant at which entries are taken.
    pub opens_at: DateTime<Utc>,
    /// Last instant at which entries are taken, inclusive.
    pub closes_at: DateTime<Utc>,
    /// Seconds after `closes_at` in which a submission is still taken.
    pub grace_seconds: i32,
    /// The announced day of the results; a promise, not a trigger.
    pub results_on: DateTime<Utc>,
    /// When the winners became public.
    pub announced_at: Option<DateTime<Utc>>,
    /// Counts edits, so that two organisers never overwrite each other.
    pub version: i32,
    /// When it was created.
    pub created_at: DateTime<Utc>,
}

/// What the calendar says at an instant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntryWindow {
    /// Entries are not taken yet.
    NotYet,
    /// Entries are taken.
    Open,
    /// Too late.
    Over,
}

impl Edition {
    /// What answers to the questions of eligibility mean: `yes` tells of the question at a place whether it
    /// was answered with yes.
    pub fn eligibility_of(&self, yes: impl Fn(usize) -> bool) -> Eligibility<'_> {
        let no = self.eligibility.iter().enumerate().filter(|(at, _)| !yes(*at)).map(|(_, question)| question);
        let (barred, limits) = no.partition(|question| question.categories.is_empty());
        Eligibility { barred, limits }
    }

    /// Whether entries are taken at `received_at`, the instant at which the request began.
    /// The deadline is inclusive, and the grace period is equal for all.
    pub fn entry_window(&self, received_at: DateTime<Utc>) -> EntryWindow {
        let last = self.closes_at + chrono::Duration::seconds(i64::from(self.grace_seconds));
        match self.status {
            EditionStatus::Draft => EntryWindow::NotYet,
            EditionStatus::Open if received_at < self.opens_at => EntryWindow::NotYet,
            EditionStatus::Open if received_at <= last => EntryWindow::Open,
            _ => EntryWindow::Over,
        }
    }

    /// Whether the public may know that this edition exists.
    pub fn is_public(&self) -> bool {
        self.status != EditionStatus::Draft
    }

    /// Whether its winners are public.
    pub fn is_announced(&self) -> bool {
        self.announced_at.is_some()
    }

    /// The zone in which its dates are shown.
    pub fn zone(&self) -> chrono_tz::Tz {
        self.time_zone.parse().unwrap_or(chrono_tz::Africa::Casablanca)
    }

    /// The calendar year of the deadline in the edition's zone.
    pub fn deadline_year(&self) -> i32 {
        self.closes_at.with_timezone(&self.zone()).year()
    }
}

impl EditionStatus {
    /// Entries are taken or screened: nothing is scored yet, so an entry may still change.
    pub fn is_before_scoring(self) -> bool {
        matches!(self, Self::Open | Self::Closed)
    }

    /// The statuses that may follow. Reopening is possible, and logged; it destroys nothing.
    pub fn next(self) -> &'static [Self] {
        match self {
            Self::Draft => &[Self::Open],
            Self::Open => &[Self::Closed],
            Self::Closed => &[Self::Judging, Self::Open],
            Self::Judging => &[Self::Deliberation, Self::Closed],
            // `Announced` is reached by an announcement alone, never by hand.
            Self::Deliberation => &[Self::Judging],
            Self::Announced => &[Self::Archived],
            Self::Archived => &[],
        }
    }

    /// Whether an organiser may move an edition from here to there by hand.
    pub fn may_become(self, next: Self) -> bool {
        self.next().contains(&next)
    }
}
