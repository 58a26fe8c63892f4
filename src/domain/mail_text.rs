//! What organisers say in the mails that leave by themselves, in the place of the usual words.

use super::ids::EditionId;
use super::language::Localised;
use super::notice::MailKind;

/// The words of an edition for one kind of mail. Where a language is empty, the usual words stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailText {
    /// The edition.
    pub edition_id: EditionId,
    /// The kind of mail.
    pub kind: MailKind,
    /// The subject.
    pub subject: Localised,
    /// What it says before its facts and its button, paragraph by paragraph.
    pub text: Localised,
    /// Counts edits.
    pub version: i32,
}

/// The kinds whose words an edition may choose: those about entries and about the jury. Mails about accounts are
/// the platform's own.
pub const KINDS: &[MailKind] = &[
    MailKind::Receipt,
    MailKind::Returned,
    MailKind::Reminder,
    MailKind::Extension,
    MailKind::Collaboration,
    MailKind::Invitation,
    MailKind::Assignment,
    MailKind::JurorReminder,
    MailKind::OutcomeWinner,
    MailKind::OutcomeOther,
];

/// What the words of a kind may name, between braces: nothing else is known when such a mail leaves.
pub fn variables(kind: MailKind) -> &'static [&'static str] {
    match kind {
        MailKind::Receipt => &["name", "edition", "entry", "reference", "category", "time", "deadline", "results"],
        MailKind::Reminder => &["name", "edition", "entry", "reference", "deadline", "count"],
        MailKind::Extension => &["name", "edition", "entry", "reference", "deadline"],
        MailKind::Collaboration => &["edition", "entry", "host"],
        MailKind::Invitation => &["name", "edition", "deadline"],
        MailKind::Assignment | MailKind::JurorReminder => &["name", "edition", "deadline", "count"],
        MailKind::OutcomeWinner => &["name", "edition", "entry", "reference", "outcome", "prize"],
        MailKind::Returned | MailKind::OutcomeOther => &["name", "edition", "entry", "reference"],
        MailKind::Verify | MailKind::AlreadyRegistered | MailKind::Reset | MailKind::Tried | MailKind::Campaign => &[],
    }
}
