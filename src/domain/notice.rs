//! The mails that the platform sends, and the queue in which they wait.

use chrono::{DateTime, Utc};

use super::ids::{EditionId, MailId};
use super::language::Language;
use super::text::EmailAddress;

crate::text_enum! {
    /// Why a mail is sent. Each kind has its templates and its closed list of parameters.
    pub enum MailKind {
        /// Prove the address of a new account.
        Verify = "verify",
        /// Somebody signed up with an address that has an account.
        AlreadyRegistered = "already_registered",
        /// Choose a new password.
        Reset = "reset",
        /// Somebody tried password after password.
        Tried = "tried",
        /// Proof of a submission, and what happens next.
        Receipt = "receipt",
        /// Organisers sent an entry back for completion.
        Returned = "returned",
        /// A draft waits, and its deadline comes near.
        Reminder = "reminder",
        /// Organisers gave an entry more time.
        Extension = "extension",
        /// Work on somebody's entry with them.
        Collaboration = "collaboration",
        /// Join a jury.
        Invitation = "invitation",
        /// Entries to score.
        Assignment = "assignment",
        /// Entries are left to score.
        JurorReminder = "juror_reminder",
        /// The entry won, or is a finalist.
        OutcomeWinner = "outcome_winner",
        /// The entry did not win.
        OutcomeOther = "outcome_other",
        /// What organisers wrote themselves.
        Campaign = "campaign",
    }
}

impl MailKind {
    /// Whether its link lets whoever holds it act for somebody: such a link is forgotten as soon as
    /// the mail left.
    pub fn has_secret_link(self) -> bool {
        matches!(self, Self::Verify | Self::Reset | Self::Invitation)
    }
}

crate::text_enum! {
    /// Where a mail stands in the queue.
    pub enum MailStatus {
        /// To be sent at its next attempt.
        Waiting = "waiting",
        /// A worker is sending it.
        Sending = "sending",
        /// Taken by the mail server.
        Sent = "sent",
        /// Refused for good.
        Failed = "failed",
    }
}

/// A mail waiting to be sent. It is rendered when it leaves, from its parameters.
#[derive(Debug, Clone, PartialEq)]
pub struct OutboxMail {
    /// Its id, also its Message-ID, so that a repeated delivery can be told.
    pub id: MailId,
    /// Why it is sent.
    pub kind: MailKind,
    /// To whom.
    pub recipient: EmailAddress,
    /// The name of the recipient, or empty.
    pub recipient_name: String,
    /// In which language.
    pub language: Language,
    /// What its templates need.
    pub params: serde_json::Value,
    /// Never two mails with the same key.
    pub dedupe_key: String,
    /// Where it stands.
    pub status: MailStatus,
    /// How often it was tried.
    pub attempts: i32,
    /// When to try next.
    pub next_attempt_at: DateTime<Utc>,
    /// What the mail server said last.
    pub last_error: Option<String>,
    /// When it was queued.
    pub created_at: DateTime<Utc>,
    /// When it left.
    pub sent_at: Option<DateTime<Utc>>,
    /// The edition it is about; none for mails about an account.
    pub edition_id: Option<EditionId>,
}

/// How what is said of a mail begins that left and came back.
pub const BOUNCED: &str = "bounced: ";

impl OutboxMail {
    /// Whether it left and came back.
    pub fn has_bounced(&self) -> bool {
        let said = self.last_error.as_deref().unwrap_or_default();
        self.status == MailStatus::Failed && said.starts_with(BOUNCED)
    }
}
