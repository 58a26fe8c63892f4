//! Links sent by mail: single use, of limited life, stored as hashes.

use chrono::{DateTime, Utc};

use super::ids::{JurorId, TokenId, UserId};

crate::text_enum! {
    /// What a link is for.
    pub enum TokenKind {
        /// Proves an address.
        Verify = "verify",
        /// Chooses a new password.
        Reset = "reset",
        /// Answers a jury invitation.
        Invitation = "invitation",
        /// Signs in once: made on the command line only.
        SignIn = "sign_in",
    }
}

impl TokenKind {
    /// How long a link of this kind lives.
    pub fn life(self) -> chrono::Duration {
        match self {
            Self::Verify | Self::SignIn => chrono::Duration::hours(24),
            Self::Reset => chrono::Duration::minutes(30),
            Self::Invitation => chrono::Duration::days(7),
        }
    }
}

/// A link sent by mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// Its id.
    pub id: TokenId,
    /// What it is for.
    pub kind: TokenKind,
    /// The account it acts on.
    pub user_id: Option<UserId>,
    /// The invitation it answers.
    pub juror_id: Option<JurorId>,
    /// SHA-256 of the secret, in hex.
    pub hash: String,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When it dies.
    pub expires_at: DateTime<Utc>,
    /// When it was used.
    pub used_at: Option<DateTime<Utc>>,
}
