//! Exact finish: from any prices to an optimal plan, or to the cut that forbids one.
//!
//! The primal-dual method for minimum-cost flow (Ford & Fulkerson 1962; Ahuja, Magnanti & Orlin,
//! *Network Flows*, 1993, §9.8): reduced costs are never negative; each phase measures how far
//! the nearest node with too little is from those with too much (Dijkstra), raises prices by that
//! distance, and sends as much as it can along arcs of reduced cost zero, level by level (Dinic
//! 1970). Distances are measured juror to juror, through the entries they hold, within a radius
//! that grows only when nothing is found.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::network::Network;

/// Further than any distance.
const UNREACHED: i64 = i64::MAX / 4;

/// Nothing that is short can be reached from what is in excess: there is no plan, and the
/// network, as it stands, shows why.
#[derive(Debug)]
pub(super) struct Stuck;

/// Bring the network to balance at minimum cost.
pub(super) fn balance(network: &mut Network) -> Result<(), Stuck> {
    let mut search = Search::new(network);
    let mut radius = 1;
    while network.excess.iter().any(|&excess| excess > 0) {
        match search.measure(network, radius) {
            Found::Nothing => return Err(Stuck),
            Found::OutOfRadius => {
                search.raise(network, radius);
                radius = radius.saturating_mul(4).min(UNREACHED / 4);
            }
            Found::At(distance) => {
                search.raise(network, distance);
                search.send(network);
                radius = distance.saturating_mul(2).clamp(1, UNREACHED / 4);
            }
        }
    }
    Ok(())
}

enum Found {
    At(i64),
    OutOfRadius,
    Nothing,
}

struct Search {
    /// Distance and number of steps from a node with too much (jurors, then the pool).
    distance: Vec<i64>,
    level: Vec<u32>,
    entry_distance: Vec<i64>,
    heap: BinaryHeap<Reverse<(i64, u32, u32)>>,
    /// Nodes from which nothing more can be sent in this phase.
    dead: Vec<bool>,
    stack: Vec<Frame>,
}

/// A node on the path being searched, and how far its arcs have been tried: `slot` 0 is the way
/// to the pool, the others the slots the juror fills (for the pool: the jurors).
struct Frame {
    node: usize,
    slot: usize,
    arc: usize,
}

impl Search {
    fn new(network: &Network) -> Self {
        let nodes = network.jurors + 1;
        Self {
            distance: vec![UNREACHED; nodes],
            level: vec![0; nodes],
            entry_distance: vec![UNREACHED; network.margin.len()],
            heap: BinaryHeap::new(),
            dead: vec![false; nodes],
            stack: Vec::new(),
        }
    }

    fn reach(&mut self, node: usize, distance: i64, level: u32) {
        if (distance, level) < (self.distance[node], self.level[node]) {
            self.distance[node] = distance;
            self.level[node] = level;
            self.heap.push(Reverse((distance, level, u32::try_from(node).unwrap_or(u32::MAX))));
        }
    }

    /// Distances from the nodes with too much, up to the nearest node with too little.
    fn measure(&mut self, network: &mut Network, radius: i64) -> Found {
        let pool = network.jurors;
        self.distance.fill(UNREACHED);
        self.level.fill(u32::MAX);
        self.entry_distance.fill(UNREACHED);
        self.heap.clear();
        for node in 0..=pool {
            if network.excess[node] > 0 {
                self.reach(node, 0, 0);
            }
        }
        let (mut bound, mut found, mut cut_short) = (radius, false, false);
        while let Some(Reverse((distance, level, node))) = self.heap.pop() {
            let node = node as usize;
            if distance > bound {
                break;
            }
            if (distance, level) > (self.distance[node], self.level[node]) {
                continue;
            }
            if network.excess[node] < 0 {
                bound = distance;
                found = true;
                continue;
            }
            let price = network.price(node);
            if node == pool {
                for juror in 0..pool {
                    if network.surplus[juror] > 0 {
                        let further = distance + network.price(juror) - price;
                        if further <= bound {
                            self.reach(juror, further, level + 1);
                        } else {
                            cut_short = true;
                        }
                    }
                }
                continue;
            }
            if network.surplus[node] < network.room[node] {
                let further = distance + network.rise[pool] - price;
                if further <= bound {
                    self.reach(pool, further, level + 1);
                } else {
                    cut_short = true;
                }
            }
            let rise = network.rise[node];
            for at in 0..network.held[node].len() {
                let (entry, arc) = network.slot_arc(network.held[node][at]);
                let base = distance + network.value[arc] - rise;
                let here = base - network.margin[entry];
                if here >= self.entry_distance[entry] {
                    continue;
                }
                if here > bound {
                    cut_short = true;
                    continue;
                }
                self.entry_distance[entry] = here;
                let (arcs, others) = network.near_arcs(entry, base - bound);
                cut_short |= others;
                for arc in arcs {
                    let value = network.value[arc];
                    if value < base - bound {
                        cut_short = true;
                        break;
                    }
                    let next = network.juror[arc] as usize;
                    let further = base - value + network.rise[next];
                    if further <= bound {
                        self.reach(next, further, level + 1);
                        if network.excess[next] < 0 {
                            bound = bound.min(further);
                            found = true;
                        }
                    } else {
                        cut_short = true;
                    }
                }
            }
        }
        if found {
            Found::At(bound)
        } else if cut_short {
            Found::OutOfRadius
        } else {
            Found::Nothing
        }
    }

    /// Raise the prices of all that is nearer than `distance`; reduced costs stay non-negative.
    fn raise(&self, network: &mut Network, distance: i64) {
        for (node, &near) in self.distance.iter().enumerate() {
            network.rise[node] += (distance - near).max(0);
        }
        for (entry, &near) in self.entry_distance.iter().enumerate() {
            network.margin[entry] -= (distance - near).max(0);
        }
    }

    /// Send along arcs of reduced cost zero that lead one level up, until no path is left.
    fn send(&mut self, network: &mut Network) {
        self.dead.fill(false);
        for source in 0..=network.jurors {
            while network.excess[source] > 0 && self.find_path(network, source) {
                self.send_one(network, source);
            }
        }
    }

    fn find_path(&mut self, network: &mut Network, source: usize) -> bool {
        self.stack.clear();
        self.stack.push(Frame { node: source, slot: 0, arc: 0 });
        while let Some(mut frame) = self.stack.pop() {
            if network.excess[frame.node] < 0 {
                self.stack.push(frame);
                return true;
            }
            let node = frame.node;
            if let Some(next) = self.advance(network, &mut frame) {
                self.stack.push(frame);
                self.stack.push(Frame { node: next, slot: 0, arc: 0 });
            } else {
                self.dead[node] = true;
            }
        }
        false
    }

    /// The next node that can be reached from the frame's node.
    fn advance(&self, network: &mut Network, frame: &mut Frame) -> Option<usize> {
        let (pool, node) = (network.jurors, frame.node);
        let open = |next: usize| !self.dead[next] && self.level[next] == self.level[node] + 1;
        if node == pool {
            while frame.slot < pool {
                let juror = frame.slot;
                frame.slot += 1;
                if network.surplus[juror] > 0 && open(juror) && network.price(juror) == network.rise[pool] {
                    return Some(juror);
                }
            }
            return None;
        }
        if frame.slot == 0 {
            frame.slot = 1;
            if network.surplus[node] < network.room[node] && open(pool) && network.price(node) == network.rise[pool] {
                return Some(pool);
            }
        }
        while let Some(&slot) = network.held[node].get(frame.slot - 1) {
            let (entry, arc) = network.slot_arc(slot);
            let margin = network.margin[entry];
            if network.value[arc] - network.rise[node] == margin {
                let (arcs, _) = network.near_arcs(entry, margin);
                for arc in arcs.start.max(frame.arc)..arcs.end {
                    if network.value[arc] < margin {
                        break;
                    }
                    let next = network.juror[arc] as usize;
                    if network.value[arc] - network.rise[next] == margin && open(next) {
                        frame.arc = arc + 1;
                        return Some(next);
                    }
                }
            }
            frame.slot += 1;
            frame.arc = 0;
        }
        None
    }

    /// Move one unit along the path on the stack.
    fn send_one(&mut self, network: &mut Network, source: usize) {
        let pool = network.jurors;
        // Slots first: handing over reorders the lists that the frames point into.
        let mut moves = Vec::with_capacity(self.stack.len());
        for pair in self.stack.windows(2) {
            let (from, to) = (&pair[0], pair[1].node);
            if from.node == pool {
                network.surplus[to] -= 1;
            } else if to == pool {
                network.surplus[from.node] += 1;
            } else {
                moves.push((network.held[from.node][from.slot - 1], to));
            }
        }
        for (slot, to) in moves {
            network.hand_over(slot, u32::try_from(to).unwrap_or(u32::MAX));
        }
        if let Some(last) = self.stack.last() {
            network.excess[last.node] += 1;
            network.excess[source] -= 1;
        }
    }
}
