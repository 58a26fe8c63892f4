//! A dot plot: a line a row with its name, a dot on an interval and a faint tick, on one scale.
//!
//! Positions are shares of the width, so that the words keep their size on every screen. In Arabic
//! the scale begins on the right, like everything else.

use crate::domain::language::Language;
use crate::web::page::Page;

use super::words;

/// Height of a row and of the scale below, in pixels.
const ROW: u32 = 46;
const SCALE: u32 = 26;
/// Share of the width kept free at both ends of the scale, in hundredths of a percent.
const MARGIN: f64 = 2.0;
/// Most lines of the scale.
const TICKS: f64 = 6.0;

/// How a row is drawn: colour and shape say the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The first.
    First,
    /// Another place that counts.
    Podium,
    /// Everybody else.
    Plain,
}

/// What to draw in a row.
#[derive(Debug, Clone)]
pub struct Given {
    /// Its name.
    pub name: String,
    /// The dot.
    pub mid: f64,
    /// The ends of its interval.
    pub interval: Option<(f64, f64)>,
    /// The faint tick.
    pub tick: Option<f64>,
    /// How it is drawn.
    pub kind: Kind,
    /// Joined to the next row by a bracket.
    pub is_close: bool,
}

/// A row, ready.
#[derive(Debug, Clone)]
pub struct Row {
    /// Its name.
    pub name: String,
    /// The line of its name, and that of its dot.
    pub text_y: u32,
    /// The line of its dot.
    pub y: u32,
    /// The dot.
    pub mid: String,
    /// The interval.
    pub interval: Option<(String, String)>,
    /// The faint tick and its ends.
    pub tick: Option<(String, u32, u32)>,
    /// Its classes.
    pub class: &'static str,
}

/// A bracket between two rows.
#[derive(Debug, Clone)]
pub struct Bracket {
    /// The side that touches the rows, and the other.
    pub from: &'static str,
    /// The other side.
    pub to: &'static str,
    /// Where it begins and ends.
    pub top: u32,
    /// Where it ends.
    pub bottom: u32,
}

/// A plot, ready. What it shows must stand in a table beside it.
#[derive(Debug, Clone)]
pub struct Dots {
    /// What a screen reader says of the whole.
    pub label: String,
    /// Its height.
    pub height: u32,
    /// The height of the lines of the scale, and of its numbers.
    pub bottom: u32,
    /// Where the drawing begins: brackets need room at its end.
    pub left: &'static str,
    /// Where names begin, and where lines end.
    pub start: &'static str,
    /// Its rows.
    pub rows: Vec<Row>,
    /// The scale.
    pub ticks: Vec<(String, String)>,
    /// The line of zero, if it is on the scale and means something.
    pub zero: Option<String>,
    /// The brackets.
    pub brackets: Vec<Bracket>,
}

/// Turns values into positions.
struct Axis {
    low: f64,
    span: f64,
    is_mirrored: bool,
}

impl Axis {
    fn of(rows: &[Given], is_mirrored: bool) -> Self {
        let values = rows.iter().flat_map(|row| {
            let (low, high) = row.interval.unwrap_or((row.mid, row.mid));
            [low, high, row.mid, row.tick.unwrap_or(row.mid)]
        });
        let (low, high) = values.fold((f64::INFINITY, f64::NEG_INFINITY), |(l, h), v| (l.min(v), h.max(v)));
        // A plot of equal values still needs a scale.
        let (low, high) = if high - low < 0.1 { (low - 0.25, high + 0.25) } else { (low, high) };
        Self { low, span: high - low, is_mirrored }
    }

    fn at(&self, value: f64) -> String {
        let share = MARGIN + (100.0 - 2.0 * MARGIN) * (value - self.low) / self.span;
        format!("{:.2}%", if self.is_mirrored { 100.0 - share } else { share })
    }

    /// Round numbers on the scale.
    fn ticks(&self) -> Vec<f64> {
        let steps = [0.05, 0.1, 0.2, 0.25, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0];
        let step = steps.into_iter().find(|step| self.span / step <= TICKS).unwrap_or(self.span / TICKS);
        let first = (self.low / step).ceil();
        (0..20).map(|n| (first + f64::from(n)) * step).take_while(|tick| *tick <= self.low + self.span + 1e-9).collect()
    }
}

impl Dots {
    /// Draws rows; `has_zero` marks the line of zero.
    pub fn new(p: &Page, label: String, given: Vec<Given>, has_zero: bool) -> Option<Self> {
        if given.is_empty() {
            return None;
        }
        let is_mirrored = p.language == Language::Arabic;
        let axis = Axis::of(&given, is_mirrored);
        let mut brackets = Vec::new();
        let mut rows = Vec::with_capacity(given.len());
        let mut top = 0;
        for (n, row) in given.into_iter().enumerate() {
            let y = top + 32;
            if row.is_close {
                // Two lanes, so that a bracket never runs into the next.
                let (from, to) = match (n % 2 == 0, is_mirrored) {
                    (true, false) => ("92%", "94.5%"),
                    (false, false) => ("96%", "98.5%"),
                    (true, true) => ("8%", "5.5%"),
                    (false, true) => ("4%", "1.5%"),
                };
                brackets.push(Bracket { from, to, top: y, bottom: y + ROW });
            }
            rows.push(Row {
                name: row.name,
                text_y: top + 16,
                y,
                mid: axis.at(row.mid),
                interval: row.interval.map(|(low, high)| (axis.at(low), axis.at(high))),
                tick: row.tick.map(|tick| (axis.at(tick), y - 7, y + 7)),
                class: match row.kind {
                    Kind::First => "d-first",
                    Kind::Podium => "d-podium",
                    Kind::Plain => "d-plain",
                },
            });
            top += ROW;
        }
        let ticks = axis.ticks();
        Some(Self {
            label,
            height: top + SCALE,
            bottom: top + 4,
            left: if is_mirrored { "9%" } else { "0%" },
            start: if is_mirrored { "100%" } else { "0%" },
            rows,
            zero: ticks.iter().any(|tick| tick.abs() < 1e-9).then(|| axis.at(0.0)).filter(|_| has_zero),
            ticks: ticks.into_iter().map(|tick| (axis.at(tick), words::real(p, tick))).collect(),
            brackets,
        })
    }
}
