//! What the rules of an edition said before.

use chrono::{DateTime, Utc};

use super::ids::{EditionId, RulesVersionId, UserId};
use super::language::Localised;

/// What the rules said until they were changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RulesVersion {
    /// Its id.
    pub id: RulesVersionId,
    /// The edition.
    pub edition_id: EditionId,
    /// From 1, per edition.
    pub number: i32,
    /// What they said, in Markdown.
    pub rules: Localised,
    /// Who changed them.
    pub replaced_by: UserId,
    /// When they were changed.
    pub replaced_at: DateTime<Utc>,
}
