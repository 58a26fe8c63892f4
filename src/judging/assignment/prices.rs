//! Opening prices: a good guess of what a place with each juror is worth.
//!
//! Only jurors are priced; an entry then simply takes its best `need` jurors at these prices. The
//! dual of the problem is a convex function of the juror prices alone. Each step sets one juror's
//! price to the minimum along its own axis (the price at which demand meets the juror's bounds),
//! stepped over by a factor, as in successive over-relaxation (Young 1954): plain coordinate
//! descent needs many sweeps to raise the price of a whole discipline whose jurors compete only
//! with one another. Coordinate steps on dual prices are the auction and relaxation methods of
//! Bertsekas (*Network Optimization*, 1998, chapters 6 and 7).
//!
//! Nothing here has to be exact: `route` finishes exactly from any prices. Good prices only make
//! it quick. Most candidate pairs never matter, so the sweeps work on each entry's best few.

use super::market::Market;

/// No value: below every value a market can hold, and safe to subtract from.
const NOTHING: i64 = i64::MIN / 8;

/// How the opening prices are sought.
#[derive(Debug, Clone, Copy)]
pub(super) struct Effort {
    pub first_width: usize,
    pub first_sweeps: usize,
    pub width: usize,
    pub sweeps: usize,
    pub over: (i64, i64),
    /// Stop when the mean move of a sweep is under `spread / calm`.
    pub calm: i64,
}

impl Default for Effort {
    fn default() -> Self {
        Self { first_width: 12, first_sweeps: 3, width: 12, sweeps: 40, over: (19, 10), calm: 50_000 }
    }
}

/// A price per juror, near the optimal ones.
pub(super) fn opening_prices(market: &Market, effort: &Effort) -> Vec<i64> {
    let mut price = vec![0; market.jurors()];
    let spread = market.spread();
    if spread == 0 {
        return price;
    }
    for (width, sweeps) in [(effort.first_width, effort.first_sweeps), (effort.width, effort.sweeps)] {
        let mut core = Core::new(market, &price, width);
        for sweep in 0..sweeps {
            let over = if sweep + 1 < sweeps { effort.over } else { (1, 1) };
            let mut moved = 0_i64;
            for juror in 0..market.jurors() {
                moved = moved.saturating_add(core.step(market, juror, &mut price, over, spread));
            }
            let jurors = i64::try_from(market.jurors()).unwrap_or(i64::MAX);
            if moved / jurors.max(1) <= spread / effort.calm
                && moved.saturating_mul(effort.calm) <= spread.saturating_mul(jurors)
            {
                break;
            }
        }
    }
    price
}

/// The arcs worth looking at, by entry and by juror, and what each entry pays at the margin.
struct Core {
    start: Vec<usize>,
    arcs: Vec<(u32, i64)>,
    column: Vec<usize>,
    offers: Vec<(u32, i64)>,
    /// Value of the last juror an entry takes, and of the first it does not.
    margin: Vec<(i64, i64)>,
    thresholds: Vec<i64>,
    values: Vec<i64>,
}

impl Core {
    /// Keep the `width` best arcs of each entry at these prices (always more than it needs).
    fn new(market: &Market, price: &[i64], width: usize) -> Self {
        let mut start = vec![0];
        let mut arcs: Vec<(u32, i64)> = Vec::new();
        let mut row: Vec<(i64, u32, i64)> = Vec::new();
        for entry in 0..market.entries() {
            let keep = width.max(2 * market.need[entry] as usize + 2);
            row.clear();
            for arc in market.row(entry) {
                let (juror, weight) = (market.juror[arc], market.weight[arc]);
                row.push((weight - price[juror as usize], juror, weight));
            }
            if row.len() > keep {
                row.select_nth_unstable_by(keep, |a, b| b.0.cmp(&a.0));
                row.truncate(keep);
            }
            arcs.extend(row.iter().map(|&(_, juror, weight)| (juror, weight)));
            start.push(arcs.len());
        }
        let mut column = vec![0; market.jurors() + 1];
        for &(juror, _) in &arcs {
            column[juror as usize + 1] += 1;
        }
        for juror in 0..market.jurors() {
            column[juror + 1] += column[juror];
        }
        let mut next = column.clone();
        let mut offers = vec![(0, 0); arcs.len()];
        for entry in 0..market.entries() {
            for &(juror, weight) in &arcs[start[entry]..start[entry + 1]] {
                let at = &mut next[juror as usize];
                offers[*at] = (u32::try_from(entry).unwrap_or(u32::MAX), weight);
                *at += 1;
            }
        }
        let mut core =
            Self { start, arcs, column, offers, margin: Vec::new(), thresholds: Vec::new(), values: Vec::new() };
        core.margin =
            (0..market.entries()).map(|entry| core.margin_of(entry, market.need[entry] as usize, price)).collect();
        core
    }

    /// The `need`-th and the next best value of an entry at these prices.
    fn margin_of(&mut self, entry: usize, need: usize, price: &[i64]) -> (i64, i64) {
        let row = &self.arcs[self.start[entry]..self.start[entry + 1]];
        if need == 0 {
            return (i64::MAX / 8, i64::MAX / 8);
        }
        if need < 8 {
            let mut best = [NOTHING; 8];
            for &(juror, weight) in row {
                let value = weight - price[juror as usize];
                if value > best[need] {
                    let mut at = need;
                    while at > 0 && best[at - 1] < value {
                        best[at] = best[at - 1];
                        at -= 1;
                    }
                    best[at] = value;
                }
            }
            return (best[need - 1], best[need]);
        }
        self.values.clear();
        self.values.extend(row.iter().map(|&(juror, weight)| weight - price[juror as usize]));
        if self.values.len() <= need {
            let last = if self.values.len() == need { self.values.iter().copied().min() } else { None };
            return (last.unwrap_or(NOTHING), NOTHING);
        }
        let (better, &mut next, _) = self.values.select_nth_unstable_by(need, |a, b| b.cmp(a));
        (better.iter().copied().min().unwrap_or(NOTHING), next)
    }

    /// Move one juror's price towards the minimum of the dual along its axis; returns how far.
    fn step(&mut self, market: &Market, juror: usize, price: &mut [i64], over: (i64, i64), limit: i64) -> i64 {
        let old = price[juror];
        let offers = self.column[juror]..self.column[juror + 1];
        // An entry wants this juror at any price under its threshold.
        self.thresholds.clear();
        let (mut above, mut at_least) = (0_i64, 0_i64);
        for &(entry, weight) in &self.offers[offers.clone()] {
            let (last, next) = self.margin[entry as usize];
            let threshold = weight - if weight - old >= last { next } else { last };
            above += i64::from(threshold > 0);
            at_least += i64::from(threshold >= 0);
            self.thresholds.push(threshold);
        }
        let target = if above > market.hi[juror] {
            nearest_balanced(&mut self.thresholds, market.hi[juror], old)
        } else if at_least < market.lo[juror] {
            nearest_balanced(&mut self.thresholds, market.lo[juror], old)
        } else {
            0
        };
        let mut new = (old + (target.clamp(-limit, limit) - old) * over.0 / over.1).clamp(-limit, limit);
        if target == 0 && old.signum() != new.signum() {
            new = 0;
        }
        if new == old {
            return 0;
        }
        price[juror] = new;
        for at in offers {
            let (entry, weight) = self.offers[at];
            let entry = entry as usize;
            if weight - old.min(new) >= self.margin[entry].1 {
                self.margin[entry] = self.margin_of(entry, market.need[entry] as usize, price);
            }
        }
        (new - old).abs()
    }
}

/// The price nearest to `old` at which exactly `load` thresholds are above (or as near as ties
/// and the number of thresholds allow).
fn nearest_balanced(thresholds: &mut [i64], load: i64, old: i64) -> i64 {
    let load = usize::try_from(load).unwrap_or(0);
    if load >= thresholds.len() {
        // Even at the lowest threshold there are too few: go just there.
        return thresholds.iter().copied().min().unwrap_or(0).min(old);
    }
    let (more, &mut low, _) = thresholds.select_nth_unstable_by(load, |a, b| b.cmp(a));
    let high = more.iter().copied().min().unwrap_or(i64::MAX / 8);
    old.clamp(low, high.max(low))
}
