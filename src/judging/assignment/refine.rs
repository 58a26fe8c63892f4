//! When the opening prices are far off: a plan that is optimal but for ε, with ε falling.
//!
//! Whole groups of jurors may have to rise together (all entries want the same few), and ties may
//! hide it from steps along one axis. Cost scaling (Goldberg & Tarjan 1990) always gets there: a
//! juror with too much gives up the entries that lose least by it, and rises by what the last of
//! them loses and ε more, so that everyone's price moves. It is the ε-scaled auction of Bertsekas
//! seen from the jurors. The exact finish remains with `route`.

use std::collections::VecDeque;

use super::network::Network;

/// A plan of which less than this part is out of balance is left to `route`.
const FINE: i64 = 20;

/// Improve prices and plan until ε is 1; leaves the plan as good as the prices allow.
pub(super) fn refine(network: &mut Network, spread: i64) {
    let excess: i64 = network.excess.iter().filter(|&&excess| excess > 0).sum();
    let slots = i64::try_from(network.slot_entry.len()).unwrap_or(i64::MAX);
    if excess.saturating_mul(FINE) <= slots {
        return;
    }
    let mut epsilon = (spread / 16).max(1);
    loop {
        let settled = discharge_all(network, epsilon, spread);
        network.settle();
        if epsilon == 1 || !settled {
            return;
        }
        epsilon = (epsilon / 4).max(1);
    }
}

/// Says whether all is in balance; gives up after a number of steps, or when prices rise beyond
/// any that a plan could ask for (there may be none).
fn discharge_all(network: &mut Network, epsilon: i64, spread: i64) -> bool {
    let nodes = network.jurors + 1;
    let highest = spread.saturating_mul(2 * i64::try_from(nodes).unwrap_or(i64::MAX));
    let mut queue: VecDeque<usize> = (0..nodes).filter(|&node| network.excess[node] > 0).collect();
    let mut ways: Vec<Way> = Vec::new();
    for _ in 0..nodes.saturating_mul(500) {
        let Some(node) = queue.pop_front() else { return true };
        collect(network, node, &mut ways);
        ways.sort_unstable_by_key(|way| (way.cost, way.to));
        let mut last = None;
        for way in &ways {
            let sent = way.room.min(network.excess[node]);
            if sent == 0 {
                break;
            }
            last = Some(way.cost);
            send(network, node, way, sent);
            let had = network.excess[way.to];
            network.excess[way.to] += sent;
            network.excess[node] -= sent;
            if had <= 0 && network.excess[way.to] > 0 {
                queue.push_back(way.to);
            }
        }
        let Some(last) = last else { return false };
        network.rise[node] += last.saturating_add(epsilon).max(0);
        if network.excess[node] > 0 || network.rise[node] > highest {
            return false;
        }
    }
    false
}

/// A way out for what a node has too much: to whom, at what loss, how much, and by which slot.
struct Way {
    cost: i64,
    to: usize,
    room: i64,
    slot: Option<u32>,
}

fn collect(network: &mut Network, node: usize, ways: &mut Vec<Way>) {
    let (pool, price) = (network.jurors, network.price(node));
    ways.clear();
    if node == pool {
        let jurors = (0..pool).filter(|&juror| network.surplus[juror] > 0);
        ways.extend(jurors.map(|to| Way {
            cost: network.price(to) - price,
            to,
            room: network.surplus[to],
            slot: None,
        }));
        return;
    }
    let room = network.room[node] - network.surplus[node];
    if room > 0 {
        ways.push(Way { cost: network.price(pool) - price, to: pool, room, slot: None });
    }
    for at in 0..network.held[node].len() {
        let slot = network.held[node][at];
        let (entry, arc) = network.slot_arc(slot);
        if let Some((other, to)) = network.best_other(entry) {
            let cost = network.value[arc] - network.rise[node] - other;
            ways.push(Way { cost, to: to as usize, room: 1, slot: Some(slot) });
        }
    }
}

fn send(network: &mut Network, node: usize, way: &Way, sent: i64) {
    match way.slot {
        Some(slot) => network.hand_over(slot, u32::try_from(way.to).unwrap_or(u32::MAX)),
        None if node == network.jurors => network.surplus[way.to] -= sent,
        None => network.surplus[node] += sent,
    }
}
