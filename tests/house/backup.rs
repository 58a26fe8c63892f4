//! A backup is a whole award: put back elsewhere, everything is there, and damage is noticed.

use digital_awards::app::AppError;
use digital_awards::store;

use crate::support::TestApp;
use crate::support::command::{expect_code, program};
use crate::support::database::FreshDatabase;

fn url_of(app: &TestApp) -> String {
    app.state.settings.database.url.0.clone()
}

#[actix_web::test]
async fn a_backup_taken_while_the_site_runs_restores_into_an_empty_place() {
    let app = TestApp::start().await;
    let person = app.person("hanane").await;
    let folder = app.folder().to_owned();
    let backup = folder.join("copy");
    let made = program(&url_of(&app), &folder).args(["backup", backup.to_str().unwrap()]).output().unwrap();
    expect_code(&made, 0);
    let elsewhere = tempfile::tempdir().unwrap();
    let database = FreshDatabase::new(elsewhere.path());
    let restored =
        program(&database.url, elsewhere.path()).args(["restore", backup.to_str().unwrap()]).output().unwrap();
    expect_code(&restored, 0);
    let db =
        store::Db::open(&store::DbOptions { url: database.url.clone(), ..app.state.settings.db_options() }).unwrap();
    let found = db.read_now(|c| Ok::<_, AppError>(store::users::get(c, person.user.id)?)).unwrap();
    assert_eq!(found, person.user);
    // A second restore would overwrite: it is refused.
    let again = program(&database.url, elsewhere.path()).args(["restore", backup.to_str().unwrap()]).output().unwrap();
    assert!(expect_code(&again, 1).contains("not empty"));
}

#[actix_web::test]
async fn a_backup_never_overwrites_another() {
    let app = TestApp::start().await;
    let folder = app.folder().to_owned();
    let made = program(&url_of(&app), &folder).args(["backup", folder.to_str().unwrap()]).output().unwrap();
    assert!(expect_code(&made, 1).contains("exists already"));
}
