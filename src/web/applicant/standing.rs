//! Where an entry stands, in plain words.

use chrono::{DateTime, TimeDelta, Utc};

use crate::app::entries::EntryView;
use crate::domain::edition::{Edition, EditionStatus, EntryWindow};
use crate::domain::entry::{EntryStatus, Screening};
use crate::web::page::Page;

/// Where an entry stands, in plain words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// A word or two.
    pub word: String,
    /// The kind of its tag.
    pub kind: &'static str,
    /// The icon beside it.
    pub icon: &'static str,
    /// What it means and what comes next.
    pub sentence: String,
    /// What the organisers wrote, or empty.
    pub reason: String,
}

/// Where an entry stands at an instant.
pub fn of(p: &Page, view: &EntryView, now: DateTime<Utc>) -> Standing {
    let edition = &view.edition;
    let (word, kind, icon, sentence) = keys(view, now);
    let sentence = p
        .m(sentence)
        .arg("deadline", p.instant(&view.entry.deadline(edition)))
        .arg("opening", p.instant(&edition.opens_at))
        .arg("results", p.day(&edition.results_on))
        .arg("received", view.entry.submitted_at.map(|at| p.instant(&at)).unwrap_or_default())
        .to_string();
    let tells_reason = view.entry.status != EntryStatus::Withdrawn && view.entry.screening != Screening::Eligible;
    let reason = if tells_reason { view.entry.screening_reason.clone().unwrap_or_default() } else { String::new() };
    Standing { word: p.t(word), kind, icon, sentence, reason }
}

/// Word, kind of tag, icon, sentence.
fn keys(view: &EntryView, now: DateTime<Utc>) -> (&'static str, &'static str, &'static str, &'static str) {
    let window = view.edition.entry_window(now);
    let is_open = view.check_editable(now).is_ok();
    match (view.entry.status, view.entry.screening) {
        (EntryStatus::Withdrawn, _) => ("entry-standing-withdrawn", "", "ban", "entry-standing-withdrawn-text"),
        (EntryStatus::Draft, _) if window == EntryWindow::NotYet => {
            ("entry-standing-draft", "", "pencil", "entry-standing-draft-early-text")
        }
        (EntryStatus::Draft, _) if is_open => ("entry-standing-draft", "gold", "pencil", "entry-standing-draft-text"),
        (EntryStatus::Draft, _) => ("entry-standing-missed", "", "lock", "entry-standing-missed-text"),
        _ if view.edition.is_announced() => {
            ("entry-standing-announced", "brand", "trophy", "entry-standing-announced-text")
        }
        (EntryStatus::Returned, _) | (_, Screening::Returned) => {
            ("entry-standing-returned", "bad", "triangle-alert", "entry-standing-returned-text")
        }
        (_, Screening::Ineligible) => {
            ("entry-standing-ineligible", "bad", "circle-alert", "entry-standing-ineligible-text")
        }
        _ if is_open && view.has_changes() => {
            ("entry-standing-changed", "gold", "pencil", "entry-standing-changed-text")
        }
        (_, Screening::Eligible) if is_judged(&view.edition) => {
            ("entry-standing-judged", "brand", "scale", "entry-standing-judged-text")
        }
        (_, Screening::Eligible) => ("entry-standing-eligible", "ok", "circle-check", "entry-standing-eligible-text"),
        (_, Screening::Pending) if is_open => {
            ("entry-standing-submitted", "ok", "circle-check", "entry-standing-submitted-text")
        }
        (_, Screening::Pending) => ("entry-standing-screened", "brand", "clock", "entry-standing-screened-text"),
    }
}

fn is_judged(edition: &Edition) -> bool {
    matches!(edition.status, EditionStatus::Judging | EditionStatus::Deliberation)
}

/// How long something may still be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimeLeft {
    /// In words, as of when the page was made.
    pub words: String,
    /// Until when, for the page's script, which counts on.
    pub until: DateTime<Utc>,
}

/// How long entries are still taken: days, in the last three days hours; none when they are not.
pub fn time_left(p: &Page, until: DateTime<Utc>, is_open: bool, now: DateTime<Utc>) -> Option<TimeLeft> {
    let left = until - now;
    if !is_open || left < TimeDelta::zero() {
        return None;
    }
    let (key, n) = if left >= TimeDelta::days(3) {
        ("entry-time-left-days", left.num_days())
    } else if left >= TimeDelta::hours(1) {
        ("entry-time-left-hours", left.num_hours())
    } else {
        ("entry-time-left-minutes", left.num_minutes())
    };
    Some(TimeLeft { words: p.m(key).arg("n", n).to_string(), until })
}
