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

/// Arcs per entry that the sweeps look at.
const WIDTH: usize = 12;
const SWEEPS: usize = 60;
/// Sweeps before the arcs are chosen anew, at prices that are no longer all zero.
const FIRST: usize = 3;
/// Each step goes this much further than its own minimum (19 tenths of the way).
const OVER: (i64, i64) = (19, 10);
/// The arcs are chosen anew when prices have moved by this part of the spread of weights.
const STALE: i64 = 6;
/// Prices are calm when a sweep moves them by less than this part of the spread.
const CALM: i64 = 50_000;

/// A price per juror, most often near the optimal ones.
pub(super) fn opening_prices(market: &Market) -> Vec<i64> {
    let spread = market.spread();
    let jurors = i64::try_from(market.jurors()).unwrap_or(i64::MAX);
    if spread == 0 || jurors == 0 {
        return vec![0; market.jurors()];
    }
    let mut price = vec![0; market.jurors()];
    let mut core = Core::new(market, &price, WIDTH);
    let (mut drift, mut moves) = (0_i64, [i64::MAX; 8]);
    for sweep in 0..SWEEPS {
        if sweep == FIRST || drift / jurors > spread / STALE {
            core = Core::new(market, &price, WIDTH);
            drift = 0;
        }
        // A plain sweep settles what the first, far too large steps have stirred up.
        let over = if sweep + 1 == FIRST || sweep + 1 == SWEEPS { (1, 1) } else { OVER };
        let steps = (0..market.jurors()).map(|juror| core.step(market, juror, &mut price, over, spread));
        let moved = steps.sum::<i64>();
        drift = drift.saturating_add(moved);
        let is_calm = i128::from(moved) * i128::from(CALM) <= i128::from(spread) * i128::from(jurors);
        // Steps that do not shrink lead nowhere: `refine` does better.
        let is_lost = moves[sweep % moves.len()] <= moved;
        moves[sweep % moves.len()] = moved;
        if (is_calm && drift / jurors <= spread / STALE) || is_lost {
            break;
        }
        if is_calm {
            // Calm on these arcs; others may have come into play since they were chosen.
            drift = i64::MAX;
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
