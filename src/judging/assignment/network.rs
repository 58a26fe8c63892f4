//! The state of a solution being repaired: who holds what, at which prices.
//!
//! The flow network has a node per juror, a node per entry and one pool node that takes what
//! jurors carry above their minimum. Entries always hold exactly what they need; only jurors and
//! the pool can be out of balance. Values are weights less the opening price, so that every
//! price starts at zero here and only rises.

use std::cmp::Ordering;

use super::market::Market;

pub(super) struct Network {
    pub jurors: usize,
    /// Row of entry `e`: first the arcs it holds (one per slot), then the near arcs in falling
    /// value, then from `near[e]` on the far ones, none of them worth more than `far[e]`.
    pub start: Vec<usize>,
    pub juror: Vec<u32>,
    pub value: Vec<i64>,
    near: Vec<usize>,
    far: Vec<i64>,
    reach: i64,
    /// Slots: the places of each entry, and the slots each juror fills.
    pub first_slot: Vec<u32>,
    pub slot_entry: Vec<u32>,
    slot_position: Vec<u32>,
    pub held: Vec<Vec<u32>>,
    /// What an entry gets from the last juror it takes: its own price.
    pub margin: Vec<i64>,
    /// Opening price, and how far it has risen since (the pool is the last of `rise`).
    pub opening: Vec<i64>,
    pub rise: Vec<i64>,
    least: Vec<i64>,
    /// Flow from juror to pool, and its most.
    pub surplus: Vec<i64>,
    pub room: Vec<i64>,
    /// What each juror, and last the pool, has too much (or, negative, too little).
    pub excess: Vec<i64>,
}

fn id(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}

impl Network {
    /// Every entry takes its best jurors at the opening prices.
    /// Each row must be at least as long as its need.
    pub fn open(market: &Market, opening: Vec<i64>) -> Self {
        let (entries, jurors) = (market.entries(), market.jurors());
        let slots: usize = market.need.iter().map(|&need| need as usize).sum();
        let mut network = Self {
            jurors,
            start: market.start.clone(),
            juror: Vec::with_capacity(market.juror.len()),
            value: Vec::with_capacity(market.juror.len()),
            near: Vec::with_capacity(entries),
            far: Vec::with_capacity(entries),
            reach: market.spread() / 32 + 1,
            first_slot: Vec::with_capacity(entries),
            slot_entry: Vec::with_capacity(slots),
            slot_position: Vec::with_capacity(slots),
            held: vec![Vec::new(); jurors],
            margin: Vec::with_capacity(entries),
            rise: vec![0; jurors + 1],
            least: Vec::new(),
            surplus: Vec::new(),
            room: (0..jurors).map(|j| market.hi[j] - market.lo[j]).collect(),
            excess: Vec::new(),
            opening,
        };
        let mut row: Vec<(i64, u32)> = Vec::new();
        for entry in 0..entries {
            row.clear();
            row.extend(market.row(entry).map(|arc| {
                let juror = market.juror[arc];
                (market.weight[arc] - network.opening[juror as usize], juror)
            }));
            network.take_best(entry, market.need[entry] as usize, &mut row);
        }
        network.balance(market);
        network
    }

    fn take_best(&mut self, entry: usize, need: usize, row: &mut [(i64, u32)]) {
        let start = self.start[entry];
        let margin = if need == 0 {
            row.iter().map(|arc| arc.0).max().unwrap_or(0)
        } else {
            if need < row.len() {
                // Among equals, the juror who has least so far.
                let rank = |arc: &(i64, u32)| (std::cmp::Reverse(arc.0), self.held[arc.1 as usize].len());
                row.select_nth_unstable_by_key(need - 1, rank);
            }
            row[..need].iter().map(|arc| arc.0).min().unwrap_or(0)
        };
        let far = margin - self.reach;
        let near = need + sort_front(&mut row[need..], far);
        self.juror.extend(row.iter().map(|arc| arc.1));
        self.value.extend(row.iter().map(|arc| arc.0));
        self.near.push(start + near);
        self.far.push(far);
        self.margin.push(margin);
        self.first_slot.push(id(self.slot_entry.len()));
        for &(_, juror) in &row[..need] {
            let held = &mut self.held[juror as usize];
            self.slot_position.push(id(held.len()));
            held.push(id(self.slot_entry.len()));
            self.slot_entry.push(id(entry));
        }
    }

    /// Send to the pool what the prices ask, and note what does not balance.
    fn balance(&mut self, market: &Market) {
        self.least.clone_from(&market.lo);
        self.surplus = vec![0; self.jurors];
        self.excess = vec![0; self.jurors + 1];
        self.pass_on();
    }

    /// Each juror passes on to the pool all, nothing, or what it has above its least, as its
    /// price is above, under or at the pool's.
    fn pass_on(&mut self) {
        let count = |list: usize| i64::try_from(list).unwrap_or(i64::MAX);
        let mut pooled = 0;
        for juror in 0..self.jurors {
            let above = count(self.held[juror].len()) - self.least[juror];
            let surplus = match self.price(juror).cmp(&self.price(self.jurors)) {
                Ordering::Greater => self.room[juror],
                Ordering::Less => 0,
                Ordering::Equal => above.clamp(0, self.room[juror]),
            };
            self.surplus[juror] = surplus;
            self.excess[juror] = above - surplus;
            pooled += surplus;
        }
        let due = count(self.slot_entry.len()) - self.least.iter().sum::<i64>();
        self.excess[self.jurors] = pooled - due;
    }

    /// The best arc an entry does not hold, at today's prices: what it is worth, and its juror.
    pub fn best_other(&mut self, entry: usize) -> Option<(i64, u32)> {
        let mut best: Option<(i64, u32)> = None;
        let mut least = self.margin[entry];
        loop {
            let (arcs, others) = self.near_arcs(entry, least);
            for arc in arcs {
                if best.is_some_and(|(worth, _)| self.value[arc] <= worth) {
                    return best;
                }
                let worth = self.value[arc] - self.rise[self.juror[arc] as usize];
                if best.is_none_or(|(before, _)| worth > before) {
                    best = Some((worth, self.juror[arc]));
                }
            }
            match best {
                Some((worth, _)) if others && self.far[entry] > worth => least = worth,
                None if others => least = self.far[entry],
                _ => return best,
            }
        }
    }

    /// Every entry takes its best jurors at today's prices, from what it holds.
    pub fn settle(&mut self) {
        for entry in 0..self.margin.len() {
            let need = self.need(entry);
            if need == 0 {
                continue;
            }
            loop {
                let start = self.start[entry];
                let worth = |arc: usize| self.value[arc] - self.rise[self.juror[arc] as usize];
                let worst = (start..start + need).min_by_key(|&arc| worth(arc)).unwrap_or(start);
                self.margin[entry] = worth(worst);
                match self.best_other(entry) {
                    Some((better, to)) if better > self.margin[entry] => {
                        self.hand_over(self.first_slot[entry] + id(worst - start), to);
                    }
                    _ => break,
                }
            }
        }
        self.pass_on();
    }

    pub fn slot_arc(&self, slot: u32) -> (usize, usize) {
        let entry = self.slot_entry[slot as usize] as usize;
        (entry, self.start[entry] + (slot - self.first_slot[entry]) as usize)
    }

    pub fn need(&self, entry: usize) -> usize {
        let next = self.first_slot.get(entry + 1).map_or(self.slot_entry.len(), |&slot| slot as usize);
        next - self.first_slot[entry] as usize
    }

    /// The arcs an entry does not hold and that are worth at least `least`, best first (a few of
    /// lesser value may follow). The flag says that there are others, worth less.
    pub fn near_arcs(&mut self, entry: usize, least: i64) -> (std::ops::Range<usize>, bool) {
        let end = self.start[entry + 1];
        let near = self.near[entry];
        if near < end && self.far[entry] >= least {
            let cut = least - self.reach;
            let mut row: Vec<(i64, u32)> = (near..end).map(|arc| (self.value[arc], self.juror[arc])).collect();
            let more = sort_front(&mut row, cut);
            for (at, &(value, juror)) in row.iter().enumerate() {
                self.value[near + at] = value;
                self.juror[near + at] = juror;
            }
            self.near[entry] = near + more;
            self.far[entry] = cut;
        }
        (self.start[entry] + self.need(entry)..self.near[entry], self.near[entry] < end)
    }

    /// The price of a juror (or the pool) against the opening price of the pool.
    pub fn price(&self, node: usize) -> i64 {
        self.opening.get(node).copied().unwrap_or(0) + self.rise[node]
    }

    /// Give the slot to another juror.
    pub fn hand_over(&mut self, slot: u32, to: u32) {
        let (entry, arc) = self.slot_arc(slot);
        let from = self.juror[arc] as usize;
        let place = self.slot_position[slot as usize] as usize;
        self.held[from].swap_remove(place);
        if let Some(&moved) = self.held[from].get(place) {
            self.slot_position[moved as usize] = id(place);
        }
        let near = self.start[entry] + self.need(entry);
        let found = self.juror[near..self.near[entry]].iter().position(|&juror| juror == to);
        let Some(offset) = found else { return };
        let other = near + offset;
        self.juror.swap(arc, other);
        self.value.swap(arc, other);
        // The arc given up goes back among the near ones, in order, or to the far ones.
        let value = self.value[other];
        let end = self.near[entry];
        if value <= self.far[entry] {
            self.juror[other..end].rotate_left(1);
            self.value[other..end].rotate_left(1);
            self.near[entry] -= 1;
        } else {
            let better = self.value[near..other].partition_point(|&before| before >= value);
            self.juror[near + better..=other].rotate_right(1);
            self.value[near + better..=other].rotate_right(1);
            let worse = self.value[other + 1..end].partition_point(|&after| after > value);
            self.juror[near + better.max(other - near)..=other + worse].rotate_left(1);
            self.value[near + better.max(other - near)..=other + worse].rotate_left(1);
        }
        let held = &mut self.held[to as usize];
        self.slot_position[slot as usize] = id(held.len());
        held.push(slot);
    }
}

/// Bring the arcs worth more than `cut` to the front, in falling value; returns how many.
fn sort_front(row: &mut [(i64, u32)], cut: i64) -> usize {
    let mut front = 0;
    for at in 0..row.len() {
        if row[at].0 > cut {
            row.swap(front, at);
            front += 1;
        }
    }
    row[..front].sort_unstable_by_key(|&(value, juror)| (std::cmp::Reverse(value), juror));
    front
}
