//! A season report as people read it: the same figures on the page, in the PDF and in the table.

use crate::documents::season::{Bar, Chart, Report};
use crate::domain::language::Language;
use crate::domain::season::{Breakdown, Cell, Dimension, Line, Season, Step};
use crate::web::applicant::organisation;
use crate::web::page::Page;

/// The figures of a report.
pub fn charts(p: &Page, season: &Season, name: &str) -> Vec<Chart> {
    let mut charts = vec![funnel(p, season)];
    charts.extend(season.breakdowns.iter().map(|of| breakdown(p, season, of, name)));
    if !season.agreement.is_empty() {
        charts.push(agreement(p, season));
    }
    if season.years.len() > 1 {
        charts.push(years(p, season));
    }
    charts
}

/// The report as its PDF has it.
pub fn report(p: &Page, season: &Season, name: &str, day: String) -> Report {
    Report { edition: name.to_owned(), day, charts: charts(p, season, name) }
}

fn cell(p: &Page, cell: Cell) -> String {
    cell.count().map_or_else(|| p.t("season-hidden"), |count| p.n(count))
}

/// A part of the largest, in thousandths.
fn share(cell: Cell, most: u32) -> Option<u32> {
    cell.count().map(|count| count * 1000 / most.max(1))
}

fn most(cells: impl Iterator<Item = Cell>) -> u32 {
    cells.filter_map(Cell::count).max().unwrap_or(0)
}

fn funnel(p: &Page, season: &Season) -> Chart {
    let most = most(season.funnel.iter().map(|(_, cell)| *cell));
    let bar = |(step, count): &(Step, Cell)| Bar {
        name: p.t(match step {
            Step::Started => "season-started",
            Step::Submitted => "season-submitted",
            Step::Eligible => "season-eligible",
            Step::Judged => "season-judged",
            Step::Honoured => "season-honoured",
            Step::Won => "season-won",
        }),
        share: share(*count, most),
        values: vec![cell(p, *count)],
    };
    Chart {
        key: "funnel",
        title: p.t("season-funnel"),
        text: String::new(),
        head: vec![p.t("season-step"), p.t("season-entries")],
        bars: season.funnel.iter().map(bar).collect(),
    }
}

fn line_name(p: &Page, dimension: Dimension, line: &Line) -> String {
    if let Some(name) = &line.name {
        return p.l(name).to_owned();
    }
    let key = line.key.as_str();
    let words = match dimension {
        Dimension::Category => None,
        Dimension::Sector => key.parse().ok().map(|word| organisation::sector(p, word)),
        Dimension::Region => (!key.is_empty()).then(|| organisation::region(p, key)),
        Dimension::Size => key.parse().ok().map(|word| organisation::size(p, word)),
        Dimension::Founders => key.parse().ok().map(|word| organisation::founders(p, word)),
        Dimension::Language => match key.parse().ok() {
            Some(Language::French) => Some(p.t("language-fr")),
            Some(Language::Arabic) => Some(p.t("language-ar")),
            Some(Language::English) => Some(p.t("language-en")),
            None => None,
        },
    };
    words.unwrap_or_else(|| p.t("season-unsaid"))
}

fn breakdown(p: &Page, season: &Season, of: &Breakdown, name: &str) -> Chart {
    let (key, title, column) = match of.dimension {
        Dimension::Category => ("category", "season-by-category", "results-category"),
        Dimension::Sector => ("sector", "season-by-sector", "organisation-sector"),
        Dimension::Region => ("region", "season-by-region", "organisation-region"),
        Dimension::Size => ("size", "season-by-size", "organisation-size"),
        Dimension::Founders => ("founders", "season-by-founders", "organisation-founders"),
        Dimension::Language => ("language", "season-by-language", "season-language"),
    };
    let most = most(of.lines.iter().map(|line| line.now));
    let mut bars: Vec<Bar> = of
        .lines
        .iter()
        .map(|line| Bar {
            name: line_name(p, of.dimension, line),
            share: share(line.now, most),
            values: std::iter::once(line.now).chain(line.before).map(|count| cell(p, count)).collect(),
        })
        .collect();
    // Sizes have an order of their own; of the rest the largest is what one looks for.
    if !matches!(of.dimension, Dimension::Size) {
        let unsaid = p.t("season-unsaid");
        bars.sort_by_key(|bar| (bar.name == unsaid, std::cmp::Reverse(bar.share)));
    }
    let mut head = vec![p.t(column), name.to_owned()];
    head.extend(season.before.as_ref().map(|before| p.l(before).to_owned()));
    Chart { key, title: p.t(title), text: String::new(), head, bars }
}

fn agreement(p: &Page, season: &Season) -> Chart {
    let bars =
        season.agreement.iter().map(|of| Bar {
            name: p.l(&of.criterion).to_owned(),
            share: of.share,
            values: vec![of.share.map_or_else(
                || p.t("season-too-few"),
                |share| p.m("percent").arg("number", (share + 5) / 10).to_string(),
            )],
        });
    Chart {
        key: "agreement",
        title: p.t("season-agreement"),
        text: p.t("season-agreement-text"),
        head: vec![p.t("season-criterion"), p.t("season-agreement-share")],
        bars: bars.collect(),
    }
}

fn years(p: &Page, season: &Season) -> Chart {
    let most = most(season.years.iter().map(|year| year.entries));
    let bars = season.years.iter().map(|year| Bar {
        name: p.l(&year.name).to_owned(),
        share: share(year.entries, most),
        values: vec![cell(p, year.entries), cell(p, year.organisations), cell(p, year.jurors), p.n(year.scorecards)],
    });
    let columns = ["season-edition", "season-entries", "season-organisations", "season-jurors", "season-scorecards"];
    Chart {
        key: "years",
        title: p.t("season-years"),
        text: String::new(),
        head: columns.iter().map(|key| p.t(key)).collect(),
        bars: bars.collect(),
    }
}
