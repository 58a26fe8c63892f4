//! The schema's history: the same on both engines, reversible, and what `schema.rs` says.

use std::collections::BTreeSet;

use digital_awards::store;

use crate::support::database::FreshDatabase;

fn names(engine: &str) -> BTreeSet<String> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations").join(engine);
    std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect()
}

fn options(url: &str) -> store::DbOptions {
    store::DbOptions {
        replica_url: String::new(),
        url: url.to_owned(),
        pool_size: 2,
        pool_timeout: std::time::Duration::from_secs(5),
        statement_timeout: std::time::Duration::from_secs(15),
    }
}

#[test]
fn both_engines_have_the_same_migrations() {
    assert_eq!(names("sqlite"), names("postgres"));
}

#[test]
fn migrations_go_up_down_and_up_again() {
    let folder = tempfile::tempdir().unwrap();
    let database = FreshDatabase::new(folder.path());
    let mut conn = store::connect(&options(&database.url)).unwrap();
    let ran = store::migrations::run(&mut conn).unwrap();
    assert_eq!(ran.len(), names("sqlite").len());
    assert!(store::migrations::run(&mut conn).unwrap().is_empty());
    store::migrations::revert_all(&mut conn).unwrap();
    assert_eq!(store::migrations::run(&mut conn).unwrap().len(), ran.len());
}

#[test]
fn the_tables_are_what_the_program_believes() {
    let folder = tempfile::tempdir().unwrap();
    let database = FreshDatabase::new(folder.path());
    let mut conn = store::connect(&options(&database.url)).unwrap();
    store::migrations::run(&mut conn).unwrap();
    let real = store::migrations::columns(&mut conn).unwrap();
    let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/src/store/schema.rs")).unwrap();
    let mut believed = BTreeSet::new();
    for table in text.split("diesel::table! {").skip(1) {
        let body = table.split("\n}").next().unwrap();
        let name = body.lines().find_map(|l| l.strip_suffix(") {")?.trim().split(' ').next()).unwrap().to_owned();
        for line in body.lines() {
            if let Some((column, kind)) = line.trim().trim_end_matches(',').split_once(" -> ") {
                believed.insert((name.clone(), column.to_owned(), kind.starts_with("Nullable")));
            }
        }
    }
    let real: BTreeSet<_> = real.into_iter().filter(|(table, _, _)| !table.starts_with("__diesel")).collect();
    assert_eq!(
        real.difference(&believed).collect::<Vec<_>>(),
        Vec::<&(String, String, bool)>::new(),
        "in the database only"
    );
    assert_eq!(
        believed.difference(&real).collect::<Vec<_>>(),
        Vec::<&(String, String, bool)>::new(),
        "in schema.rs only"
    );
}

/// The names of a table's triggers.
fn triggers(conn: &mut store::Conn, table: &str) -> Vec<String> {
    use diesel::RunQueryDsl;
    #[derive(diesel::QueryableByName)]
    struct Named {
        #[diesel(sql_type = diesel::sql_types::Text)]
        name: String,
    }
    let found: Vec<Named> = match conn {
        store::Conn::Sqlite(c) => {
            diesel::sql_query(format!("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = '{table}'"))
                .load(c)
        }
        store::Conn::Pg(c) => diesel::sql_query(format!(
            "SELECT tgname::text AS name FROM pg_trigger WHERE tgrelid = '{table}'::regclass AND NOT tgisinternal"
        ))
        .load(c),
    }
    .unwrap();
    found.into_iter().map(|found| found.name).collect()
}

/// Asserts how many triggers of a name tables have. A table that is made anew loses its triggers on SQLite: then
/// they are to be made anew too.
fn assert_says_when_it_changes(prefix: &str, tables: &[(&str, usize)]) {
    let folder = tempfile::tempdir().unwrap();
    let database = FreshDatabase::new(folder.path());
    let mut conn = store::connect(&options(&database.url)).unwrap();
    store::migrations::run(&mut conn).unwrap();
    for (table, acts) in tables {
        let mut found = triggers(&mut conn, table);
        found.retain(|name| name.starts_with(prefix));
        let is_whole = if matches!(conn, store::Conn::Sqlite(_)) { found.len() == *acts } else { !found.is_empty() };
        assert!(is_whole, "{table}: {found:?}");
    }
}

#[test]
fn every_table_that_public_pages_read_says_when_it_changes() {
    let tables = [
        ("editions", 3),
        ("categories", 3),
        ("prizes", 3),
        ("rounds", 3),
        ("criteria", 3),
        ("entry_forms", 3),
        ("rules_versions", 3),
        ("season_reports", 3),
        ("distinctions", 3),
        ("gallery_consents", 3),
        ("tallies", 3),
        ("earlier_rules", 3),
        ("sites", 3),
        ("site_pages", 3),
        ("outcomes", 3),
        ("entries", 2),
        ("entry_snapshots", 2),
        ("organisations", 1),
    ];
    assert_says_when_it_changes("public_", &tables);
}

#[test]
fn every_table_that_a_jurors_list_or_a_count_reads_says_when_it_changes() {
    let tables = [
        ("jurors", 3),
        ("assignments", 3),
        ("scorecards", 3),
        ("conflicts", 3),
        ("collaborators", 3),
        ("practices", 3),
        ("practice_sheets", 3),
        ("entries", 3),
        ("entry_snapshots", 3),
        ("round_entries", 3),
        ("outcomes", 3),
        ("organisations", 1),
    ];
    assert_says_when_it_changes("judging_", &tables);
}

#[test]
fn a_backup_has_every_table() {
    let folder = tempfile::tempdir().unwrap();
    let database = FreshDatabase::new(folder.path());
    let mut conn = store::connect(&options(&database.url)).unwrap();
    store::migrations::run(&mut conn).unwrap();
    let columns = store::migrations::columns(&mut conn).unwrap();
    let real: BTreeSet<String> =
        columns.into_iter().map(|(table, ..)| table).filter(|table| !table.starts_with("__diesel")).collect();
    let kept: BTreeSet<String> = store::backup::tables().iter().map(ToString::to_string).collect();
    assert_eq!(kept, real);
}

#[test]
fn a_database_of_a_newer_version_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let database = FreshDatabase::new(folder.path());
    let mut conn = store::connect(&options(&database.url)).unwrap();
    store::migrations::run(&mut conn).unwrap();
    store::migrations::pretend(&mut conn, "29990101000000").unwrap();
    let refusal = store::migrations::run(&mut conn).unwrap_err().to_string();
    assert!(refusal.contains("newer version"), "{refusal}");
}
