//! Reading scores from a table of text: one line a scorecard, one column a criterion.

use std::collections::{HashMap, HashSet};

use super::weighted::Scorecard;

/// Weights are read to the sixth decimal.
const WEIGHT_UNIT: u32 = 1_000_000;

/// Which columns to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Columns {
    pub entry: String,
    pub juror: String,
    /// Name and weight (in millionths) of each criterion.
    pub criteria: Vec<(String, u32)>,
}

/// Scorecards with the names their numbers stand for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scores {
    pub entries: Vec<String>,
    pub jurors: Vec<String>,
    pub weights: Vec<u32>,
    pub cards: Vec<Scorecard>,
}

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ScoresError {
    #[error("criterion '{0}' is not NAME:WEIGHT with a weight above zero and at most six decimals")]
    Weight(String),
    #[error("criterion '{0}' is given twice")]
    CriterionTwice(String),
    #[error("line 1: the file is empty")]
    Empty,
    #[error("line 1: there is no column '{name}'; the columns are {found}")]
    NoColumn { name: String, found: String },
    #[error("line {line}: {found} fields where the header has {expected}")]
    Width { line: u64, found: u64, expected: u64 },
    #[error("line {line}: this is not text in UTF-8")]
    NotText { line: u64 },
    #[error("line {line}: could not be read: {reason}")]
    Unreadable { line: u64, reason: String },
    #[error("line {line}: no {what}")]
    NoName { line: u64, what: &'static str },
    #[error("line {line}, column '{column}': '{value}' is not a number with at most two decimals, below a million")]
    NotAMark { line: u64, column: String, value: String },
    #[error("line {line}: juror '{juror}' scored entry '{entry}' before")]
    Twice { line: u64, entry: String, juror: String },
}

impl Columns {
    /// Reads `k1:0.5,k2:0.3,k3:0.2`.
    pub fn new(entry: &str, juror: &str, criteria: &str) -> Result<Self, ScoresError> {
        let mut seen = HashSet::new();
        let criteria = criteria
            .split(',')
            .map(|text| {
                let parsed = text.rsplit_once(':').and_then(|(name, weight)| {
                    let weight = u32::try_from(decimal(weight.trim(), 6)?).ok()?;
                    // At most a thousand each, so that sums stay small.
                    let fits = (1..=1000 * WEIGHT_UNIT).contains(&weight) && !name.trim().is_empty();
                    fits.then(|| (name.trim().to_owned(), weight))
                });
                let (name, weight) = parsed.ok_or_else(|| ScoresError::Weight(text.to_owned()))?;
                if !seen.insert(name.clone()) {
                    return Err(ScoresError::CriterionTwice(name));
                }
                Ok((name, weight))
            })
            .collect::<Result<_, _>>()?;
        Ok(Self { entry: entry.to_owned(), juror: juror.to_owned(), criteria })
    }
}

/// Reads a file with commas, semicolons or tabs; an empty field or `NA` is a missing mark.
pub fn read_scores(bytes: &[u8], columns: &Columns) -> Result<Scores, ScoresError> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let header = bytes.split(|&byte| byte == b'\n').next().unwrap_or_default();
    let delimiter = [b',', b';', b'\t'].into_iter().max_by_key(|d| (count(header, *d), *d == b',')).unwrap_or(b',');
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).trim(csv::Trim::All).from_reader(bytes);
    let names = reader.headers().map_err(|error| unreadable(&error))?.clone();
    if names.is_empty() {
        return Err(ScoresError::Empty);
    }
    let column = |name: &str| {
        names.iter().position(|n| n == name).ok_or_else(|| ScoresError::NoColumn {
            name: name.to_owned(),
            found: names.iter().collect::<Vec<_>>().join(", "),
        })
    };
    let (entry_at, juror_at) = (column(&columns.entry)?, column(&columns.juror)?);
    let marks_at = columns.criteria.iter().map(|(name, _)| column(name)).collect::<Result<Vec<_>, _>>()?;
    let (mut entries, mut jurors) = (Names::default(), Names::default());
    let mut seen = HashSet::new();
    let mut cards = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| unreadable(&error))?;
        let line = record.position().map_or(0, csv::Position::line);
        let name = |at: usize, what| match record.get(at) {
            Some(name) if !name.is_empty() => Ok(name),
            _ => Err(ScoresError::NoName { line, what }),
        };
        let (entry_name, juror_name) = (name(entry_at, "entry")?, name(juror_at, "juror")?);
        let (entry, juror) = (entries.number(entry_name), jurors.number(juror_name));
        if !seen.insert((entry, juror)) {
            let (entry, juror) = (entry_name.to_owned(), juror_name.to_owned());
            return Err(ScoresError::Twice { line, entry, juror });
        }
        let marks = marks_at
            .iter()
            .zip(&columns.criteria)
            .map(|(&at, (column, _))| {
                let value = record.get(at).unwrap_or_default();
                if value.is_empty() || value == "NA" {
                    return Ok(None);
                }
                let mark = decimal(value, 2).filter(|mark| mark.abs() <= 100_000_000);
                mark.map(Some).ok_or_else(|| ScoresError::NotAMark {
                    line,
                    column: column.clone(),
                    value: value.to_owned(),
                })
            })
            .collect::<Result<_, _>>()?;
        cards.push(Scorecard { entry, juror, marks });
    }
    let weights = columns.criteria.iter().map(|c| c.1).collect();
    Ok(Scores { entries: entries.list, jurors: jurors.list, weights, cards })
}

fn count(header: &[u8], delimiter: u8) -> usize {
    header.split(|&byte| byte == delimiter).count()
}

fn unreadable(error: &csv::Error) -> ScoresError {
    let line = error.position().map_or(1, csv::Position::line);
    match error.kind() {
        csv::ErrorKind::UnequalLengths { expected_len, len, .. } => {
            ScoresError::Width { line, found: *len, expected: *expected_len }
        }
        csv::ErrorKind::Utf8 { .. } => ScoresError::NotText { line },
        _ => ScoresError::Unreadable { line, reason: error.to_string() },
    }
}

/// A decimal number counted in units of its last allowed place; zeros beyond it are no matter.
fn decimal(text: &str, places: usize) -> Option<i64> {
    let (negative, digits) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let part = part.trim_end_matches('0');
    let plain = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
    if digits == "." || (whole.is_empty() && !digits.starts_with('.')) || part.len() > places {
        return None;
    }
    if !plain(whole) || !plain(part) {
        return None;
    }
    let size: i64 = format!("0{whole}{part:0<places$}").parse().ok()?;
    Some(if negative { -size } else { size })
}

/// Numbers names in the order they come.
#[derive(Default)]
struct Names {
    numbers: HashMap<String, u32>,
    list: Vec<String>,
}

impl Names {
    fn number(&mut self, name: &str) -> u32 {
        if let Some(&number) = self.numbers.get(name) {
            return number;
        }
        let number = u32::try_from(self.list.len()).unwrap_or(u32::MAX);
        self.numbers.insert(name.to_owned(), number);
        self.list.push(name.to_owned());
        number
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn columns() -> Columns {
        Columns::new("entry", "juror", "a:0.5, b:1").unwrap()
    }

    fn error(text: &str) -> String {
        read_scores(text.as_bytes(), &columns()).unwrap_err().to_string()
    }

    #[test]
    fn reads_what_spreadsheets_write() {
        let text = "\u{feff}entry;b;juror;a\r\nx;4;J;3.50\r\ny;NA;J;\r\nx;-1;K;.25\r\n";
        let scores = read_scores(text.as_bytes(), &columns()).unwrap();
        assert_eq!(scores.entries, ["x", "y"]);
        assert_eq!(scores.jurors, ["J", "K"]);
        assert_eq!(scores.weights, [500_000, 1_000_000]);
        let marks: Vec<_> = scores.cards.iter().map(|c| c.marks.clone()).collect();
        assert_eq!(marks, [vec![Some(350), Some(400)], vec![None, None], vec![Some(25), Some(-100)]]);
    }

    #[test]
    fn errors_name_line_and_column() {
        assert_eq!(error(""), "line 1: the file is empty");
        assert_eq!(error("entry,a,b\n"), "line 1: there is no column 'juror'; the columns are entry, a, b");
        let header = "entry,juror,a,b\n";
        assert_eq!(
            error(&format!("{header}x,J,1,2\ny,J,NaN,2\n")),
            "line 3, column 'a': 'NaN' is not a number with at most two decimals, below a million"
        );
        assert!(error(&format!("{header}x,J,1,1e3\n")).starts_with("line 2, column 'b'"));
        assert!(error(&format!("{header}x,J,1,99999999999999999999\n")).starts_with("line 2"));
        assert_eq!(error(&format!("{header}x,J,1\n")), "line 2: 3 fields where the header has 4");
        assert_eq!(error(&format!("{header},J,1,2\n")), "line 2: no entry");
        assert_eq!(error(&format!("{header}x,J,1,2\nx,J,1,2\n")), "line 3: juror 'J' scored entry 'x' before");
        assert_eq!(read_scores(b"entry,juror,a,b\nx,\xFF,1,2\n", &columns()), Err(ScoresError::NotText { line: 2 }));
    }

    #[test]
    fn weights_must_make_sense() {
        for bad in ["a", "a:", "a:0", "a:-1", "a:x", "a:0.0000001", ":1", "a:2000", ""] {
            assert_eq!(Columns::new("e", "j", bad), Err(ScoresError::Weight(bad.to_owned())), "{bad}");
        }
        assert_eq!(Columns::new("e", "j", "a:1,a:2"), Err(ScoresError::CriterionTwice("a".to_owned())));
    }
}
