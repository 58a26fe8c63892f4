//! From the first schema to that of today: no row is lost, and none says another thing.

use std::collections::BTreeMap;

use diesel::prelude::*;
use diesel::sql_types::Text;
use digital_awards::store::{self, Conn, DbOptions, Engine};

use crate::support::database::FreshDatabase;

/// The version of the first migration.
pub const FIRST: &str = "20261125000001";
const ROWS: &str = include_str!("../fixtures/upgrade/first.sql");

fn options(url: &str) -> DbOptions {
    DbOptions {
        replica_url: String::new(),
        url: url.to_owned(),
        pool_size: 2,
        pool_timeout: std::time::Duration::from_secs(5),
        statement_timeout: std::time::Duration::from_secs(15),
    }
}

/// A database as the first version left it, with rows in every table.
pub fn first_database(url: &str) -> Conn {
    let mut conn = store::connect(&options(url)).unwrap();
    store::migrations::run_until(&mut conn, FIRST).unwrap();
    for statement in ROWS.split(";\n").map(str::trim).filter(|statement| !statement.is_empty()) {
        store::audit::tamper(&mut conn, statement).unwrap_or_else(|e| panic!("{statement}: {e}"));
    }
    conn
}

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    line: String,
}

fn ask(url: &str, sql: &str) -> Vec<String> {
    let lines = match store::connect(&options(url)).unwrap() {
        Conn::Pg(mut c) => diesel::sql_query(sql).load::<Line>(&mut c),
        Conn::Sqlite(mut c) => diesel::sql_query(sql).load::<Line>(&mut c),
    };
    lines.unwrap_or_else(|e| panic!("{sql}: {e}")).into_iter().map(|line| line.line).collect()
}

/// The tables and their columns, in order.
pub fn lines_of(url: &str) -> BTreeMap<String, Vec<String>> {
    let mut conn = store::connect(&options(url)).unwrap();
    let mut tables: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (table, column, _) in store::migrations::columns(&mut conn).unwrap() {
        if !table.starts_with("__diesel") {
            tables.entry(table).or_default().push(column);
        }
    }
    tables
}

/// The names of the tables.
pub fn tables_of(url: &str) -> Vec<String> {
    lines_of(url).into_keys().collect()
}

/// What these columns of the tables say, row by row.
pub fn rows(url: &str, columns: &BTreeMap<String, Vec<String>>) -> BTreeMap<String, Vec<String>> {
    let mut all = BTreeMap::new();
    for (table, columns) in columns {
        let each: Vec<String> =
            columns.iter().map(|name| format!("'{name}=' || coalesce(CAST(\"{name}\" AS TEXT), 'NULL')")).collect();
        let sql = format!("SELECT {} AS line FROM {table} ORDER BY 1", each.join(" || '; ' || "));
        all.insert(table.clone(), ask(url, &sql));
    }
    all
}

/// A table as PostgreSQL writes it as CSV.
pub fn in_postgres(url: &str, table: &str) -> String {
    let columns = lines_of(url).remove(table).unwrap();
    let field = |name: &String| format!("coalesce('\"' || replace(\"{name}\"::text, '\"', '\"\"') || '\"', '')");
    let each: Vec<String> = columns.iter().map(field).collect();
    let lines = ask(url, &format!("SELECT {} AS line FROM {table}", each.join(" || ',' || ")));
    std::iter::once(columns.join(",")).chain(lines).map(|line| line + "\n").collect()
}

#[test]
fn a_database_of_the_first_version_is_brought_up_to_date_without_losing_a_row() {
    let folder = tempfile::tempdir().unwrap();
    let database = FreshDatabase::new(folder.path());
    let mut conn = first_database(&database.url);
    let columns = lines_of(&database.url);
    let before = rows(&database.url, &columns);
    assert_eq!(before.len(), 26);
    for (table, lines) in &before {
        assert!(!lines.is_empty(), "{table} has rows");
    }
    assert!(!store::migrations::run(&mut conn).unwrap().is_empty());
    drop(conn);
    assert_eq!(rows(&database.url, &columns), before);
    // And the program reads them.
    let db = store::Db::open(&options(&database.url)).unwrap();
    let read = |c: &mut Conn| {
        let edition = store::editions::find_current(c)?.unwrap();
        let (entries, _) = store::entries::list(c, edition.id, &store::entries::EntryFilter::default(), 0, 100)?;
        Ok::<_, store::StoreError>((edition.slug, entries.len(), store::outcomes::list_published(c, edition.id)?.len()))
    };
    assert_eq!(db.read_now(read).unwrap(), ("2026".to_owned(), 2, 1));
    let engine = Engine::of(&database.url).unwrap();
    assert_eq!(engine, db.engine());
}
