//! A person on an edition's jury.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use super::ids::{CategoryId, EditionId, JurorId, UserId};
use super::language::Language;
use super::text::EmailAddress;

crate::text_enum! {
    /// Where an invitation stands.
    pub enum JurorStatus {
        /// Invited, no answer yet.
        Invited = "invited",
        /// On the jury.
        Accepted = "accepted",
        /// Said no, with a reason.
        Declined = "declined",
        /// Taken off by an organiser.
        Revoked = "revoked",
    }
}

crate::text_enum! {
    /// How gladly a juror would judge a category.
    pub enum Preference {
        /// Rather this than another.
        Rather = "rather",
        /// Either way.
        Either = "either",
        /// Rather another.
        RatherNot = "rather_not",
    }
}

/// A person on an edition's jury.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Juror {
    /// Its id.
    pub id: JurorId,
    /// The edition whose jury it is.
    pub edition_id: EditionId,
    /// The account, once the invitation was accepted.
    pub user_id: Option<UserId>,
    /// The invited address. Acceptance needs control of it.
    pub email: EmailAddress,
    /// The person's name.
    pub name: String,
    /// Where the person works.
    pub organisation: String,
    /// What the person does there.
    pub title: String,
    /// The language of mails to this person.
    pub language: Language,
    /// The languages the person reads.
    pub reads: Vec<Language>,
    /// The categories the person can judge; empty means all.
    pub categories: Vec<CategoryId>,
    /// In the person's own words.
    pub expertise: String,
    /// Where the invitation stands.
    pub status: JurorStatus,
    /// Why the person declined.
    pub decline_reason: Option<String>,
    /// When the charter was accepted.
    pub charter_accepted_at: Option<DateTime<Utc>>,
    /// When the person said "I have declared all my ties".
    pub conflicts_declared_at: Option<DateTime<Utc>>,
    /// Most entries in a round; none means no limit.
    pub max_load: Option<i32>,
    /// When the invitation was last sent.
    pub invited_at: DateTime<Utc>,
    /// When it was answered.
    pub responded_at: Option<DateTime<Utc>>,
    /// What the person would rather judge; of a category that is not there: either way.
    pub preferences: BTreeMap<CategoryId, Preference>,
}
