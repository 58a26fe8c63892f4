//! Tables to take away: CSV, and workbooks with typed columns. Rows are written as they come, into a file:
//! none of them is held.

use std::fs::File;
use std::io::{BufWriter, Seek, SeekFrom, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use chrono::{DateTime, NaiveDateTime, SecondsFormat, Utc};
use chrono_tz::Tz;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, XlsxError};

use super::DocumentError;
use crate::domain::language::Language;
use crate::domain::text::spreadsheet_cell;

/// Longest text of a cell that spreadsheets take, in UTF-16 units.
const CELL_LIMIT: usize = 32_767;

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Words.
    Text(String),
    /// A whole number.
    Whole(i64),
    /// A number with decimals: as written in CSV, as a number in workbooks.
    Decimal(String),
    /// An instant: shown in the zone of the table.
    Instant(DateTime<Utc>),
    /// Nothing.
    Empty,
}

impl Cell {
    /// Words, or nothing.
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() { Self::Empty } else { Self::Text(text) }
    }

    /// An instant, or nothing.
    pub fn instant(at: Option<DateTime<Utc>>) -> Self {
        at.map_or(Self::Empty, Self::Instant)
    }
}

/// How a table is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TableFormat {
    /// Text that every program reads.
    Csv,
    /// A workbook.
    Xlsx,
}

impl TableFormat {
    /// What stands after the dot.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
        }
    }

    /// Its media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv; charset=utf-8",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        }
    }
}

enum Writer {
    Csv(Box<csv::Writer<BufWriter<File>>>),
    Xlsx { book: Box<Workbook>, row: u32, day: Format },
}

/// A table that is being written, in one format or several at once.
pub struct Table {
    writers: Vec<Writer>,
    zone: Tz,
    /// Counts the rows as they are written, for whoever waits.
    rows: Arc<AtomicU64>,
}

fn broken(error: impl std::fmt::Display) -> DocumentError {
    DocumentError(error.to_string())
}

impl Table {
    /// An empty table with its head. `name` is that of the sheet; instants are shown in the zone.
    pub fn new(
        formats: &[TableFormat],
        language: Language,
        zone: Tz,
        name: &str,
        head: &[String],
    ) -> Result<Self, DocumentError> {
        let writer = |format: &TableFormat| match format {
            TableFormat::Csv => {
                let mut file = BufWriter::new(tempfile::tempfile().map_err(broken)?);
                // The mark tells spreadsheets that this is UTF-8.
                file.write_all(b"\xEF\xBB\xBF").map_err(broken)?;
                let mut writer = csv::Writer::from_writer(file);
                writer.write_record(head.iter().map(|title| spreadsheet_cell(title))).map_err(broken)?;
                Ok(Writer::Csv(Box::new(writer)))
            }
            TableFormat::Xlsx => Self::book(language, name, head).map_err(broken),
        };
        let writers = formats.iter().map(writer).collect::<Result<_, DocumentError>>()?;
        Ok(Self { writers, zone, rows: Arc::default() })
    }

    fn book(language: Language, name: &str, head: &[String]) -> Result<Writer, XlsxError> {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet_with_constant_memory()?;
        // A sheet's name has 31 characters at most, and no brackets.
        let name: String = name.chars().filter(|c| !"[]:*?/\\'".contains(*c)).take(31).collect();
        sheet.set_name(name)?;
        sheet.set_right_to_left(language.dir() == "rtl");
        sheet.set_freeze_panes(1, 0)?;
        let bold = Format::new().set_bold();
        for (column, title) in (0_u16..).zip(head) {
            sheet.set_column_width(column, 22)?;
            sheet.write_string_with_format(0, column, cut(title), &bold)?;
        }
        let day = Format::new().set_num_format("yyyy-mm-dd hh:mm:ss");
        Ok(Writer::Xlsx { book: Box::new(book), row: 1, day })
    }

    /// The table, with its rows counted by `rows`.
    #[must_use]
    pub fn counted(self, rows: Arc<AtomicU64>) -> Self {
        Self { rows, ..self }
    }

    /// One more row.
    pub fn row(&mut self, cells: &[Cell]) -> Result<(), DocumentError> {
        let zone = self.zone;
        self.rows.fetch_add(1, Ordering::Relaxed);
        self.writers.iter_mut().try_for_each(|writer| writer.row(cells, zone))
    }

    /// The files in the order of the formats, each from its beginning.
    pub fn finish(self) -> Result<Vec<File>, DocumentError> {
        self.writers.into_iter().map(Writer::finish).collect()
    }
}

impl Writer {
    fn row(&mut self, cells: &[Cell], zone: Tz) -> Result<(), DocumentError> {
        match self {
            Self::Csv(writer) => writer.write_record(cells.iter().map(|cell| plain(cell, zone))).map_err(broken),
            Self::Xlsx { book, row, day } => {
                let sheet = book.worksheet_from_index(0).map_err(broken)?;
                for (column, cell) in (0_u16..).zip(cells) {
                    match cell {
                        Cell::Empty => {}
                        Cell::Text(text) => {
                            sheet.write_string(*row, column, cut(text)).map_err(broken)?;
                        }
                        #[allow(clippy::cast_precision_loss)] // counts are small
                        Cell::Whole(number) => {
                            sheet.write_number(*row, column, *number as f64).map_err(broken)?;
                        }
                        Cell::Decimal(number) => {
                            let number: f64 = number.parse().map_err(broken)?;
                            sheet.write_number(*row, column, number).map_err(broken)?;
                        }
                        Cell::Instant(at) => {
                            let at = excel(at.with_timezone(&zone).naive_local()).map_err(broken)?;
                            sheet.write_datetime_with_format(*row, column, &at, day).map_err(broken)?;
                        }
                    }
                }
                *row += 1;
                Ok(())
            }
        }
    }

    fn finish(self) -> Result<File, DocumentError> {
        let mut file = match self {
            Self::Csv(writer) => writer.into_inner().map_err(broken)?.into_inner().map_err(broken)?,
            Self::Xlsx { mut book, .. } => {
                let mut file = tempfile::tempfile().map_err(broken)?;
                book.save_to_writer(&mut file).map_err(broken)?;
                file
            }
        };
        file.seek(SeekFrom::Start(0)).map_err(broken)?;
        Ok(file)
    }
}

/// A cell as CSV has it: none can become a formula.
fn plain(cell: &Cell, zone: Tz) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => spreadsheet_cell(text),
        Cell::Whole(number) => number.to_string(),
        Cell::Decimal(number) => number.clone(),
        Cell::Instant(at) => at.with_timezone(&zone).to_rfc3339_opts(SecondsFormat::Secs, false),
    }
}

/// A text as long as a cell may be.
fn cut(text: &str) -> String {
    let mut units = 0;
    text.chars()
        .take_while(|c| {
            units += c.len_utf16();
            units <= CELL_LIMIT
        })
        .collect()
}

fn excel(at: NaiveDateTime) -> Result<ExcelDateTime, XlsxError> {
    ExcelDateTime::parse_from_str(&at.format("%Y-%m-%dT%H:%M:%S").to_string())
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    fn written(format: TableFormat, rows: &[Vec<Cell>]) -> Vec<u8> {
        let head = ["Titre".to_owned(), "=1+1".to_owned()];
        let zone = chrono_tz::Africa::Casablanca;
        let mut table = Table::new(&[format], Language::Arabic, zone, "Fiches [1]", &head).unwrap();
        for row in rows {
            table.row(row).unwrap();
        }
        let mut bytes = Vec::new();
        table.finish().unwrap()[0].read_to_end(&mut bytes).unwrap();
        bytes
    }

    #[test]
    fn no_cell_of_a_csv_becomes_a_formula() {
        let rows = [vec![Cell::text("=HYPERLINK(1)"), Cell::Decimal("4.500000".into())]];
        let csv = String::from_utf8(written(TableFormat::Csv, &rows)).unwrap();
        assert_eq!(csv.trim_start_matches('\u{FEFF}'), "Titre,'=1+1\n'=HYPERLINK(1),4.500000\n");
    }

    #[test]
    fn a_text_too_long_for_a_cell_is_cut_and_not_refused() {
        let long = "é".repeat(40_000);
        assert_eq!(cut(&long).chars().count(), CELL_LIMIT);
        assert!(written(TableFormat::Xlsx, &[vec![Cell::Text(long), Cell::Whole(3)]]).starts_with(b"PK"));
    }
}
