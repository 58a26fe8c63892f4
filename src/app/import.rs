//! Entries from a spreadsheet.
