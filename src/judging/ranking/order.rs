//! Places: who is first, who is tied, and which tie-break told them apart.

use std::cmp::Ordering;

use super::decimal::Decimal6;

/// The place of one entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Competition ranking: two firsts are followed by a third. `None` without any score.
    pub rank: Option<u32>,
    /// Another entry has the same rank.
    pub tied: bool,
    /// The tie-break (its position in the rules) that separated this entry from a neighbour
    /// with the same score; `None` when the score alone decided.
    pub tie_break: Option<usize>,
}

/// The values an entry is ordered by: its score, then the tie-breaks in the order of the rules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SortKey {
    pub score: Option<Decimal6>,
    pub tie_breaks: Vec<Option<Decimal6>>,
}

impl SortKey {
    pub fn score(score: Option<Decimal6>) -> Self {
        Self { score, tie_breaks: Vec::new() }
    }

    /// Higher first; a missing value after every present one.
    fn compare(&self, other: &Self) -> Ordering {
        other.score.cmp(&self.score).then_with(|| other.tie_breaks.cmp(&self.tie_breaks))
    }

    /// The tie-break that separates two keys of equal score.
    fn separated_by(&self, other: &Self) -> Option<usize> {
        if self.score != other.score || self.score.is_none() {
            return None;
        }
        self.tie_breaks.iter().zip(&other.tie_breaks).position(|(a, b)| a != b)
    }
}

/// Positions of the keys from first to last; equal keys keep their order.
pub fn order(keys: &[SortKey]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..keys.len()).collect();
    order.sort_by(|&a, &b| keys[a].compare(&keys[b]));
    order
}

/// The place of every key, in the order given.
pub fn places(keys: &[SortKey]) -> Vec<Place> {
    let unplaced = Place { rank: None, tied: false, tie_break: None };
    let mut places = vec![unplaced; keys.len()];
    let order = order(keys);
    let mut rank = 0;
    for (position, &at) in order.iter().enumerate() {
        if keys[at].score.is_none() {
            continue;
        }
        let before = position.checked_sub(1).map(|p| order[p]);
        let after = order.get(position + 1).copied();
        let equals = |other: Option<usize>| other.is_some_and(|o| keys[o] == keys[at]);
        if !equals(before) {
            rank = u32::try_from(position + 1).unwrap_or(u32::MAX);
        }
        places[at] = Place {
            rank: Some(rank),
            tied: equals(before) || equals(after),
            tie_break: [before, after].into_iter().flatten().filter_map(|o| keys[o].separated_by(&keys[at])).min(),
        };
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(score: i64, tie_breaks: &[i64]) -> SortKey {
        SortKey {
            score: Some(Decimal6::from_micros(score)),
            tie_breaks: tie_breaks.iter().map(|&t| Some(Decimal6::from_micros(t))).collect(),
        }
    }

    #[test]
    fn ties_share_a_place_and_leave_a_gap() {
        let keys = [key(5, &[]), key(9, &[]), key(9, &[]), SortKey::score(None)];
        let ranks: Vec<_> = places(&keys).iter().map(|p| (p.rank, p.tied)).collect();
        assert_eq!(ranks, [(Some(3), false), (Some(1), true), (Some(1), true), (None, false)]);
    }

    #[test]
    fn the_tie_break_that_fired_is_named() {
        let keys = [key(9, &[4, 1]), key(9, &[4, 2]), key(7, &[9, 9])];
        let places = places(&keys);
        assert_eq!(places[1].rank, Some(1));
        assert_eq!(places[0].rank, Some(2));
        assert_eq!(places[0].tie_break, Some(1));
        assert_eq!(places[2].tie_break, None);
    }
}
