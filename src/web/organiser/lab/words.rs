//! Numbers of the lab as people read them, and the words for what no model can say.

use crate::app::results::lab::ScoredRound;
use crate::judging::ranking::decimal::Decimal6;
use crate::judging::ranking::fit::Degenerate;
use crate::judging::ranking::order::Place;
use crate::web::page::Page;

/// What stands where there is no number.
pub const NONE: &str = "–";

/// Two decimals.
pub fn points(p: &Page, value: Decimal6) -> String {
    p.points(value.micros())
}

/// Two decimals of a score there may be.
pub fn points_or_none(p: &Page, value: Option<Decimal6>) -> String {
    value.map_or_else(|| NONE.to_owned(), |value| points(p, value))
}

/// Two decimals of a computed number.
pub fn real(p: &Page, value: f64) -> String {
    points_or_none(p, Decimal6::from_f64(value))
}

/// The same with its sign, for a difference.
pub fn signed(p: &Page, value: f64) -> String {
    let text = real(p, value);
    if value > 0.0 { format!("+{text}") } else { text }
}

/// Both ends of an interval.
pub fn range(p: &Page, (low, high): (f64, f64)) -> String {
    p.m("lab-range").arg("low", real(p, low)).arg("high", real(p, high)).to_string()
}

/// An interval of ranks: one number where both ends are the same.
pub fn ranks(p: &Page, low: u32, high: u32) -> String {
    if low == high { p.n(low) } else { p.m("lab-range").arg("low", p.n(low)).arg("high", p.n(high)).to_string() }
}

/// Hundredths of one, rounded.
#[expect(clippy::cast_possible_truncation, reason = "a share is between 0 and 1")]
fn hundredths(share: f64) -> i64 {
    (share.clamp(0.0, 1.0) * 100.0).round() as i64
}

/// A share as a percentage.
pub fn percent(p: &Page, share: f64) -> String {
    p.m("percent").arg("number", hundredths(share)).to_string()
}

/// A probability: what draws or a model say is never 0 % or 100 %.
pub fn probability(p: &Page, share: f64) -> String {
    match hundredths(share) {
        ..=0 => p.t("lab-under"),
        100.. => p.t("lab-over"),
        _ => percent(p, share),
    }
}

/// A rank, marked when it is shared.
pub fn place(p: &Page, place: Place) -> String {
    match place.rank {
        Some(rank) if place.tied => format!("={}", p.n(rank)),
        Some(rank) => p.n(rank),
        None => NONE.to_owned(),
    }
}

/// A rank there may be.
pub fn rank(p: &Page, rank: Option<u32>) -> String {
    rank.map_or_else(|| NONE.to_owned(), |rank| p.n(rank))
}

/// Why there are no calibrated scores: the key of a sentence.
pub fn no_model(reason: Degenerate) -> &'static str {
    match reason {
        Degenerate::NoScores => "lab-no-scores",
        Degenerate::OneEntry => "lab-one-entry",
        Degenerate::OneJuror => "lab-one-juror",
        Degenerate::NoRepeats => "lab-no-repeats",
        Degenerate::AllEqual => "lab-all-equal",
        Degenerate::NoNoise => "lab-no-noise",
        Degenerate::TooLarge => "lab-too-large",
    }
}

/// A title that fits beside a plot.
pub fn short(text: &str) -> String {
    const LONGEST: usize = 34;
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    format!("{}…", text.chars().take(LONGEST - 1).collect::<String>().trim_end())
}

/// The title of an entry.
pub fn title(round: &ScoredRound, entry: u32) -> &str {
    round.entries.get(entry as usize).map_or("", |x| x.entry.title.as_str())
}

/// The name of a juror.
pub fn juror(round: &ScoredRound, juror: u32) -> &str {
    round.jurors.get(juror as usize).map_or("", |x| x.name.as_str())
}

/// The name of a category.
pub fn category<'a>(p: &Page, round: &'a ScoredRound, category: u32) -> &'a str {
    round.categories.get(category as usize).map_or("", |x| p.l(&x.name))
}

/// The name of a criterion.
pub fn criterion<'a>(p: &Page, round: &'a ScoredRound, criterion: usize) -> &'a str {
    round.criteria.get(criterion).map_or("", |x| p.l(&x.name))
}

/// The letter of a part of the jury graph: A, B, … Z, then its number.
pub fn part(p: &Page, part: u32) -> String {
    u8::try_from(part).ok().filter(|n| *n < 26).map_or_else(|| p.n(part + 1), |n| char::from(b'A' + n).to_string())
}
