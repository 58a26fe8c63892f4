//! What the scores say of the jurors, for people to read; nothing here changes a ranking.

use super::fit::Fit;
use super::official::Round;
use super::table::{Table, TableError};

/// How one scorecard came about, when it is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Making {
    /// Seconds spent on the scorecard.
    pub seconds: Option<u32>,
    /// Its place in the order in which the juror submitted.
    pub order: Option<u32>,
}

/// One juror's habits.
#[derive(Clone, Debug, PartialEq)]
pub struct JurorHabits {
    pub juror: u32,
    pub scorecards: u32,
    pub mean: Option<f64>,
    /// Above zero gives higher marks than the others to the same entries.
    pub severity: Option<f64>,
    /// Standard deviation of the juror's totals; near zero uses little of the scale.
    pub spread: Option<f64>,
    /// Root mean square of what remains when entry and severity are taken away; high disagrees
    /// with the other jurors beyond a mere shift.
    pub disagreement: Option<f64>,
    /// Share of the scorecards, of two marks or more, whose marks are all equal.
    pub straight_lines: Option<f64>,
    pub median_seconds: Option<f64>,
    /// Points gained per scorecard in the order of scoring, entry and severity taken away.
    pub drift: Option<f64>,
    /// The drift over its standard error; beyond two is worth a look.
    pub drift_z: Option<f64>,
}

/// Habits of every juror. `makings` goes with the scorecards, or is empty.
pub fn juror_habits(round: &Round<'_>, fit: Option<&Fit>, makings: &[Making]) -> Result<Vec<JurorHabits>, TableError> {
    let table = Table::of_totals(round.entries, round.jurors, round.weights, round.cards)?;
    let mut totals: Vec<Vec<f64>> = vec![Vec::new(); round.jurors as usize];
    let mut rests: Vec<Vec<(f64, f64)>> = vec![Vec::new(); round.jurors as usize];
    let mut all_rests: Vec<Vec<f64>> = vec![Vec::new(); round.jurors as usize];
    let orders = orders(round, makings);
    for cell in table.cells() {
        let juror = cell.juror as usize;
        totals[juror].push(cell.score);
        let expected = fit.and_then(|f| Some(f.score(cell.entry)? + f.severity(cell.juror)?));
        if let Some(expected) = expected {
            let rest = cell.score - expected;
            all_rests[juror].push(rest);
            if let Some(&order) = orders.get(&(cell.entry, cell.juror)) {
                rests[juror].push((f64::from(order), rest));
            }
        }
    }
    let straight = straight_lines(round);
    let seconds = seconds(round, makings);
    Ok((0..round.jurors)
        .map(|juror| {
            let at = juror as usize;
            let slope = slope(&rests[at]);
            JurorHabits {
                juror,
                scorecards: u32::try_from(totals[at].len()).unwrap_or(u32::MAX),
                mean: mean(&totals[at]),
                severity: fit.and_then(|f| f.severity(juror)),
                spread: spread(&totals[at]),
                disagreement: mean(&all_rests[at].iter().map(|r| r * r).collect::<Vec<_>>()).map(f64::sqrt),
                straight_lines: straight[at],
                median_seconds: median(&seconds[at]),
                drift: slope.map(|s| s.0),
                drift_z: slope.and_then(|s| s.1),
            }
        })
        .collect())
}

fn orders(round: &Round<'_>, makings: &[Making]) -> std::collections::HashMap<(u32, u32), u32> {
    let known = round.cards.iter().zip(makings);
    known.filter_map(|(card, making)| Some(((card.entry, card.juror), making.order?))).collect()
}

fn straight_lines(round: &Round<'_>) -> Vec<Option<f64>> {
    let mut counts = vec![(0.0, 0.0); round.jurors as usize];
    for card in round.cards {
        let mut marks = card.marks.iter().flatten();
        let (Some(first), Some(second)) = (marks.next(), marks.next()) else {
            continue;
        };
        let Some((straight, all)) = counts.get_mut(card.juror as usize) else {
            continue;
        };
        *all += 1.0;
        if first == second && marks.all(|mark| mark == first) {
            *straight += 1.0;
        }
    }
    counts.into_iter().map(|(straight, all)| (all > 0.0).then(|| straight / all)).collect()
}

fn seconds(round: &Round<'_>, makings: &[Making]) -> Vec<Vec<f64>> {
    let mut seconds = vec![Vec::new(); round.jurors as usize];
    for (card, making) in round.cards.iter().zip(makings) {
        if let (Some(spent), Some(list)) = (making.seconds, seconds.get_mut(card.juror as usize)) {
            list.push(f64::from(spent));
        }
    }
    seconds
}

fn mean(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
}

fn spread(values: &[f64]) -> Option<f64> {
    let centre = mean(values).filter(|_| values.len() > 1)?;
    let squares: f64 = values.iter().map(|v| (v - centre).powi(2)).sum();
    Some((squares / (values.len() - 1) as f64).sqrt())
}

fn median(values: &[f64]) -> Option<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let middle = sorted.len() / 2;
    let upper = *sorted.get(middle)?;
    if sorted.len() % 2 == 1 {
        return Some(upper);
    }
    Some((sorted.get(middle - 1)? + upper) / 2.0)
}

/// Least-squares slope, and its ratio to its standard error; needs four points.
fn slope(points: &[(f64, f64)]) -> Option<(f64, Option<f64>)> {
    if points.len() < 4 {
        return None;
    }
    let count = points.len() as f64;
    let (mean_x, mean_y) = points.iter().fold((0.0, 0.0), |(x, y), p| (x + p.0 / count, y + p.1 / count));
    let (mut sxx, mut sxy, mut syy) = (0.0, 0.0, 0.0);
    for (x, y) in points {
        let (x, y) = (x - mean_x, y - mean_y);
        sxx += x * x;
        sxy += x * y;
        syy += y * y;
    }
    if sxx <= 0.0 {
        return None;
    }
    let slope = sxy / sxx;
    let residual = ((syy - slope * sxy) / (count - 2.0)).max(0.0);
    let error = (residual / sxx).sqrt();
    Some((slope, (error > 0.0).then(|| slope / error)))
}
