//! A fresh database for each test: a file, or with `TEST_DATABASE_URL` a database of its own on
//! that PostgreSQL server.

use std::path::Path;

use diesel::{Connection, PgConnection, RunQueryDsl, sql_query};

/// A database that is gone when the test is over.
pub struct FreshDatabase {
    /// Where it is.
    pub url: String,
    drop_with: Option<(String, String)>,
}

impl FreshDatabase {
    /// On the engine that this run tests.
    pub fn new(folder: &Path) -> Self {
        match std::env::var("TEST_DATABASE_URL") {
            Ok(server) if !server.is_empty() => Self::on_postgres(server),
            _ => Self { url: format!("sqlite://{}", folder.join("awards.db").display()), drop_with: None },
        }
    }

    fn on_postgres(server: String) -> Self {
        let name = format!("awards_test_{}", uuid::Uuid::new_v4().simple());
        let mut admin = PgConnection::establish(&server).expect("TEST_DATABASE_URL names a PostgreSQL server");
        sql_query(format!("CREATE DATABASE {name}")).execute(&mut admin).expect("may create databases");
        let (base, _) = server.rsplit_once('/').expect("TEST_DATABASE_URL ends with a database name");
        Self { url: format!("{base}/{name}"), drop_with: Some((server, name)) }
    }
}

impl Drop for FreshDatabase {
    fn drop(&mut self) {
        if let Some((server, name)) = &self.drop_with
            && let Ok(mut admin) = PgConnection::establish(server)
        {
            let _ = sql_query(format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)")).execute(&mut admin);
        }
    }
}
