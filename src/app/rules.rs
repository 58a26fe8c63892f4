//! The rules that everybody may read, and what they said before: nothing changes quietly once an edition is public.

use chrono::{DateTime, Utc};

use super::{AppError, AppResult};
use crate::domain::edition::Edition;
use crate::domain::ids::{RulesVersionId, UserId};
use crate::domain::language::Language;
use crate::domain::rules_version::RulesVersion;
use crate::store::{self, Conn};

/// Keeps what the rules said, before they change in the sight of the public.
pub(in crate::app) fn keep(c: &mut Conn, before: &Edition, by: UserId, now: DateTime<Utc>) -> AppResult<()> {
    if !before.is_public() || before.rules.is_empty() {
        return Ok(());
    }
    let number = store::rules_versions::list(c, before.id)?.len() + 1;
    let version = RulesVersion {
        id: RulesVersionId::new(),
        edition_id: before.id,
        number: i32::try_from(number).unwrap_or(i32::MAX),
        rules: before.rules.clone(),
        replaced_by: by,
        replaced_at: now,
    };
    Ok(store::rules_versions::insert(c, version)?)
}

/// The current edition with the earlier versions of its rules, the newest first.
pub fn current(c: &mut Conn) -> AppResult<Option<(Edition, Vec<RulesVersion>)>> {
    let Some(edition) = super::public::current(c)? else { return Ok(None) };
    let mut versions = store::rules_versions::list(c, edition.id)?;
    versions.reverse();
    Ok(Some((edition, versions)))
}

/// A paragraph of the rules, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Paragraph {
    /// It stands in both.
    Same(String),
    /// It is gone.
    Gone(String),
    /// It is new.
    New(String),
}

/// What changed from a version to the one that replaced it, paragraph by paragraph.
pub fn changes(
    c: &mut Conn,
    slug: &str,
    number: i32,
    language: Language,
) -> AppResult<(Edition, RulesVersion, Vec<Paragraph>)> {
    let edition = store::editions::find_by_slug(c, slug)?.filter(Edition::is_public).ok_or(AppError::NotFound)?;
    let versions = store::rules_versions::list(c, edition.id)?;
    let old = versions.iter().find(|version| version.number == number).ok_or(AppError::NotFound)?.clone();
    let next = versions.iter().find(|version| version.number == number + 1).map_or(&edition.rules, |next| &next.rules);
    let compared = compare(old.rules.get(language), next.get(language));
    Ok((edition, old, compared))
}

/// The longest common run of paragraphs stays; what is before it in one text only is gone or new (Hunt and McIlroy,
/// 1976, by the quadratic table: rules have some dozens of paragraphs).
fn compare(old: &str, new: &str) -> Vec<Paragraph> {
    let split = |text: &str| -> Vec<String> {
        let text = text.replace("\r\n", "\n");
        text.split("\n\n").map(str::trim).filter(|x| !x.is_empty()).map(str::to_owned).collect()
    };
    let (old, new) = (split(old), split(new));
    let mut common = vec![vec![0_usize; new.len() + 1]; old.len() + 1];
    for i in (0..old.len()).rev() {
        for j in (0..new.len()).rev() {
            common[i][j] =
                if old[i] == new[j] { common[i + 1][j + 1] + 1 } else { common[i + 1][j].max(common[i][j + 1]) };
        }
    }
    let (mut i, mut j, mut all) = (0, 0, Vec::new());
    while i < old.len() || j < new.len() {
        if i < old.len() && j < new.len() && old[i] == new[j] {
            all.push(Paragraph::Same(old[i].clone()));
            (i, j) = (i + 1, j + 1);
        } else if j == new.len() || (i < old.len() && common[i + 1][j] >= common[i][j + 1]) {
            all.push(Paragraph::Gone(old[i].clone()));
            i += 1;
        } else {
            all.push(Paragraph::New(new[j].clone()));
            j += 1;
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_that_stand_in_both_stay_and_the_rest_is_gone_or_new() {
        use Paragraph::{Gone, New, Same};
        let compared = compare("A\n\nB\n\nC", "A\n\nX\n\nC\n\nD");
        let of = |x: &str| x.to_owned();
        assert_eq!(compared, [Same(of("A")), Gone(of("B")), New(of("X")), Same(of("C")), New(of("D"))]);
        assert_eq!(compare("", "A"), [New(of("A"))]);
    }
}
