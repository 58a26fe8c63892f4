//! A person with an account.

use chrono::{DateTime, Utc};

use super::ids::UserId;
use super::language::Language;
use super::text::EmailAddress;

/// A person with an account. Roles live beside it: see [`super::policy::Actor`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct User {
    /// Its id.
    pub id: UserId,
    /// Where to write, and the name to sign in with. Unique.
    pub email: EmailAddress,
    /// What to call the person.
    pub name: String,
    /// The argon2id hash (PHC string); none until a password was chosen.
    pub password_hash: Option<String>,
    /// The language of pages and mails.
    pub language: Language,
    /// When the address was proved; none for an account that can't sign in yet.
    pub verified_at: Option<DateTime<Utc>>,
    /// May create editions: given by `digital-awards organiser add` only.
    pub is_founder: bool,
    /// Disabled accounts can't sign in.
    pub disabled_at: Option<DateTime<Utc>>,
    /// When the account was made.
    pub created_at: DateTime<Utc>,
    /// Since when signing in asks for a code as well; none where the password is enough.
    pub second_factor_at: Option<DateTime<Utc>>,
}

crate::text_enum! {
    /// What an organiser may do in one edition.
    pub enum OrganiserRole {
        /// Everything, the team included.
        Owner = "owner",
        /// Everything but the team.
        Organiser = "organiser",
        /// Screening only.
        Screener = "screener",
        /// Looks, changes nothing.
        Observer = "observer",
    }
}
