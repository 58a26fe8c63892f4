//! A checked instance: the pairs that may be chosen, entry by entry.

use super::draft::{Affinity, Draft, DraftError, EntrySpec, JurorSpec, Pair, Place, Problem};

/// Entries, jurors and the allowed pairs, with every promise of [`Draft`] checked.
///
/// Invariants: rows are sorted by juror without duplicates; conflicts and pairs outside panel or
/// language are gone; every locked pair is allowed and fits the needs and loads; sums of
/// affinities, and the solver's prices, fit an `i64`.
#[derive(Debug, Clone)]
pub struct Instance {
    entries: Vec<EntrySpec>,
    jurors: Vec<JurorSpec>,
    start: Vec<usize>,
    juror: Vec<u32>,
    affinity: Vec<i64>,
    locked: Vec<Pair>,
}

impl Instance {
    pub fn new(draft: Draft) -> Result<Self, DraftError> {
        check_people(&draft)?;
        let conflicts = sorted_conflicts(&draft)?;
        let (start, juror, affinity) = allowed_rows(&draft, &conflicts)?;
        let mut instance =
            Self { entries: draft.entries, jurors: draft.jurors, start, juror, affinity, locked: Vec::new() };
        instance.lock(&draft.locked, &conflicts)?;
        Ok(instance)
    }

    pub fn entries(&self) -> &[EntrySpec] {
        &self.entries
    }

    pub fn jurors(&self) -> &[JurorSpec] {
        &self.jurors
    }

    /// The pairs that must be in the plan, sorted.
    pub fn locked(&self) -> &[Pair] {
        &self.locked
    }

    /// How many pairs are allowed.
    pub fn pair_count(&self) -> usize {
        self.juror.len()
    }

    /// The allowed jurors of an entry with their affinity, by juror.
    pub fn row(&self, entry: u32) -> impl Iterator<Item = (u32, i64)> + '_ {
        let range = self.range(entry);
        self.juror[range.clone()].iter().copied().zip(self.affinity[range].iter().copied())
    }

    /// The affinity of a pair, or nothing when it is not allowed.
    pub fn affinity(&self, (entry, juror): Pair) -> Option<i64> {
        let range = self.range(entry);
        let at = self.juror[range.clone()].binary_search(&juror).ok()?;
        Some(self.affinity[range.start + at])
    }

    fn range(&self, entry: u32) -> std::ops::Range<usize> {
        let entry = entry as usize;
        match (self.start.get(entry), self.start.get(entry + 1)) {
            (Some(&from), Some(&to)) => from..to,
            _ => 0..0,
        }
    }

    fn lock(&mut self, pairs: &[Pair], conflicts: &[Pair]) -> Result<(), DraftError> {
        let mut by_entry = vec![0; self.entries.len()];
        let mut by_juror = vec![0; self.jurors.len()];
        let mut seen = std::collections::BTreeSet::new();
        for (at, &pair) in pairs.iter().enumerate() {
            let place = Place::Lock(at);
            let (entry, juror) = pair;
            check_pair(pair, self.entries.len(), self.jurors.len(), place)?;
            if !seen.insert(pair) {
                return Err(Problem::DuplicatePair(pair).at(place));
            }
            if conflicts.binary_search(&pair).is_ok() {
                return Err(Problem::LockedConflict(pair).at(place));
            }
            if self.affinity(pair).is_none() {
                return Err(Problem::LockedNotAllowed(pair).at(place));
            }
            by_entry[entry as usize] += 1;
            by_juror[juror as usize] += 1;
            let need = self.entries[entry as usize].need;
            if by_entry[entry as usize] > need {
                return Err(Problem::LocksAboveNeed { entry, need }.at(place));
            }
            let max = self.jurors[juror as usize].max;
            if by_juror[juror as usize] > max {
                return Err(Problem::LocksAboveMax { juror, max }.at(place));
            }
        }
        self.locked = seen.into_iter().collect();
        Ok(())
    }
}

fn check_people(draft: &Draft) -> Result<(), DraftError> {
    let limit = u32::MAX as usize / 4;
    let needed = draft.entries.iter().try_fold(0_u32, |sum, entry| sum.checked_add(entry.need));
    let capacity = draft.jurors.iter().try_fold(0_u64, |sum, juror| sum.checked_add(juror.max.into()));
    let counts = [draft.entries.len(), draft.jurors.len(), draft.affinities.len()];
    let Some(needed) = needed.filter(|&needed| needed < u32::MAX / 4) else {
        return Err(Problem::TooMany.at(Place::Whole));
    };
    if capacity.is_none() || counts.iter().any(|&count| count > limit) {
        return Err(Problem::TooMany.at(Place::Whole));
    }
    for (at, entry) in draft.entries.iter().enumerate() {
        if entry.need as usize > draft.jurors.len() {
            let problem = Problem::NeedAboveJurors { need: entry.need, jurors: draft.jurors.len() };
            return Err(problem.at(Place::Entry(at)));
        }
    }
    for (at, juror) in draft.jurors.iter().enumerate() {
        if juror.min > juror.max {
            return Err(Problem::MinAboveMax { min: juror.min, max: juror.max }.at(Place::Juror(at)));
        }
    }
    let head = headroom(needed, draft.jurors.len());
    for (at, affinity) in draft.affinities.iter().enumerate() {
        if !fits(affinity.value, head) {
            return Err(Problem::Overflow.at(Place::Affinity(at)));
        }
    }
    Ok(())
}

/// How many times the largest weight the solver's sums and prices may reach.
pub(super) fn headroom(needed: u32, jurors: usize) -> i64 {
    let jurors = i64::try_from(jurors).unwrap_or(i64::MAX);
    jurors.saturating_add(4).saturating_mul(4).saturating_add(needed.into()).saturating_mul(16)
}

/// Does a sum of `headroom` such weights fit an `i64`?
pub(super) fn fits(weight: i64, headroom: i64) -> bool {
    weight.checked_abs().and_then(|size| size.checked_mul(headroom)).is_some()
}

fn check_pair((entry, juror): Pair, entries: usize, jurors: usize, place: Place) -> Result<(), DraftError> {
    if entry as usize >= entries {
        return Err(Problem::UnknownEntry(entry).at(place));
    }
    if juror as usize >= jurors {
        return Err(Problem::UnknownJuror(juror).at(place));
    }
    Ok(())
}

fn sorted_conflicts(draft: &Draft) -> Result<Vec<Pair>, DraftError> {
    for (at, &pair) in draft.conflicts.iter().enumerate() {
        check_pair(pair, draft.entries.len(), draft.jurors.len(), Place::Conflict(at))?;
    }
    let mut conflicts = draft.conflicts.clone();
    conflicts.sort_unstable();
    conflicts.dedup();
    Ok(conflicts)
}

type Rows = (Vec<usize>, Vec<u32>, Vec<i64>);

/// The affinities in order of entry and juror, without what is not allowed.
fn allowed_rows(draft: &Draft, conflicts: &[Pair]) -> Result<Rows, DraftError> {
    let affinities = &draft.affinities;
    let key = |affinity: &Affinity| (affinity.entry, affinity.juror);
    for (at, affinity) in affinities.iter().enumerate() {
        check_pair(key(affinity), draft.entries.len(), draft.jurors.len(), Place::Affinity(at))?;
    }
    let is_sorted = affinities.is_sorted_by_key(key);
    let mut order: Vec<u32> = (0..u32::try_from(affinities.len()).unwrap_or(u32::MAX)).collect();
    if !is_sorted {
        order.sort_by_key(|&at| key(&affinities[at as usize]));
    }
    let filter = Eligibility::new(draft);
    let mut start = Vec::with_capacity(draft.entries.len() + 1);
    let mut juror = Vec::with_capacity(affinities.len());
    let mut value = Vec::with_capacity(affinities.len());
    let mut conflicts = conflicts.iter().copied().peekable();
    let mut previous = None;
    start.push(0);
    for at in order {
        let at = at as usize;
        let pair = key(&affinities[at]);
        if previous == Some(pair) {
            return Err(Problem::DuplicatePair(pair).at(Place::Affinity(at)));
        }
        previous = Some(pair);
        while start.len() <= pair.0 as usize {
            start.push(juror.len());
        }
        while conflicts.next_if(|&conflict| conflict < pair).is_some() {}
        if conflicts.peek() == Some(&pair) || !filter.allows(draft, pair) {
            continue;
        }
        juror.push(pair.1);
        value.push(affinities[at].value);
    }
    start.resize(draft.entries.len() + 1, juror.len());
    Ok((start, juror, value))
}

/// Which jurors may score an entry at all, by panel and language.
struct Eligibility {
    panel: bool,
    language: bool,
}

impl Eligibility {
    fn new(draft: &Draft) -> Self {
        Self { panel: draft.by_panel, language: draft.by_language }
    }

    /// An entry without panel or language is open to all.
    fn allows(&self, draft: &Draft, (entry, juror): Pair) -> bool {
        let (entry, juror) = (&draft.entries[entry as usize], &draft.jurors[juror as usize]);
        let serves = |wish: &Option<String>, offer: &[String]| wish.as_ref().is_none_or(|wish| offer.contains(wish));
        (!self.panel || serves(&entry.panel, &juror.panels))
            && (!self.language || serves(&entry.language, &juror.languages))
    }
}
