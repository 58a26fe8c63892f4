//! The keys of the words for what organisers see.

use crate::domain::edition::EditionStatus;
use crate::domain::entry::{EntryStatus, Screening};
use crate::domain::form::FieldKind;
use crate::domain::notice::{MailKind, MailStatus};
use crate::domain::user::OrganiserRole;

/// Where an edition stands.
pub fn edition_status(status: EditionStatus) -> &'static str {
    match status {
        EditionStatus::Draft => "edition-status-draft",
        EditionStatus::Open => "edition-status-open",
        EditionStatus::Closed => "edition-status-closed",
        EditionStatus::Judging => "edition-status-judging",
        EditionStatus::Deliberation => "edition-status-deliberation",
        EditionStatus::Announced => "edition-status-announced",
        EditionStatus::Archived => "edition-status-archived",
    }
}

/// The button that moves an edition from one status to another, and what it does.
pub fn status_change(from: EditionStatus, to: EditionStatus) -> (&'static str, &'static str) {
    match (from, to) {
        (EditionStatus::Closed, EditionStatus::Open) => ("status-reopen", "status-reopen-text"),
        (EditionStatus::Judging, EditionStatus::Closed) => ("status-unjudge", "status-unjudge-text"),
        (EditionStatus::Deliberation, EditionStatus::Judging) => ("status-rejudge", "status-rejudge-text"),
        (_, EditionStatus::Open) => ("status-open", "status-open-text"),
        (_, EditionStatus::Closed) => ("status-close", "status-close-text"),
        (_, EditionStatus::Judging) => ("status-judge", "status-judge-text"),
        (_, EditionStatus::Deliberation) => ("status-deliberate", "status-deliberate-text"),
        (_, EditionStatus::Draft | EditionStatus::Announced | EditionStatus::Archived) => {
            ("status-archive", "status-archive-text")
        }
    }
}

/// Where an entry stands, and the kind of its tag.
pub fn entry_status(status: EntryStatus) -> (&'static str, &'static str) {
    match status {
        EntryStatus::Draft => ("desk-entry-draft", ""),
        EntryStatus::Submitted => ("desk-entry-submitted", "brand"),
        EntryStatus::Returned => ("desk-entry-returned", "gold"),
        EntryStatus::Withdrawn => ("desk-entry-withdrawn", "bad"),
    }
}

/// What screening says, and the kind of its tag.
pub fn screening(screening: Screening) -> (&'static str, &'static str) {
    match screening {
        Screening::Pending => ("screening-pending", ""),
        Screening::Eligible => ("screening-eligible", "ok"),
        Screening::Ineligible => ("screening-ineligible", "bad"),
        Screening::Returned => ("screening-returned", "gold"),
    }
}

/// A role, and what it may do.
pub fn role(role: OrganiserRole) -> (&'static str, &'static str) {
    match role {
        OrganiserRole::Owner => ("role-owner", "role-owner-text"),
        OrganiserRole::Organiser => ("role-organiser", "role-organiser-text"),
        OrganiserRole::Screener => ("role-screener", "role-screener-text"),
        OrganiserRole::Observer => ("role-observer", "role-observer-text"),
    }
}

/// The kind of a question.
pub fn field_kind(kind: FieldKind) -> &'static str {
    match kind {
        FieldKind::ShortText => "field-short-text",
        FieldKind::LongText => "field-long-text",
        FieldKind::Number => "field-number",
        FieldKind::Date => "field-date",
        FieldKind::Choices => "field-choices",
        FieldKind::YesNo => "field-yes-no",
        FieldKind::Video => "field-video",
        FieldKind::Email => "field-email",
        FieldKind::Phone => "field-phone",
        FieldKind::Country => "field-country",
        FieldKind::Region => "field-region",
        FieldKind::Team => "field-team",
        FieldKind::Image => "field-image",
        FieldKind::Link => "field-link",
        FieldKind::Choice => "field-choice",
        FieldKind::Declaration => "field-declaration",
        FieldKind::File => "field-file",
    }
}

/// Why a mail is sent.
pub fn mail_kind(kind: MailKind) -> &'static str {
    match kind {
        MailKind::Verify | MailKind::AlreadyRegistered | MailKind::Reset | MailKind::Tried => "mail-kind-account",
        MailKind::Receipt => "mail-kind-receipt",
        MailKind::Returned => "mail-kind-returned",
        MailKind::Reminder => "mail-kind-reminder",
        MailKind::Collaboration => "mail-kind-collaboration",
        MailKind::JurorReminder => "mail-kind-juror-reminder",
        MailKind::Campaign => "mail-kind-campaign",
        MailKind::Extension => "mail-kind-extension",
        MailKind::Invitation => "mail-kind-invitation",
        MailKind::Assignment => "mail-kind-assignment",
        MailKind::OutcomeWinner | MailKind::OutcomeOther => "mail-kind-outcome",
    }
}

/// A kind of mail whose words an edition may choose.
pub fn mail_text(kind: MailKind) -> &'static str {
    match kind {
        MailKind::OutcomeWinner => "mail-text-winner",
        MailKind::OutcomeOther => "mail-text-other",
        kind => mail_kind(kind),
    }
}

/// What a variable of a mail stands for.
pub fn mail_variable(name: &str) -> &'static str {
    match name {
        "name" => "mail-variable-name",
        "edition" => "mail-variable-edition",
        "entry" => "mail-variable-entry",
        "reference" => "mail-variable-reference",
        "category" => "mail-variable-category",
        "time" => "mail-variable-time",
        "deadline" => "mail-variable-deadline",
        "results" => "mail-variable-results",
        "count" => "mail-variable-count",
        "host" => "mail-variable-host",
        "outcome" => "mail-variable-outcome",
        _ => "mail-variable-prize",
    }
}

/// Where a mail stands, and the kind of its tag.
pub fn mail_status(status: MailStatus) -> (&'static str, &'static str) {
    match status {
        MailStatus::Waiting | MailStatus::Sending => ("mail-status-waiting", ""),
        MailStatus::Sent => ("mail-status-sent", "ok"),
        MailStatus::Failed => ("mail-status-failed", "bad"),
    }
}

/// What was done, as the log says it; none for an act that has no words yet.
pub fn action(action: &str) -> Option<&'static str> {
    ACTIONS.iter().find(|(word, _)| *word == action).map(|(_, key)| *key)
}

const ACTIONS: &[(&str, &str)] = &[
    ("account.made_organiser", "log-account-made-organiser"),
    ("announcement.cancelled", "log-announcement-cancelled"),
    ("announcement.confirmed", "log-announcement-confirmed"),
    ("announcement.proposed", "log-announcement-proposed"),
    ("announcement.published", "log-announcement-published"),
    ("announcement.scheduled", "log-announcement-scheduled"),
    ("announcement.taken_back", "log-announcement-taken-back"),
    ("assignments.changed", "log-assignments-changed"),
    ("assignments.plan_applied", "log-plan-applied"),
    ("assignments.plan_undone", "log-plan-undone"),
    ("campaign.begun", "log-campaign-begun"),
    ("campaign.ordered", "log-campaign-ordered"),
    ("campaign.removed", "log-campaign-removed"),
    ("campaign.stopped", "log-campaign-stopped"),
    ("category.added", "log-category-added"),
    ("category.changed", "log-category-changed"),
    ("category.moved", "log-category-moved"),
    ("category.removed", "log-category-removed"),
    ("comment.held", "log-comment-held"),
    ("comment.released", "log-comment-released"),
    ("conflict.declared", "log-conflict-declared"),
    ("conflict.removed", "log-conflict-removed"),
    ("deliberation.opened", "log-deliberation-opened"),
    ("deliberation.paused", "log-deliberation-paused"),
    ("distinction.restored", "log-distinction-restored"),
    ("distinction.revoked", "log-distinction-revoked"),
    ("distinctions.issued", "log-distinctions-issued"),
    ("drafts.forgotten", "log-drafts-forgotten"),
    ("edition.changed", "log-edition-changed"),
    ("edition.created", "log-edition-created"),
    ("edition.eligibility", "log-edition-eligibility"),
    ("edition.made_current", "log-edition-made-current"),
    ("edition.mails_seen", "log-edition-mails-seen"),
    ("edition.status_changed", "log-edition-status-changed"),
    ("edition.test_driven", "log-edition-test-driven"),
    ("entry.brought_back", "log-entry-brought-back"),
    ("entry.declined", "log-entry-declined"),
    ("entry.extended", "log-entry-extended"),
    ("entry.gallery_consented", "log-entry-gallery-consented"),
    ("entry.gallery_withdrawn", "log-entry-gallery-withdrawn"),
    ("entry.imported", "log-entry-imported"),
    ("entry.invited", "log-entry-invited"),
    ("entry.joined", "log-entry-joined"),
    ("entry.left", "log-entry-left"),
    ("entry.moved", "log-entry-moved"),
    ("entry.noted", "log-entry-noted"),
    ("entry.refusal_dropped", "log-entry-refusal-dropped"),
    ("entry.refusal_proposed", "log-entry-refusal-proposed"),
    ("entry.renamed", "log-entry-renamed"),
    ("entry.restored", "log-entry-restored"),
    ("entry.role_changed", "log-entry-role-changed"),
    ("entry.screened", "log-entry-screened"),
    ("entry.started", "log-entry-started"),
    ("entry.submitted", "log-entry-submitted"),
    ("entry.tagged", "log-entry-tagged"),
    ("entry.withdrawn", "log-entry-withdrawn"),
    ("erasure.done", "log-erasure-done"),
    ("export.taken", "log-export-taken"),
    ("file.attached", "log-file-attached"),
    ("file.removed", "log-file-removed"),
    ("file.restored", "log-file-restored"),
    ("form.changed", "log-form-changed"),
    ("form.new_version", "log-form-new-version"),
    ("juror.accepted", "log-juror-accepted"),
    ("juror.declined", "log-juror-declined"),
    ("juror.invited", "log-juror-invited"),
    ("juror.invited_again", "log-juror-invited-again"),
    ("juror.preferences", "log-juror-preferences"),
    ("juror.revoked", "log-juror-revoked"),
    ("juror.ties_declared", "log-juror-ties-declared"),
    ("jury.reminded", "log-jury-reminded"),
    ("late_code.made", "log-late-code-made"),
    ("late_code.revoked", "log-late-code-revoked"),
    ("mail_text.changed", "log-mail-text-changed"),
    ("mails.retried", "log-mails-retried"),
    ("motion.decided", "log-motion-decided"),
    ("motion.put", "log-motion-put"),
    ("motion.reopened", "log-motion-reopened"),
    ("motion.reopening_asked", "log-motion-reopening-asked"),
    ("motion.withdrawn", "log-motion-withdrawn"),
    ("organisation.changed", "log-organisation-changed"),
    ("organiser.added", "log-organiser-added"),
    ("organiser.removed", "log-organiser-removed"),
    ("organiser.role_changed", "log-organiser-role-changed"),
    ("outcome.left_out", "log-outcome-left-out"),
    ("outcome.staged", "log-outcome-staged"),
    ("outcome.unstaged", "log-outcome-unstaged"),
    ("practice.added", "log-practice-added"),
    ("practice.changed", "log-practice-changed"),
    ("practice.removed", "log-practice-removed"),
    ("practice.scored", "log-practice-scored"),
    ("press.link_given", "log-press-link-given"),
    ("press.link_revoked", "log-press-link-revoked"),
    ("round.added", "log-round-added"),
    ("round.changed", "log-round-changed"),
    ("round.closed", "log-round-closed"),
    ("round.entries", "log-round-entries"),
    ("round.opened", "log-round-opened"),
    ("round.removed", "log-round-removed"),
    ("round.reopened", "log-round-reopened"),
    ("round.sealed", "log-round-sealed"),
    ("rules.replaced", "log-rules-replaced"),
    ("scorecard.reopened", "log-scorecard-reopened"),
    ("scorecard.submitted", "log-scorecard-submitted"),
    ("scores.confirmed", "log-scores-confirmed"),
    ("scores.unconfirmed", "log-scores-unconfirmed"),
    ("screening.rules_changed", "log-screening-rules-changed"),
    ("season.published", "log-season-published"),
    ("season.withdrawn", "log-season-withdrawn"),
    ("suspicion.dismissed", "log-suspicion-dismissed"),
];
