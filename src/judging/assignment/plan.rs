//! A plan and what there is to say about it.

use super::certificate::Certificate;
use super::connect::Bridge;
use super::draft::Pair;
use super::instance::Instance;

/// Who scores what, with its proof.
#[derive(Debug, Clone)]
pub struct Plan {
    /// Sorted by entry, then juror; locked pairs included.
    pub pairs: Vec<Pair>,
    /// Total affinity.
    pub objective: i64,
    /// The lowest and the highest load of a juror who takes part.
    pub loads: (u32, u32),
    /// The lowest affinity of a pair that was free to choose.
    pub worst: Option<i64>,
    /// Groups of jurors whose scores can't be compared with one another: 1 is what one wants.
    pub components: usize,
    /// Pairs that are new against the plan to keep.
    pub changed: Option<usize>,
    pub certificate: Certificate,
}

impl Plan {
    pub fn bridges(&self) -> &[Bridge] {
        &self.certificate.bridges
    }
}

/// Total affinity of pairs, all of them allowed.
pub(super) fn objective(instance: &Instance, pairs: &[Pair]) -> i64 {
    pairs.iter().filter_map(|&pair| instance.affinity(pair)).sum()
}

pub(super) fn loads(jurors: usize, pairs: &[Pair]) -> Vec<u32> {
    let mut loads = vec![0; jurors];
    for &(_, juror) in pairs {
        loads[juror as usize] += 1;
    }
    loads
}

/// A label per juror: jurors are in one component when a chain of common entries links them.
/// The second value is the number of components among jurors who have an entry.
pub fn components(entries: usize, jurors: usize, pairs: &[Pair]) -> (Vec<u32>, usize) {
    let mut parent: Vec<u32> = (0..u32::try_from(jurors).unwrap_or(u32::MAX)).collect();
    let mut first = vec![None; entries];
    let mut used = vec![false; jurors];
    let mut count = 0;
    for &(entry, juror) in pairs {
        if !std::mem::replace(&mut used[juror as usize], true) {
            count += 1;
        }
        let other = *first[entry as usize].get_or_insert(juror);
        let (one, two) = (root(&mut parent, juror), root(&mut parent, other));
        if one != two {
            parent[one.max(two) as usize] = one.min(two);
            count -= 1;
        }
    }
    let labels = (0..parent.len()).map(|juror| root(&mut parent, u32::try_from(juror).unwrap_or(u32::MAX)));
    (labels.collect::<Vec<u32>>(), count)
}

fn root(parent: &mut [u32], mut node: u32) -> u32 {
    while parent[node as usize] != node {
        parent[node as usize] = parent[parent[node as usize] as usize];
        node = parent[node as usize];
    }
    node
}
