//! The scores arranged for the model: one factor eliminated, the smaller one kept dense.

use super::table::Table;

/// Scores grouped by the larger factor, with only the entries and jurors that have any.
#[derive(Clone, Debug)]
pub(super) struct Design {
    /// The entries are the eliminated factor; otherwise the jurors are.
    pub entries_first: bool,
    /// Original number of each level of the eliminated factor, and of the dense one.
    pub first_ids: Vec<u32>,
    pub second_ids: Vec<u32>,
    /// Scores `starts[i]..starts[i + 1]` belong to level i of the eliminated factor.
    starts: Vec<usize>,
    seconds: Vec<u32>,
    scores: Vec<f64>,
    /// What was subtracted from every score, so that sums of squares keep their digits.
    pub centre: f64,
    pub second_counts: Vec<f64>,
}

impl Design {
    pub fn new(table: &Table) -> Self {
        let entries = compact(table.entries(), table.cells().iter().map(|c| c.entry));
        let jurors = compact(table.jurors(), table.cells().iter().map(|c| c.juror));
        let entries_first = entries.ids.len() >= jurors.ids.len();
        let n = table.cells().len();
        let centre = table.cells().iter().map(|c| c.score).sum::<f64>() / n.max(1) as f64;
        let mut cells: Vec<(u32, u32, f64)> = table
            .cells()
            .iter()
            .map(|c| {
                let entry = entries.index[c.entry as usize];
                let juror = jurors.index[c.juror as usize];
                let (first, second) = if entries_first { (entry, juror) } else { (juror, entry) };
                (first, second, c.score - centre)
            })
            .collect();
        cells.sort_unstable_by_key(|&(first, second, _)| (first, second));
        let (first_ids, second_ids) = if entries_first { (entries.ids, jurors.ids) } else { (jurors.ids, entries.ids) };
        let mut starts = vec![0; first_ids.len() + 1];
        let mut second_counts = vec![0.0; second_ids.len()];
        for &(first, second, _) in &cells {
            starts[first as usize + 1] += 1;
            second_counts[second as usize] += 1.0;
        }
        for i in 0..first_ids.len() {
            starts[i + 1] += starts[i];
        }
        Self {
            entries_first,
            first_ids,
            second_ids,
            starts,
            seconds: cells.iter().map(|c| c.1).collect(),
            scores: cells.iter().map(|c| c.2).collect(),
            centre,
            second_counts,
        }
    }

    /// Number of scores.
    pub fn n(&self) -> usize {
        self.scores.len()
    }

    pub fn firsts(&self) -> usize {
        self.first_ids.len()
    }

    pub fn seconds(&self) -> usize {
        self.second_ids.len()
    }

    /// The dense levels met by level `first`, and the centred scores, in parallel.
    pub fn group(&self, first: usize) -> (&[u32], &[f64]) {
        let range = self.starts[first]..self.starts[first + 1];
        (&self.seconds[range.clone()], &self.scores[range])
    }

    pub fn groups(&self) -> impl Iterator<Item = (&[u32], &[f64])> {
        (0..self.firsts()).map(|first| self.group(first))
    }

    /// The largest number of scores of one level, for the eliminated and the dense factor.
    pub fn most_repeated(&self) -> (usize, f64) {
        let first = self.starts.windows(2).map(|w| w[1] - w[0]).max().unwrap_or(0);
        let second = self.second_counts.iter().copied().fold(0.0, f64::max);
        (first, second)
    }
}

struct Compact {
    ids: Vec<u32>,
    index: Vec<u32>,
}

fn compact(size: u32, used: impl Iterator<Item = u32>) -> Compact {
    let mut present = vec![false; size as usize];
    for id in used {
        present[id as usize] = true;
    }
    let mut ids = Vec::new();
    let mut index = vec![u32::MAX; size as usize];
    let mut next = 0;
    for (id, present) in (0..size).zip(present) {
        if present {
            index[id as usize] = next;
            ids.push(id);
            next += 1;
        }
    }
    Compact { ids, index }
}
