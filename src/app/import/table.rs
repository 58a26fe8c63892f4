//! Rows of a delimited file.

use super::decode::decode;

/// Most bytes of a file.
pub const MAX_BYTES: usize = 5 * 1024 * 1024;
/// Most rows of a file.
pub const MAX_ROWS: usize = 5_000;

/// A row and where it stands in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The line on which it begins, from 1.
    pub line: u64,
    /// Its cells, trimmed, as many as there are columns.
    pub cells: Vec<String>,
    /// Whether it has more cells than there are columns.
    pub is_too_long: bool,
}

/// A table as it was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// The names of its columns.
    pub headers: Vec<String>,
    /// Its rows, without the blank ones.
    pub rows: Vec<Row>,
    /// How many blank rows were passed over.
    pub blank: usize,
    /// What stands between two cells.
    pub delimiter: char,
    /// The encoding it was found in.
    pub encoding: &'static str,
}

/// Why a file is no table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TableError {
    /// Nothing in it.
    #[error("the file is empty")]
    Empty,
    /// More bytes than are read.
    #[error("the file is larger than 5 MB")]
    TooLarge,
    /// More rows than are read.
    #[error("the file has more than 5,000 rows")]
    TooManyRows,
    /// One column only, or no text at all.
    #[error("no delimiter found: is it a CSV file?")]
    NoColumns,
}

/// Reads a table: finds its encoding and its delimiter, takes the first row that is not blank for
/// the names of the columns.
pub fn read(bytes: &[u8]) -> Result<Table, TableError> {
    if bytes.len() > MAX_BYTES {
        return Err(TableError::TooLarge);
    }
    let (text, encoding) = decode(bytes);
    if text.trim().is_empty() {
        return Err(TableError::Empty);
    }
    let delimiter = delimiter_of(&text).ok_or(TableError::NoColumns)?;
    let mut records = records(&text, delimiter);
    let found = records.iter().position(|(_, cells)| !is_blank(cells)).ok_or(TableError::Empty)?;
    let headers = records.drain(..=found).next_back().map(|(_, cells)| cells).unwrap_or_default();
    let width = headers.len();
    let before = records.len();
    records.retain(|(_, cells)| !is_blank(cells));
    if records.len() > MAX_ROWS {
        return Err(TableError::TooManyRows);
    }
    let blank = before - records.len();
    let row = |(line, mut cells): (u64, Vec<String>)| {
        let is_too_long = cells.iter().skip(width).any(|cell| !cell.is_empty());
        cells.resize(width, String::new());
        Row { line, cells, is_too_long }
    };
    Ok(Table { headers, rows: records.into_iter().map(row).collect(), blank, delimiter: delimiter.into(), encoding })
}

fn is_blank(cells: &[String]) -> bool {
    cells.iter().all(String::is_empty)
}

fn records(text: &str, delimiter: u8) -> Vec<(u64, Vec<String>)> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    // The text is UTF-8 and rows may have any length: nothing is left that the reader refuses.
    let cells = |record: csv::StringRecord| {
        let line = record.position().map_or(0, |position| {
            // The reader passes over empty lines before it notes where a record begins.
            let from = usize::try_from(position.byte()).unwrap_or(usize::MAX);
            let rest = text.as_bytes().get(from..).unwrap_or_default();
            let empty = rest.iter().take_while(|b| matches!(b, b'\n' | b'\r')).filter(|b| **b == b'\n').count();
            position.line() + u64::try_from(empty).unwrap_or(0)
        });
        (line, record.iter().map(str::to_owned).collect())
    };
    reader.records().flatten().map(cells).collect()
}

/// The delimiter that cuts the first rows into the same number of cells, and into most of them.
fn delimiter_of(text: &str) -> Option<u8> {
    let head: String = text.lines().take(40).collect::<Vec<_>>().join("\n");
    let quality = |delimiter: u8| {
        let rows = records(&head, delimiter);
        let width = rows.iter().find(|(_, cells)| !is_blank(cells)).map_or(0, |(_, cells)| cells.len());
        let alike = rows.iter().filter(|(_, cells)| cells.len() == width).count();
        (width > 1).then_some((alike * 100 / rows.len().max(1), width))
    };
    // Of equals the first wins.
    let best = b";,\t|".iter().rev().filter_map(|d| quality(*d).map(|q| (q, *d))).max_by_key(|(q, _)| *q)?;
    Some(best.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_delimiter_is_found_and_blank_rows_are_passed_over() {
        for delimiter in [";", ",", "\t", "|"] {
            let text = "Nom;Ville\n;\nSaqya;\"Fès; médina\"\n\nTadwir;\n".replace(';', delimiter);
            let table = read(text.as_bytes()).unwrap();
            assert_eq!(table.delimiter.to_string(), delimiter);
            assert_eq!(table.headers, ["Nom", "Ville"]);
            let cells: Vec<_> = table.rows.iter().map(|r| (r.line, r.cells.join("/"))).collect();
            let city = "Saqya/Fès; médina".replace(';', delimiter);
            assert_eq!(cells, [(3, city), (5, "Tadwir/".to_owned())]);
            assert_eq!(table.blank, 1);
        }
    }

    #[test]
    fn a_decimal_comma_does_not_make_columns() {
        let table = read("nom;note\nSaqya;3,5\nNoor;4,25\nMakan, Fès;2,0\n".as_bytes()).unwrap();
        assert_eq!(table.headers.len(), 2);
        assert_eq!(table.rows[2].cells, ["Makan, Fès", "2,0"]);
    }

    #[test]
    fn what_is_no_table_is_refused() {
        assert_eq!(read(b""), Err(TableError::Empty));
        assert_eq!(read(b"\n \n"), Err(TableError::Empty));
        assert_eq!(read(b"un seul mot"), Err(TableError::NoColumns));
        assert_eq!(read(&vec![b'a'; MAX_BYTES + 1]), Err(TableError::TooLarge));
    }

    #[test]
    fn a_row_with_too_many_cells_is_marked() {
        let table = read(b"a;b\n1;2;3\n1;2;\n1\n").unwrap();
        let marks: Vec<bool> = table.rows.iter().map(|r| r.is_too_long).collect();
        assert_eq!(marks, [true, false, false]);
    }
}
