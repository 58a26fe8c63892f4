//! Mails that organisers write themselves.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::ids::{CampaignId, CategoryId, EditionId, UserId};
use super::language::{Language, Localised};
use super::text::EmailAddress;

crate::text_enum! {
    /// A group of people whom a campaign may be written to.
    pub enum Audience {
        /// Whose entry is not submitted yet.
        Drafts = "drafts",
        /// Whose entry was sent back for completion.
        Returned = "returned",
        /// Whose entry is submitted and not screened yet.
        Pending = "pending",
        /// Whose entry may be judged.
        Eligible = "eligible",
        /// Whose entry will not be judged.
        Ineligible = "ineligible",
        /// Who is invited to the jury and has not answered.
        Invited = "invited",
        /// Who is on the jury.
        Jurors = "jurors",
    }
}

impl Audience {
    /// Whether the people are jurors; else they are applicants.
    pub fn is_of_jury(self) -> bool {
        matches!(self, Self::Invited | Self::Jurors)
    }
}

crate::text_enum! {
    /// Where a campaign stands.
    pub enum CampaignStatus {
        /// Being written.
        Draft = "draft",
        /// Waits for its instant.
        Scheduled = "scheduled",
        /// Its mails are in the queue, or left.
        Sent = "sent",
        /// Called off.
        Cancelled = "cancelled",
    }
}

/// Somebody whom a campaign is written to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Recipient {
    /// Where to write.
    pub email: EmailAddress,
    /// What to call the person.
    pub name: String,
    /// In which language.
    pub language: Language,
    /// The person is written to as a juror: their link leads to the jury.
    pub is_juror: bool,
}

/// A mail that organisers write themselves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Campaign {
    /// Its id.
    pub id: CampaignId,
    /// The edition.
    pub edition_id: EditionId,
    /// To whom: nobody while it is empty.
    pub audience: Vec<Audience>,
    /// Only applicants of this category.
    pub category_id: Option<CategoryId>,
    /// Its subject.
    pub subject: Localised,
    /// What it says, paragraph by paragraph.
    pub text: Localised,
    /// Where it stands.
    pub status: CampaignStatus,
    /// To whom exactly: fixed when it is ordered. Before that, the applicants who were picked one by one.
    pub recipients: Vec<Recipient>,
    /// When it leaves; none while it is being written.
    pub send_at: Option<DateTime<Utc>>,
    /// Who wrote it.
    pub written_by: UserId,
    /// When it was begun.
    pub written_at: DateTime<Utc>,
    /// Who ordered it.
    pub ordered_by: Option<UserId>,
    /// Counts edits.
    pub version: i32,
}

/// What a text may name, between braces.
pub const VARIABLES: [&str; 3] = ["name", "edition", "deadline"];

/// From how many recipients on their number has to be typed.
pub const TYPED_FROM: usize = 21;

/// The first word between braces that is none of those known.
pub fn unknown_variable<'a>(text: &'a str, known: &[&str]) -> Option<&'a str> {
    let mut rest = text;
    while let Some(start) = rest.find('{') {
        let after = &rest[start + 1..];
        let end = after.find('}').unwrap_or(after.len());
        if !known.contains(&&after[..end]) {
            return Some(&after[..end]);
        }
        rest = &after[end..];
    }
    None
}

/// A text with its variables filled in: pairs of name and value.
pub fn filled(text: &str, values: &[(&str, &str)]) -> String {
    let (mut filled, mut rest) = (String::new(), text);
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let known = after
            .split_once('}')
            .and_then(|(name, onward)| Some((values.iter().find(|(known, _)| *known == name)?.1, onward)));
        if let Some((value, onward)) = known {
            filled.push_str(value);
            rest = onward;
        } else {
            filled.push('{');
            rest = after;
        }
    }
    filled + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_known_words_stand_between_braces() {
        assert_eq!(unknown_variable("Bonjour {name}, avant le {deadline}.", &VARIABLES), None);
        assert_eq!(unknown_variable("Bonjour {nom}", &VARIABLES), Some("nom"));
        assert_eq!(unknown_variable("{name} {", &VARIABLES), Some(""));
    }

    #[test]
    fn what_is_filled_in_is_not_read_again() {
        let values = [("name", "{deadline}"), ("deadline", "demain")];
        assert_eq!(filled("Bonjour {name}, {deadline} ! {autre}", &values), "Bonjour {deadline}, demain ! {autre}");
    }
}
