//! The Schulze method, for jurors who put entries in an order.
//!
//! Source: Markus Schulze, "A new monotonic, clone-independent, reversal symmetric, and
//! Condorcet-consistent single-winner election method", Social Choice and Welfare 36 (2011), with
//! the strength of a link measured by winning votes.

/// How many jurors put an entry above another, for every pair of entries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Duels {
    size: usize,
    above: Vec<u32>,
}

impl Duels {
    /// Counts ballots over `size` entries, numbered from 0. A ballot holds each entry that the juror
    /// judged, once, with its points: of two entries the one with more points stands above the other,
    /// equal points say nothing. An entry that is not on a ballot meets nobody on it.
    pub fn of(size: usize, ballots: &[Vec<(usize, i64)>]) -> Self {
        let mut above = vec![0; size * size];
        for ballot in ballots {
            for &(a, points) in ballot {
                for &(b, fewer) in ballot {
                    above[a * size + b] += u32::from(points > fewer);
                }
            }
        }
        Self { size, above }
    }

    /// How many jurors put the first above the second.
    pub fn above(&self, first: usize, second: usize) -> u32 {
        self.above[first * self.size + second]
    }

    /// The strength of the link from one entry to another: nothing unless more jurors put the first
    /// above the second than the other way round; else the more of the former, and of equally many
    /// the fewer of the latter, the stronger.
    fn strength(&self, first: usize, second: usize) -> u64 {
        let (pro, contra) = (self.above(first, second), self.above(second, first));
        if pro > contra { (u64::from(pro) << 32) + u64::from(u32::MAX - contra) } else { 0 }
    }

    /// For each entry, how many others it beats: those to which its strongest path is stronger than
    /// theirs back. A path is as strong as its weakest link. What an entry beats is beaten by whatever
    /// beats it too, so that an entry has always more wins than one that it beats.
    ///
    /// Time grows with the cube of the number of entries.
    pub fn wins(&self) -> Vec<u32> {
        let size = self.size;
        let mut path: Vec<u64> = (0..size * size).map(|at| self.strength(at / size, at % size)).collect();
        for over in 0..size {
            let from_over: Vec<u64> = path[over * size..(over + 1) * size].to_vec();
            for row in path.chunks_exact_mut(size) {
                let to_over = row[over];
                for (here, onward) in row.iter_mut().zip(&from_over) {
                    *here = (*here).max(to_over.min(*onward));
                }
            }
        }
        let beats = |a: usize, b: usize| a != b && path[a * size + b] > path[b * size + a];
        (0..size).map(|a| (0..size).map(|b| u32::from(beats(a, b))).sum()).collect()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Ballots that name every entry, best first, each cast so many times.
    fn cast(orders: &[(usize, &str)]) -> Duels {
        let ballot = |order: &str| -> Vec<(usize, i64)> {
            order.bytes().zip(0_i64..).map(|(entry, place)| (usize::from(entry - b'A'), -place)).collect()
        };
        let ballots: Vec<_> = orders.iter().flat_map(|(times, order)| vec![ballot(order); *times]).collect();
        Duels::of(orders[0].1.len(), &ballots)
    }

    #[test]
    fn the_example_of_forty_five_voters_comes_out_as_published() {
        let duels = cast(&[
            (5, "ACBED"),
            (5, "ADECB"),
            (8, "BEDAC"),
            (3, "CABED"),
            (7, "CAEBD"),
            (2, "CBADE"),
            (7, "DCEBA"),
            (8, "EBADC"),
        ]);
        assert_eq!(duels.above(0, 1), 20);
        // E beats all, then A, C, B, D.
        assert_eq!(duels.wins(), [3, 1, 2, 0, 4]);
    }

    #[test]
    fn nobody_beats_anybody_where_nobody_was_compared() {
        let duels = Duels::of(3, &[vec![(0, 3)], vec![(1, 3)], vec![(2, 0)]]);
        assert_eq!(duels.wins(), [0, 0, 0]);
    }

    fn ballots() -> impl Strategy<Value = Vec<Vec<(usize, i64)>>> {
        let ballot = proptest::collection::vec(proptest::option::of(0_i64..4), 5)
            .prop_map(|points| points.into_iter().enumerate().filter_map(|(at, x)| Some((at, x?))).collect());
        proptest::collection::vec(ballot, 0..9)
    }

    proptest! {
        #[test]
        fn who_beats_all_in_duels_wins(ballots in ballots()) {
            let duels = Duels::of(5, &ballots);
            for a in 0..5 {
                if (0..5).all(|b| a == b || duels.above(a, b) > duels.above(b, a)) {
                    prop_assert_eq!(duels.wins()[a], 4);
                    prop_assert!((0..5).all(|b| a == b || duels.wins()[b] < 4));
                }
            }
        }

        #[test]
        fn ballots_turned_round_turn_the_order_round(ballots in ballots()) {
            let turned: Vec<_> = ballots.iter().map(|b| b.iter().map(|(at, points)| (*at, -points)).collect()).collect();
            // A strict order of all five has one entry with each number of wins.
            let (wins, back) = (Duels::of(5, &ballots).wins(), Duels::of(5, &turned).wins());
            let mut sorted = wins.clone();
            sorted.sort_unstable();
            if sorted == [0, 1, 2, 3, 4] {
                prop_assert_eq!(back, wins.iter().map(|w| 4 - w).collect::<Vec<_>>());
            }
        }

        #[test]
        fn a_path_is_found_whichever_way_it_is_looked_for(ballots in ballots()) {
            let duels = Duels::of(5, &ballots);
            let mut best = vec![0_u64; 25];
            for from in 0..5 {
                let mut seen = [false; 5];
                walk(&duels, from, from, u64::MAX, &mut seen, &mut best);
            }
            let beats = |a: usize, b: usize| u32::from(best[a * 5 + b] > best[b * 5 + a]);
            let wins: Vec<u32> = (0..5).map(|a| (0..5).map(|b| beats(a, b)).sum()).collect();
            prop_assert_eq!(duels.wins(), wins);
        }
    }

    /// Every simple path from an entry, with the strength of its weakest link.
    fn walk(duels: &Duels, from: usize, at: usize, strength: u64, seen: &mut [bool; 5], best: &mut [u64]) {
        seen[at] = true;
        if at != from {
            best[from * 5 + at] = best[from * 5 + at].max(strength);
        }
        for next in 0..5 {
            if !seen[next] {
                walk(duels, from, next, strength.min(duels.strength(at, next)), seen, best);
            }
        }
        seen[at] = false;
    }
}
