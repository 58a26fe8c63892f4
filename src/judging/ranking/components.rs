//! Which entries can be compared: the connected parts of the graph of who scored what.
//!
//! Two entries can be compared through the scores alone only if a chain of shared jurors and
//! shared entries links them. Across two parts, a difference of level between juries cannot be
//! told from a difference between entries.

use super::table::Table;

/// The connected parts of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Components {
    count: u32,
    of_entry: Vec<Option<u32>>,
    of_juror: Vec<Option<u32>>,
}

/// One extra scorecard that would join two parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bridge {
    pub entry: u32,
    pub juror: u32,
}

impl Components {
    /// Parts are numbered in the order of their first entry; what was never scored is in none.
    pub fn of(table: &Table) -> Self {
        let entries = table.entries() as usize;
        let mut forest = Forest::new(entries + table.jurors() as usize);
        for cell in table.cells() {
            forest.join(cell.entry as usize, entries + cell.juror as usize);
        }
        let mut scored = vec![false; forest.parent.len()];
        for cell in table.cells() {
            scored[cell.entry as usize] = true;
            scored[entries + cell.juror as usize] = true;
        }
        let mut number = vec![None; forest.parent.len()];
        let mut count = 0;
        let mut labels = Vec::with_capacity(forest.parent.len());
        for (node, &scored) in scored.iter().enumerate() {
            labels.push(scored.then(|| {
                let root = forest.root(node);
                *number[root].get_or_insert_with(|| {
                    count += 1;
                    count - 1
                })
            }));
        }
        let of_juror = labels.split_off(entries);
        Self { count, of_entry: labels, of_juror }
    }

    pub fn count(&self) -> u32 {
        self.count
    }

    pub fn of_entry(&self, entry: u32) -> Option<u32> {
        self.of_entry.get(entry as usize).copied().flatten()
    }

    pub fn of_juror(&self, juror: u32) -> Option<u32> {
        self.of_juror.get(juror as usize).copied().flatten()
    }

    /// The fewest scorecards that would join all parts: one less than there are parts. Each asks
    /// the least busy juror of the largest part to score an entry of another.
    pub fn bridges(&self, table: &Table) -> Vec<Bridge> {
        self.bridges_among(table, |_, _| true)
    }

    /// The same among the pairs (entry, juror) that may be: where the largest part has nobody for an
    /// entry of another, a juror of the other is asked for an entry of the largest. A part that no
    /// pair may join is left out.
    pub fn bridges_among(&self, table: &Table, may_be: impl Fn(u32, u32) -> bool) -> Vec<Bridge> {
        let mut sizes = vec![0_usize; self.count as usize];
        for part in self.of_entry.iter().flatten() {
            sizes[*part as usize] += 1;
        }
        let Some(main) = (0..self.count).max_by_key(|&part| (sizes[part as usize], u32::MAX - part)) else {
            return Vec::new();
        };
        let entry_counts: Vec<u32> = table.entry_means().iter().map(|mean| mean.0).collect();
        let mut loads: Vec<u32> = table.juror_means().iter().map(|mean| mean.0).collect();
        let mut between = |of_entries: u32, of_jurors: u32| {
            let entries = (0..table.entries()).filter(|&entry| self.of_entry(entry) == Some(of_entries));
            let mut entries: Vec<u32> = entries.collect();
            entries.sort_by_key(|&entry| entry_counts[entry as usize]);
            let mut jurors: Vec<u32> =
                (0..table.jurors()).filter(|&juror| self.of_juror(juror) == Some(of_jurors)).collect();
            jurors.sort_by_key(|&juror| loads[juror as usize]);
            let bridge = jurors.iter().find_map(|&juror| {
                let entry = entries.iter().copied().find(|&entry| may_be(entry, juror))?;
                Some(Bridge { entry, juror })
            })?;
            loads[bridge.juror as usize] += 1;
            Some(bridge)
        };
        (0..self.count)
            .filter(|&part| part != main)
            .filter_map(|part| between(part, main).or_else(|| between(main, part)))
            .collect()
    }
}

/// Disjoint sets, with the smaller hung under the larger and paths halved.
struct Forest {
    parent: Vec<usize>,
    size: Vec<u32>,
}

impl Forest {
    fn new(nodes: usize) -> Self {
        Self { parent: (0..nodes).collect(), size: vec![1; nodes] }
    }

    fn root(&mut self, mut node: usize) -> usize {
        while self.parent[node] != node {
            self.parent[node] = self.parent[self.parent[node]];
            node = self.parent[node];
        }
        node
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        if a == b {
            return;
        }
        let (small, large) = if self.size[a] < self.size[b] { (a, b) } else { (b, a) };
        self.parent[small] = large;
        self.size[large] += self.size[small];
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judging::ranking::table::Cell;

    fn table(pairs: &[(u32, u32)]) -> Table {
        let cells = pairs.iter().map(|&(entry, juror)| Cell { entry, juror, score: 1.0 }).collect();
        Table::new(5, 4, cells).unwrap()
    }

    #[test]
    fn two_blocks_are_two_parts_and_one_bridge_joins_them() {
        let blocks = [(0, 0), (1, 0), (1, 1), (2, 1), (3, 2), (4, 2)];
        let scores = table(&blocks);
        let parts = Components::of(&scores);
        assert_eq!(parts.count(), 2);
        assert_eq!(parts.of_entry(2), Some(0));
        assert_eq!(parts.of_entry(4), Some(1));
        assert_eq!(parts.of_juror(3), None);
        let bridges = parts.bridges(&scores);
        assert_eq!(bridges, [Bridge { entry: 3, juror: 0 }]);
        let mut joined = blocks.to_vec();
        joined.push((bridges[0].entry, bridges[0].juror));
        assert_eq!(Components::of(&table(&joined)).count(), 1);
    }

    #[test]
    fn a_bridge_is_only_a_pair_that_may_be() {
        let scores = table(&[(0, 0), (1, 0), (1, 1), (2, 1), (3, 2), (4, 2)]);
        let parts = Components::of(&scores);
        let first = parts.bridges_among(&scores, |entry, juror| (entry, juror) != (3, 0));
        assert_eq!(first, [Bridge { entry: 4, juror: 0 }]);
        let other_way = parts.bridges_among(&scores, |entry, _| entry < 3);
        assert_eq!(other_way, [Bridge { entry: 0, juror: 2 }]);
        assert!(parts.bridges_among(&scores, |_, _| false).is_empty());
    }

    #[test]
    fn nothing_scored_is_no_part() {
        let empty = table(&[]);
        let parts = Components::of(&empty);
        assert_eq!(parts.count(), 0);
        assert!(parts.bridges(&empty).is_empty());
    }
}
