//! Who else works on an entry.

use chrono::{DateTime, TimeDelta, Utc};

use super::ids::{CollaboratorId, EntryId, UserId};
use super::text::EmailAddress;

/// Most people whom an applicant invites to one entry.
pub const MOST_COLLABORATORS: usize = 12;
/// How long after their page last told so people count as being on a section.
pub const PRESENT_FOR: TimeDelta = TimeDelta::seconds(90);

crate::text_enum! {
    /// What a person may do with somebody else's entry. Each may do what those before it may.
    pub enum CollaboratorRole {
        /// Read it.
        View = "view",
        /// Write it.
        Edit = "edit",
        /// Submit it.
        Submit = "submit",
    }
}

/// A person whom the applicant of an entry has invited to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Collaborator {
    /// The id of the invitation.
    pub id: CollaboratorId,
    /// The entry.
    pub entry_id: EntryId,
    /// The invited address. Only an account with this proven address may join.
    pub email: EmailAddress,
    /// The account that joined.
    pub user_id: Option<UserId>,
    /// What the person may do.
    pub role: CollaboratorRole,
    /// Who invited.
    pub invited_by: UserId,
    /// When.
    pub invited_at: DateTime<Utc>,
    /// When the person joined; none while the invitation waits.
    pub joined_at: Option<DateTime<Utc>>,
}

/// Where somebody is on an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Presence {
    /// The entry.
    pub entry_id: EntryId,
    /// The person.
    pub user_id: UserId,
    /// The number of the section, from 1.
    pub section: i32,
    /// When their page last told so.
    pub seen_at: DateTime<Utc>,
}
