//! What an edition says of the season: counts that can be published without telling of anybody.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::ids::{EditionId, UserId};
use super::language::Localised;

/// The smallest count of people or startups that is shown. Of fewer, somebody could be recognised.
pub const SMALLEST_CELL: u32 = 5;

/// A count as it may be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Cell {
    /// The count.
    Count(u32),
    /// Too few, or what would give away a cell with too few.
    Hidden,
}

impl Cell {
    /// The count, where it is shown.
    pub fn count(self) -> Option<u32> {
        match self {
            Self::Count(count) => Some(count),
            Self::Hidden => None,
        }
    }

    /// A count that stands alone, such as a total.
    pub fn alone(count: u32) -> Self {
        if count == 0 || count >= SMALLEST_CELL { Self::Count(count) } else { Self::Hidden }
    }
}

/// The counts of a table whose total is shown as well. A count from 1 to `SMALLEST_CELL` − 1 is hidden. What
/// is hidden is the total less the rest: where that would still tell, because one cell alone or fewer than
/// `SMALLEST_CELL` are hidden, the smallest of the others is hidden too ("complementary suppression": Hundepool
/// et al., *Statistical Disclosure Control*, 2012, §4.2.3). A zero is shown: it is nobody's.
pub fn conceal(counts: &[u32]) -> Vec<Cell> {
    let mut cells: Vec<Cell> = counts.iter().map(|count| Cell::alone(*count)).collect();
    loop {
        let hidden: Vec<u32> =
            counts.iter().zip(&cells).filter(|(_, cell)| **cell == Cell::Hidden).map(|(count, _)| *count).collect();
        let tells = hidden.len() == 1 || (!hidden.is_empty() && hidden.iter().sum::<u32>() < SMALLEST_CELL);
        let next = (0..counts.len())
            .filter(|at| cells[*at] != Cell::Hidden && counts[*at] > 0)
            .min_by_key(|at| counts[*at])
            .filter(|_| tells);
        match next {
            Some(at) => cells[at] = Cell::Hidden,
            None => return cells,
        }
    }
}

crate::text_enum! {
    /// What entries are told apart by.
    pub enum Dimension {
        /// Their category.
        Category = "category",
        /// What the startup works in.
        Sector = "sector",
        /// Where it is at home.
        Region = "region",
        /// How many people work in it.
        Size = "size",
        /// Who founded it.
        Founders = "founders",
        /// The language of the entry.
        Language = "language",
    }
}

/// A line of a breakdown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// The word of the value; empty: not said.
    pub key: String,
    /// Its name, where it is a text of the edition: a category.
    pub name: Option<Localised>,
    /// Entries of this edition.
    pub now: Cell,
    /// Entries of the edition before, where there is one.
    pub before: Option<Cell>,
}

/// The submitted entries by one dimension.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Breakdown {
    /// What they are told apart by.
    pub dimension: Dimension,
    /// Every value that occurs, "not said" last.
    pub lines: Vec<Line>,
}

crate::text_enum! {
    /// A step of the way from an idea to a prize.
    pub enum Step {
        /// Begun.
        Started = "started",
        /// Submitted, and not withdrawn.
        Submitted = "submitted",
        /// Found eligible.
        Eligible = "eligible",
        /// Scored at least once.
        Judged = "judged",
        /// Finalist or winner, once announced.
        Honoured = "honoured",
        /// Winner, once announced.
        Won = "won",
    }
}

/// How far the jury agreed on a criterion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agreement {
    /// The name of the criterion.
    pub criterion: Localised,
    /// The part of the differences between marks that comes from the entries, in thousandths; none where there
    /// is too little to tell.
    pub share: Option<u32>,
}

/// An edition among the editions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Year {
    /// Its year.
    pub year: i32,
    /// Its name.
    pub name: Localised,
    /// Entries that were submitted and not withdrawn.
    pub entries: Cell,
    /// Startups behind them.
    pub organisations: Cell,
    /// Jurors who accepted.
    pub jurors: Cell,
    /// Scorecards handed in.
    pub scorecards: u32,
}

/// What an edition says of the season.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Season {
    /// The submitted entries.
    pub entries: Cell,
    /// The name of the edition before, where there is one.
    pub before: Option<Localised>,
    /// How many came how far.
    pub funnel: Vec<(Step, Cell)>,
    /// The submitted entries, told apart.
    pub breakdowns: Vec<Breakdown>,
    /// How far the jury agreed; empty before a round is closed.
    pub agreement: Vec<Agreement>,
    /// This edition and those announced before, newest first.
    pub years: Vec<Year>,
}

/// A report that everybody may read, as it was when it was published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishedSeason {
    /// The edition.
    pub edition_id: EditionId,
    /// What it says.
    pub content: Season,
    /// Who published it.
    pub published_by: UserId,
    /// When.
    pub published_at: DateTime<Utc>,
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn shown(counts: &[u32]) -> Vec<Option<u32>> {
        conceal(counts).into_iter().map(Cell::count).collect()
    }

    #[test]
    fn a_small_count_takes_another_with_it() {
        assert_eq!(shown(&[20, 3, 9, 0]), [Some(20), None, None, Some(0)]);
        // Two small counts that make seven hide each other.
        assert_eq!(shown(&[20, 3, 4]), [Some(20), None, None]);
        // Two that make two do not.
        assert_eq!(shown(&[20, 1, 1, 8]), [Some(20), None, None, None]);
        assert_eq!(shown(&[5, 0]), [Some(5), Some(0)]);
    }

    proptest! {
        #[test]
        fn nobody_can_subtract_their_way_to_a_small_count(counts in prop::collection::vec(0_u32..12, 1..9)) {
            let cells = conceal(&counts);
            let hidden: Vec<u32> = counts.iter().zip(&cells).filter(|(_, c)| **c == Cell::Hidden).map(|(n, _)| *n).collect();
            for (count, cell) in counts.iter().zip(&cells) {
                prop_assert!(cell.count().is_none_or(|shown| shown == *count && (*count == 0 || *count >= SMALLEST_CELL)));
            }
            let others = counts.iter().zip(&cells).any(|(n, c)| *n > 0 && *c != Cell::Hidden);
            // Unless everything is hidden, what is hidden is at least two cells of five together.
            prop_assert!(hidden.is_empty() || !others || (hidden.len() >= 2 && hidden.iter().sum::<u32>() >= SMALLEST_CELL));
        }
    }
}
