//! The table of scores that the model reads: one line per scorecard.

use std::collections::HashSet;

use super::weighted::Scorecard;

/// Scores beyond this are refused: their squares must stay far from the end of the range.
const SCORE_LIMIT: f64 = 1.0e9;

/// The score one juror gave one entry, in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cell {
    pub entry: u32,
    pub juror: u32,
    pub score: f64,
}

/// Checked scores: every number finite, every pair at most once, every index in range.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    entries: u32,
    jurors: u32,
    cells: Vec<Cell>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TableError {
    #[error("score {at} is not a number below a billion")]
    NotFinite { at: usize },
    #[error("score {at} names an entry or a juror that does not exist")]
    Unknown { at: usize },
    #[error("score {at} repeats juror {juror} on entry {entry}")]
    Duplicate { at: usize, entry: u32, juror: u32 },
}

impl Table {
    pub fn new(entries: u32, jurors: u32, cells: Vec<Cell>) -> Result<Self, TableError> {
        let mut seen = HashSet::with_capacity(cells.len());
        for (at, &Cell { entry, juror, score }) in cells.iter().enumerate() {
            if !score.is_finite() || score.abs() > SCORE_LIMIT {
                return Err(TableError::NotFinite { at });
            }
            if entry >= entries || juror >= jurors {
                return Err(TableError::Unknown { at });
            }
            if !seen.insert((entry, juror)) {
                return Err(TableError::Duplicate { at, entry, juror });
            }
        }
        Ok(Self { entries, jurors, cells })
    }

    /// The weighted totals of scorecards; those without a mark that counts are left out.
    pub fn of_totals(entries: u32, jurors: u32, weights: &[u32], cards: &[Scorecard]) -> Result<Self, TableError> {
        Self::of(entries, jurors, cards, |marks| {
            let (mut sum, mut weight) = (0.0, 0.0);
            for (&w, mark) in weights.iter().zip(marks) {
                if let Some(mark) = mark {
                    sum += f64::from(w) * *mark as f64;
                    weight += f64::from(w);
                }
            }
            (weight > 0.0).then(|| sum / weight / 100.0)
        })
    }

    /// The marks on one criterion.
    pub fn of_criterion(entries: u32, jurors: u32, criterion: usize, cards: &[Scorecard]) -> Result<Self, TableError> {
        Self::of(entries, jurors, cards, |marks| {
            let mark = marks.get(criterion).copied().flatten()?;
            Some(mark as f64 / 100.0)
        })
    }

    fn of(
        entries: u32,
        jurors: u32,
        cards: &[Scorecard],
        score: impl Fn(&[Option<i64>]) -> Option<f64>,
    ) -> Result<Self, TableError> {
        let cells = cards
            .iter()
            .filter_map(|card| Some(Cell { entry: card.entry, juror: card.juror, score: score(&card.marks)? }))
            .collect();
        Self::new(entries, jurors, cells)
    }

    pub fn entries(&self) -> u32 {
        self.entries
    }

    pub fn jurors(&self) -> u32 {
        self.jurors
    }

    pub fn cells(&self) -> &[Cell] {
        &self.cells
    }

    /// Number of scores and mean score of every entry; `None` for an entry never scored.
    pub fn entry_means(&self) -> Vec<(u32, Option<f64>)> {
        means(self.entries, self.cells.iter().map(|c| (c.entry, c.score)))
    }

    /// Number of scores and mean score of every juror.
    pub fn juror_means(&self) -> Vec<(u32, Option<f64>)> {
        means(self.jurors, self.cells.iter().map(|c| (c.juror, c.score)))
    }
}

fn means(size: u32, scores: impl Iterator<Item = (u32, f64)>) -> Vec<(u32, Option<f64>)> {
    let mut sums = vec![(0_u32, 0.0); size as usize];
    for (at, score) in scores {
        let (count, sum) = &mut sums[at as usize];
        *count += 1;
        *sum += score;
    }
    sums.into_iter().map(|(count, sum)| (count, (count > 0).then(|| sum / f64::from(count)))).collect()
}
