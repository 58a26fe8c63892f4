//! Why no plan exists: a set of jurors and entries that can't be satisfied together.

use serde::{Deserialize, Serialize};

use super::instance::Instance;
use super::market::Market;
use super::network::Network;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CutKind {
    /// The entries need more places with these jurors than the jurors may take.
    TooFewPlaces,
    /// The jurors must be given more than the entries can bring them.
    TooFewEntries,
}

/// A minimum cut of the flow network, as two sets and two numbers: `need > capacity`.
///
/// `TooFewPlaces`: the entries need `need` scorecards that only these jurors can give (any other
/// juror they may have is used already), and these jurors may take `capacity`. With no jurors at
/// all, the entries simply have fewer eligible jurors than they need.
/// `TooFewEntries`: these jurors must be given at least `need`, and the entries that may go to
/// them fill at most `capacity`. Locked pairs are counted neither as need nor as capacity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cut {
    pub kind: CutKind,
    pub entries: Vec<u32>,
    pub jurors: Vec<u32>,
    pub need: i64,
    pub capacity: i64,
}

impl Cut {
    pub fn lacking(&self) -> i64 {
        self.need - self.capacity
    }

    /// How many more jurors would do, if each may score all these entries and takes as many as
    /// the freest of these jurors.
    pub fn jurors_to_invite(&self, instance: &Instance) -> i64 {
        let limits = self.jurors.iter().filter_map(|&juror| instance.jurors().get(juror as usize));
        let most = limits.map(|juror| i64::from(juror.max)).max().unwrap_or(1);
        let each = most.min(count(self.entries.len())).max(1);
        (self.lacking() + each - 1) / each
    }

    /// The lowest limit that would do, if these jurors were raised to it.
    pub fn limit_to_raise(&self, instance: &Instance) -> Option<u32> {
        let limits = self.jurors.iter().filter_map(|&juror| instance.jurors().get(juror as usize));
        let mut limits: Vec<i64> = limits.map(|juror| juror.max.into()).collect();
        limits.sort_unstable();
        let mut raised = 0;
        for (at, &limit) in limits.iter().enumerate() {
            // Raise the `at + 1` lowest together, up to the next one at most.
            raised += limit;
            let jurors = count(at + 1);
            let level = (raised + self.lacking() + jurors - 1) / jurors;
            if limits.get(at + 1).is_none_or(|&next| level <= next) {
                return u32::try_from(level).ok();
            }
        }
        None
    }
}

/// Entries that have fewer eligible jurors than they need.
pub(super) fn short_rows(market: &Market) -> Option<Cut> {
    let short = |&entry: &usize| market.row(entry).len() < market.need[entry] as usize;
    if !(0..market.entries()).any(|entry| short(&entry)) {
        return None;
    }
    Some(too_few_places(market, &vec![false; market.jurors()]))
}

/// The smallest cut found from the nodes of a network that could not be brought to balance.
pub(super) fn find(market: &Market, network: &Network) -> Cut {
    const SOURCES: usize = 64;
    let pool = network.jurors;
    let sources = (0..=pool).filter(|&node| network.excess[node] > 0).take(SOURCES);
    let closed = sources
        .map(|source| reachable(network, source))
        .filter(|reached| !reached[pool])
        .min_by_key(|reached| reached.iter().filter(|&&is_in| is_in).count());
    if let Some(reached) = closed {
        return too_few_places(market, &reached[..pool]);
    }
    let lacking = (0..pool).filter(|&node| network.excess[node] < 0).take(SOURCES);
    let reaching = lacking
        .map(|node| reaching(network, node))
        .min_by_key(|reaching| reaching.iter().filter(|&&is_in| is_in).count())
        .unwrap_or_else(|| vec![true; pool + 1]);
    too_few_entries(market, &reaching[..pool])
}

/// The nodes (jurors, then the pool) to which the source could pass on what it has too much.
fn reachable(network: &Network, source: usize) -> Vec<bool> {
    let pool = network.jurors;
    let mut reached = vec![false; pool + 1];
    let mut seen = vec![false; network.margin.len()];
    let mut open = vec![source];
    reached[source] = true;
    while let Some(node) = open.pop() {
        let mut visit = |next: usize| {
            if !reached[next] {
                reached[next] = true;
                open.push(next);
            }
        };
        if node == pool {
            (0..pool).filter(|&juror| network.surplus[juror] > 0).for_each(&mut visit);
            continue;
        }
        if network.surplus[node] < network.room[node] {
            visit(pool);
        }
        for &slot in &network.held[node] {
            let (entry, _) = network.slot_arc(slot);
            if !std::mem::replace(&mut seen[entry], true) {
                let free = network.start[entry] + network.need(entry)..network.start[entry + 1];
                network.juror[free].iter().for_each(|&juror| visit(juror as usize));
            }
        }
    }
    reached
}

/// The nodes that could pass something on to the one that has too little.
fn reaching(network: &Network, target: usize) -> Vec<bool> {
    let pool = network.jurors;
    let mut reaching = vec![false; pool + 1];
    reaching[target] = true;
    loop {
        let before = reaching.iter().filter(|&&is_in| is_in).count();
        for entry in 0..network.margin.len() {
            let held = network.start[entry]..network.start[entry] + network.need(entry);
            let free = held.end..network.start[entry + 1];
            if network.juror[free].iter().any(|&juror| reaching[juror as usize]) {
                for &juror in &network.juror[held] {
                    reaching[juror as usize] = true;
                }
            }
        }
        for juror in 0..pool {
            reaching[pool] |= reaching[juror] && network.surplus[juror] > 0;
            reaching[juror] |= reaching[pool] && network.surplus[juror] < network.room[juror];
        }
        if reaching.iter().filter(|&&is_in| is_in).count() == before {
            return reaching;
        }
    }
}

fn ids(set: impl Iterator<Item = usize>) -> Vec<u32> {
    set.filter_map(|id| u32::try_from(id).ok()).collect()
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

fn too_few_places(market: &Market, jurors: &[bool]) -> Cut {
    let (mut entries, mut need) = (Vec::new(), 0);
    let mut involved = vec![false; jurors.len()];
    for entry in 0..market.entries() {
        let row = &market.juror[market.row(entry)];
        let elsewhere = row.iter().filter(|&&juror| !jurors[juror as usize]).count();
        let forced = i64::from(market.need[entry]) - count(elsewhere);
        if forced > 0 {
            entries.push(entry);
            need += forced;
            for &juror in row {
                involved[juror as usize] = true;
            }
        }
    }
    let set: Vec<usize> = (0..jurors.len()).filter(|&juror| jurors[juror] && involved[juror]).collect();
    let capacity = set.iter().map(|&juror| market.hi[juror]).sum();
    let entries = ids(entries.into_iter());
    Cut { kind: CutKind::TooFewPlaces, entries, jurors: ids(set.into_iter()), need, capacity }
}

fn too_few_entries(market: &Market, jurors: &[bool]) -> Cut {
    let (mut entries, mut capacity) = (Vec::new(), 0);
    for entry in 0..market.entries() {
        let row = &market.juror[market.row(entry)];
        let inside = row.iter().filter(|&&juror| jurors[juror as usize]).count();
        let brought = count(inside).min(market.need[entry].into());
        if brought > 0 {
            entries.push(entry);
            capacity += brought;
        }
    }
    let set = (0..jurors.len()).filter(|&juror| jurors[juror]);
    let need = set.clone().map(|juror| market.lo[juror]).sum();
    let entries = ids(entries.into_iter());
    Cut { kind: CutKind::TooFewEntries, entries, jurors: ids(set), need, capacity }
}
