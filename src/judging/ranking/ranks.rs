//! Counting ranks over many draws without keeping them all.

use super::draws::{RankUncertainty, share};

/// The share of draws beyond each end of the rank interval.
const TAIL: f64 = 0.025;
/// Digits of the radix sort.
const DIGIT: u32 = 11;
const BUCKETS: usize = 1 << DIGIT;

/// The scores of a block of draws as sortable keys, one draw after the other.
pub(super) struct Keys {
    rows: usize,
    /// An odd number of cache lines, so that the draws do not fall on each other in the cache.
    stride: usize,
    packed: Vec<u64>,
}

impl Keys {
    pub fn new(rows: usize, draws: usize) -> Self {
        let stride = 8 * (rows.div_ceil(8) | 1);
        Self { rows, stride, packed: vec![0; stride * draws] }
    }

    /// Sets the scores of one row, a score for each draw.
    pub fn set(&mut self, row: usize, scores: &[f64]) {
        for (draw, &score) in self.packed.chunks_exact_mut(self.stride).zip(scores) {
            draw[row] = (u64::from(descending(score)) << 32) | row as u64;
        }
    }

    /// Ranks (from 0) of every row inside its group in each draw, one draw after the other; higher
    /// is better.
    pub fn ranks(mut self, groups: &Groups) -> Vec<u32> {
        let draws = self.packed.len() / self.stride;
        let mut ranks = vec![0; self.rows * draws];
        let mut spare = vec![0; self.rows];
        let columns = ranks.chunks_exact_mut(self.rows.max(1));
        for (column, keys) in columns.zip(self.packed.chunks_exact_mut(self.stride)) {
            let keys = &mut keys[..self.rows];
            if self.rows < BUCKETS {
                keys.sort_unstable();
                groups.scatter(keys, column);
            } else {
                radix_sort(keys, &mut spare);
                groups.scatter(&spare, column);
            }
        }
        ranks
    }
}

/// Rows that are ranked among themselves.
pub(super) enum Groups {
    /// All of them together.
    One,
    /// The group of each row, and how many groups there are.
    Several(Vec<u32>, usize),
}

impl Groups {
    /// By the group of each row, any numbers.
    pub fn new(groups: &[u32]) -> Self {
        let mut seen: Vec<u32> = groups.to_vec();
        seen.sort_unstable();
        seen.dedup();
        if seen.len() < 2 {
            return Self::One;
        }
        let place = |group: &u32| seen.partition_point(|other| other < group);
        Self::Several(groups.iter().map(|group| u32::try_from(place(group)).unwrap_or(0)).collect(), seen.len())
    }

    fn scatter(&self, sorted: &[u64], ranks: &mut [u32]) {
        match self {
            Self::One => {
                for (rank, key) in (0..).zip(sorted) {
                    ranks[(key & 0xFFFF_FFFF) as usize] = rank;
                }
            }
            Self::Several(groups, count) => {
                let mut next = vec![0; *count];
                for key in sorted {
                    let row = (key & 0xFFFF_FFFF) as usize;
                    let rank: &mut u32 = &mut next[groups[row] as usize];
                    ranks[row] = *rank;
                    *rank += 1;
                }
            }
        }
    }
}

/// Bits that sort as unsigned numbers from the highest score to the lowest.
fn descending(score: f64) -> u32 {
    #[expect(clippy::cast_possible_truncation, reason = "seven digits order draws well enough")]
    let bits = (score as f32).to_bits();
    if bits >> 31 == 0 { !bits & 0x7FFF_FFFF } else { bits }
}

/// Sorts by the upper half of the keys; the sorted keys end in `spare`.
fn radix_sort(keys: &mut [u64], spare: &mut [u64]) {
    let digit = |key: u64, pass: u32| usize::try_from(key >> (32 + DIGIT * pass)).unwrap_or(0) & (BUCKETS - 1);
    let mut starts = vec![[0_u32; BUCKETS]; 3];
    for &key in keys.iter() {
        for (pass, starts) in (0..).zip(&mut starts) {
            starts[digit(key, pass)] += 1;
        }
    }
    for starts in &mut starts {
        let mut sum = 0;
        for start in starts {
            sum += std::mem::replace(start, sum);
        }
    }
    let (mut from, mut to) = (keys, spare);
    for (pass, starts) in (0..).zip(&mut starts) {
        for &key in from.iter() {
            let place = &mut starts[digit(key, pass)];
            to[*place as usize] = key;
            *place += 1;
        }
        std::mem::swap(&mut from, &mut to);
    }
}

/// Sums of ranks and the extreme ranks of every entry.
pub(super) struct RankCounts {
    top: u32,
    draws: u32,
    levels: usize,
    parts: Vec<Part>,
}

/// A few hundred entries, whose counters stay in the first-level cache.
struct Part {
    first: usize,
    in_top: Vec<u32>,
    sums: Vec<u64>,
    lowest: Vec<Extremes>,
    highest: Vec<Extremes>,
    /// Ranks from here on need not be kept.
    low_limits: Vec<u32>,
    high_limits: Vec<u32>,
}

/// Entries of a [`Part`].
const PART: usize = 256;

/// The smallest of the numbers seen, as many as the tail needs.
#[derive(Clone, Default)]
struct Extremes(Vec<u32>);

impl Extremes {
    /// Keeps a number, and lowers the limit when more than enough are kept.
    fn keep(&mut self, value: u32, wanted: usize, limit: &mut u32) {
        self.0.push(value);
        if self.0.len() >= 2 * wanted {
            let (_, &mut last, _) = self.0.select_nth_unstable(wanted - 1);
            *limit = last;
            self.0.truncate(wanted);
        }
    }

    /// The largest of the `wanted` smallest.
    fn quantile(mut self, wanted: usize) -> u32 {
        self.0.sort_unstable();
        self.0.get(wanted - 1).or(self.0.last()).copied().unwrap_or(0)
    }
}

impl Part {
    fn new(first: usize, size: usize) -> Self {
        Self {
            first,
            in_top: vec![0; size],
            sums: vec![0; size],
            lowest: vec![Extremes::default(); size],
            highest: vec![Extremes::default(); size],
            low_limits: vec![u32::MAX; size],
            high_limits: vec![u32::MAX; size],
        }
    }

    /// Adds one draw; `last` turns ranks round, so that the highest become the lowest.
    fn add(&mut self, ranks: &[u32], top: u32, last: u32, wanted: usize) {
        for (at, &rank) in ranks[self.first..].iter().take(self.sums.len()).enumerate() {
            self.in_top[at] += u32::from(rank < top);
            self.sums[at] += u64::from(rank);
            if rank < self.low_limits[at] {
                self.lowest[at].keep(rank, wanted, &mut self.low_limits[at]);
            }
            if last - rank < self.high_limits[at] {
                self.highest[at].keep(last - rank, wanted, &mut self.high_limits[at]);
            }
        }
    }
}

impl RankCounts {
    pub fn new(levels: usize, top: u32, draws: u32) -> Self {
        let part = |first| Part::new(first, PART.min(levels - first));
        Self { top, draws, levels, parts: (0..levels).step_by(PART).map(part).collect() }
    }

    /// How many draws lie in one tail, the quantile included.
    fn wanted(&self) -> usize {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small share of a 32-bit count")]
        let tail = (TAIL * f64::from(self.draws)) as usize;
        tail + 1
    }

    fn last(&self) -> u32 {
        u32::try_from(self.levels).unwrap_or(u32::MAX)
    }

    /// Adds blocks of ranks, each draw after draw.
    pub fn add(&mut self, blocks: &[Vec<u32>], threads: usize) {
        let (wanted, top, levels, last) = (self.wanted(), self.top, self.levels, self.last());
        share(threads, self.parts.iter_mut(), |part| {
            for ranks in blocks.iter().flat_map(|block| block.chunks_exact(levels)) {
                part.add(ranks, top, last, wanted);
            }
        });
    }

    pub fn finish(self) -> Vec<RankUncertainty> {
        let (wanted, last) = (self.wanted(), self.last());
        let draws = f64::from(self.draws.max(1));
        let mut answers = Vec::with_capacity(self.levels);
        for part in self.parts {
            let extremes = part.lowest.into_iter().zip(part.highest);
            let counts = part.in_top.into_iter().zip(part.sums);
            for ((in_top, sum), (lowest, highest)) in counts.zip(extremes) {
                answers.push(RankUncertainty {
                    p_top: f64::from(in_top) / draws,
                    expected_rank: 1.0 + sum as f64 / draws,
                    rank_low: 1 + lowest.quantile(wanted),
                    rank_high: 1 + last - highest.quantile(wanted),
                });
            }
        }
        answers
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranks_follow_the_scores_in_small_and_large_columns() {
        for rows in [5_usize, 5000] {
            let mut keys = Keys::new(rows, 2);
            for row in 0..rows {
                let value = (row * 7919 % rows) as f64 - rows as f64 / 2.0;
                keys.set(row, &[value, -value]);
            }
            let ranks = keys.ranks(&Groups::One);
            for row in 0..rows {
                let place = row * 7919 % rows;
                assert_eq!(ranks[row] as usize, rows - 1 - place);
                assert_eq!(ranks[rows + row] as usize, place);
            }
        }
    }

    #[test]
    fn a_group_is_ranked_as_if_it_were_alone() {
        let values = [4.0, 9.0, 1.0, 7.0, 8.0];
        let mut keys = Keys::new(5, 1);
        values.iter().enumerate().for_each(|(row, &value)| keys.set(row, &[value]));
        assert_eq!(keys.ranks(&Groups::new(&[7, 3, 7, 3, 7])), [1, 0, 2, 1, 0]);
    }

    #[test]
    fn the_interval_is_the_exact_quantile() {
        let mut counts = RankCounts::new(1000, 3, 400);
        // Entry e has rank (e + draw) modulo 1000.
        let draws: Vec<Vec<u32>> = (0..400).map(|draw| (0..1000).map(|e| (e + draw) % 1000).collect()).collect();
        counts.add(&draws, 2);
        let first = counts.finish()[0];
        assert_eq!((first.rank_low, first.rank_high), (11, 390));
        assert!((first.p_top - 3.0 / 400.0).abs() < 1e-15);
        assert!((first.expected_rank - 200.5).abs() < 1e-12);
    }
}
