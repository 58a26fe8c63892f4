//! What it takes to change the podium: without one juror, with one mark a step away, with
//! slightly other weights. Every answer is a full ranking again, by the method of the rules.
//!
//! Where places are given in each category, the podium is that of every category, one after
//! another: a juror's severity is learned from all of them.

use std::collections::HashMap;

use super::decimal::Decimal6;
use super::draws::share;
use super::fit::Fit;
use super::official::{Official, RankingError, Round, official, official_near};
use super::weighted::Scorecard;

/// Ranks and entries of a podium; of several groups, one after another.
pub type Podium = Vec<(u32, u32)>;

/// The podium without one juror.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WithoutJuror {
    pub juror: u32,
    pub podium: Podium,
    pub changed: bool,
}

/// A podium that one mark, a step higher or lower, would change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OneStep {
    /// Position of the scorecard.
    pub card: usize,
    pub criterion: usize,
    /// The change, in hundredths of a point.
    pub change: i64,
    pub podium: Podium,
}

/// The smallest change of one weight that changes the podium.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WeightShift {
    pub criterion: usize,
    /// In basis points.
    pub change: i64,
    pub podium: Podium,
}

/// What was tried, and whether that was everything.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tried<T> {
    pub found: Vec<T>,
    /// How many rankings were computed at most.
    pub tried: usize,
    /// Every possibility was computed; otherwise only those the allowed work reached.
    pub complete: bool,
}

/// The scale of the marks, in hundredths.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scale {
    pub min: i64,
    pub max: i64,
    pub step: i64,
}

/// Tests a podium; `limit` bounds the number of rankings computed by each test.
pub struct Robustness<'a> {
    round: Round<'a>,
    top: u32,
    limit: usize,
    groups: Vec<u32>,
    official: Official,
    podium: Podium,
}

impl<'a> Robustness<'a> {
    pub fn new(round: Round<'a>, top: u32, limit: usize) -> Result<Self, RankingError> {
        let official = official(&round)?;
        let groups = vec![0; round.entries as usize];
        Ok(Self { podium: official.podium(&groups, top), round, top, limit, groups, official })
    }

    /// The same with a podium in each group; `groups` has the group of each entry.
    #[must_use]
    pub fn within(mut self, groups: &[u32]) -> Self {
        self.podium = self.official.podium(groups, self.top);
        self.groups = groups.to_vec();
        self
    }

    pub fn podium(&self) -> &Podium {
        &self.podium
    }

    fn fit(&self) -> Option<&Fit> {
        self.official.model.as_ref().and_then(|m| m.as_ref().ok())
    }

    /// The podium of other scorecards or weights.
    fn podium_of(&self, weights: &[u32], cards: &[Scorecard]) -> Result<Podium, RankingError> {
        let round = Round { weights, cards, threads: 1, ..self.round };
        Ok(official_near(&round, self.fit())?.podium(&self.groups, self.top))
    }

    /// The podium without each juror who scored.
    pub fn without_jurors(&self) -> Result<Tried<WithoutJuror>, RankingError> {
        let mut jurors: Vec<u32> = self.round.cards.iter().map(|c| c.juror).collect();
        jurors.sort_unstable();
        jurors.dedup();
        let complete = jurors.len() <= self.limit;
        if !complete {
            // The jurors of entries nearest to the last place of their podium first.
            let mut gaps: HashMap<u32, i64> = HashMap::new();
            for card in self.round.cards {
                let gap = gaps.entry(card.juror).or_insert(i64::MAX);
                *gap = (*gap).min(self.gap(card.entry));
            }
            jurors.sort_by_key(|juror| gaps.get(juror).copied());
            jurors.truncate(self.limit);
            jurors.sort_unstable();
        }
        let podiums = self.each(&jurors, |&juror| {
            let cards: Vec<Scorecard> = self.round.cards.iter().filter(|c| c.juror != juror).cloned().collect();
            self.podium_of(self.round.weights, &cards)
        })?;
        let tried = jurors.len();
        let found = jurors
            .into_iter()
            .zip(podiums)
            .map(|(juror, podium)| WithoutJuror { juror, changed: podium != self.podium, podium })
            .collect();
        Ok(Tried { found, tried, complete })
    }

    /// Every single mark that changes the podium when it moves by one step of the scale.
    pub fn one_step(&self, scale: Scale) -> Result<Tried<OneStep>, RankingError> {
        let mut trials: Vec<(usize, usize, i64)> = Vec::new();
        for (card, scorecard) in self.round.cards.iter().enumerate() {
            for (criterion, mark) in scorecard.marks.iter().enumerate() {
                let Some(mark) = mark else { continue };
                for change in [scale.step, -scale.step] {
                    let moved = mark + change;
                    let inside = (scale.min..=scale.max).contains(&moved);
                    if inside && self.may_matter(scorecard, criterion, change) {
                        trials.push((card, criterion, change));
                    }
                }
            }
        }
        let complete = trials.len() <= self.limit;
        if !complete {
            // The marks of entries nearest to the last place of their podium first.
            trials.sort_by_key(|&(card, ..)| self.gap(self.round.cards[card].entry));
            trials.truncate(self.limit);
            trials.sort_unstable();
        }
        let tried = trials.len();
        let podiums = self.each(&trials, |&(card, criterion, change)| {
            let mut cards = self.round.cards.to_vec();
            if let Some(mark) = &mut cards[card].marks[criterion] {
                *mark += change;
            }
            self.podium_of(self.round.weights, &cards)
        })?;
        let found = trials
            .into_iter()
            .zip(podiums)
            .filter(|(_, podium)| *podium != self.podium)
            .map(|((card, criterion, change), podium)| OneStep { card, criterion, change, podium })
            .collect();
        Ok(Tried { found, tried, complete })
    }

    /// The lowest score on the podium of an entry's group, in millionths.
    fn lowest(&self, entry: u32) -> Option<i64> {
        let group = self.groups.get(entry as usize);
        let on_podium = self.podium.iter().filter(|&&(_, e)| self.groups.get(e as usize) == group);
        on_podium.filter_map(|&(_, e)| self.official.scores[e as usize]).min().map(Decimal6::micros)
    }

    /// How far an entry is from the last place of its podium.
    fn gap(&self, entry: u32) -> i64 {
        match (self.official.scores[entry as usize], self.lowest(entry)) {
            (Some(score), Some(lowest)) => (score.micros() - lowest).abs(),
            _ => i64::MAX,
        }
    }

    /// Under plain means, a mark moves only its own entry, and by no more than itself: an entry
    /// that stays below the podium can't change it. Under the model every mark may matter.
    fn may_matter(&self, card: &Scorecard, criterion: usize, change: i64) -> bool {
        if self.official.model.is_some() || self.round.tie_breaks.contains(&criterion) {
            return true;
        }
        let entry = card.entry as usize;
        let on_podium = self.podium.iter().any(|&(_, e)| e == card.entry);
        match (self.official.scores[entry], self.lowest(card.entry)) {
            (Some(score), Some(lowest)) if !on_podium => {
                // A hundredth is ten thousand millionths.
                change > 0 && score.micros() + change.saturating_mul(10_000) >= lowest
            }
            _ => true,
        }
    }

    /// For each criterion and direction, the smallest change of its weight, up to a tenth of it,
    /// that changes the podium.
    pub fn weight_shifts(&self) -> Result<Tried<WeightShift>, RankingError> {
        let weights = self.round.weights;
        let mut directions: Vec<(usize, i64, i64)> = Vec::new();
        for (criterion, &weight) in weights.iter().enumerate() {
            let reach = i64::from(weight / 10);
            directions.push((criterion, 1, reach));
            directions.push((criterion, -1, reach));
        }
        let work: i64 = directions.iter().map(|d| d.2).sum();
        let complete = usize::try_from(work).is_ok_and(|work| work <= self.limit);
        // Without room for every basis point, a coarser grid, and the answer says so.
        let stride = if complete {
            1
        } else {
            let limit = i64::try_from(self.limit.max(1)).unwrap_or(i64::MAX);
            work / limit + 1
        };
        let firsts = self.each(&directions, |&(criterion, sign, reach)| {
            let mut size = stride;
            while size <= reach {
                let mut shifted = weights.to_vec();
                shifted[criterion] = shifted[criterion].saturating_add_signed(i32::try_from(sign * size).unwrap_or(0));
                let podium = self.podium_of(&shifted, self.round.cards)?;
                if podium != self.podium {
                    return Ok(Some(WeightShift { criterion, change: sign * size, podium }));
                }
                size += stride;
            }
            Ok(None)
        })?;
        let tried = usize::try_from(work / stride).unwrap_or(usize::MAX);
        Ok(Tried { found: firsts.into_iter().flatten().collect(), tried, complete })
    }

    /// Runs one computation per item on the round's threads.
    fn each<I: Sync, T: Send>(
        &self,
        items: &[I],
        work: impl Fn(&I) -> Result<T, RankingError> + Sync,
    ) -> Result<Vec<T>, RankingError> {
        let mut answers: Vec<Option<Result<T, RankingError>>> = items.iter().map(|_| None).collect();
        share(self.round.threads, items.iter().zip(&mut answers), |(item, answer)| {
            *answer = Some(work(item));
        });
        answers.into_iter().flatten().collect()
    }
}
