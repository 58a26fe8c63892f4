//! A backup is a whole award: put back elsewhere, everything is there, and damage is noticed.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};

use chrono::Utc;
use digital_awards::app::AppError;
use digital_awards::store::{self, DbOptions, Engine};
use reqwest::Method;
use reqwest::header::ORIGIN;
use sha2::{Digest, Sha256};

use super::upgrade::{FIRST, first_database, in_postgres, lines_of, rows, tables_of};
use crate::applicant::{open_edition, started, stored};
use crate::support::Node;
use crate::support::command::{expect_code, program};
use crate::support::database::FreshDatabase;
use crate::support::people::PASSWORD;
use crate::support::{Browser, TestApp, png};

fn url_of(app: &TestApp) -> String {
    app.state.settings.database.url.0.clone()
}

/// Makes a backup of an application.
fn back_up(app: &TestApp) -> PathBuf {
    let backup = app.folder().join("copy");
    let made = program(&url_of(app), app.folder()).args(["backup", backup.to_str().unwrap()]).output().unwrap();
    expect_code(&made, 0);
    backup
}

fn restore(database: &FreshDatabase, folder: &Path, backup: &Path, code: i32) -> String {
    let command = ["restore", backup.to_str().unwrap()];
    expect_code(&program(&database.url, folder).args(command).output().unwrap(), code)
}

fn verify(backup: &Path, code: i32) -> String {
    let folder = tempfile::tempdir().unwrap();
    let command = ["verify-backup", backup.to_str().unwrap()];
    expect_code(&program("", folder.path()).args(command).output().unwrap(), code)
}

#[actix_web::test]
async fn a_backup_taken_while_the_site_runs_restores_into_an_empty_place() {
    let app = TestApp::start().await;
    let person = app.person("hanane").await;
    let backup = back_up(&app);
    verify(&backup, 0);
    let elsewhere = tempfile::tempdir().unwrap();
    let database = FreshDatabase::new(elsewhere.path());
    restore(&database, elsewhere.path(), &backup, 0);
    let db = store::Db::open(&DbOptions { url: database.url.clone(), ..app.state.settings.db_options() }).unwrap();
    let found = db.read_now(|c| Ok::<_, AppError>(store::users::get(c, person.user.id)?)).unwrap();
    assert_eq!(found, person.user);
    // A second restore would overwrite: it is refused.
    assert!(restore(&database, elsewhere.path(), &backup, 1).contains("not empty"));
}

#[actix_web::test]
async fn a_backup_never_overwrites_another() {
    let app = TestApp::start().await;
    let folder = app.folder().to_owned();
    let made = program(&url_of(&app), &folder).args(["backup", folder.to_str().unwrap()]).output().unwrap();
    assert!(expect_code(&made, 1).contains("exists already"));
}

/// Every file below a folder.
fn files_in(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(files_in(&path)) } else { found.push(path) }
    }
    found
}

#[actix_web::test]
async fn a_byte_that_is_not_what_it_was_is_noticed_wherever_it_lies() {
    let app = TestApp::start().await;
    app.clock.set(Utc::now());
    let edition = open_edition(&app).await;
    let hanane = app.person("hanane").await;
    let entry = started(&app, &hanane, &edition).await;
    let fields = [("section", "4")];
    let pdf = b"%PDF-1.7\n%%EOF";
    hanane.browser.upload(&format!("{entry}/files"), &fields, "answer-attachments", "p.pdf", pdf).await.expect(303);
    let organisation = stored(&app, &entry).await.organisation_id;
    let logo = format!("/fr/organisations/{organisation}/logo");
    hanane.browser.upload(&logo, &[], "file", "logo.png", &png()).await.expect(303);
    let organiser = crate::applicant::founder(&app).await.browser;
    organiser.upload("/fr/organiser/site/logo", &[], "file", "logo.png", &png()).await.expect(303);
    let backup = back_up(&app);
    let said = verify(&backup, 0);
    assert!(said.contains("3 files"), "a document and two logos: {said}");
    for path in files_in(&backup) {
        let whole = std::fs::read(&path).unwrap();
        if whole.is_empty() {
            continue;
        }
        for at in [0, whole.len() / 2, whole.len() - 1] {
            let mut bytes = whole.clone();
            bytes[at] ^= 1;
            std::fs::write(&path, bytes).unwrap();
            let said = verify(&backup, 1);
            let name = path.file_name().unwrap().to_str().unwrap();
            assert!(
                said.contains("the backup is damaged") && said.contains("manifest") | said.contains(name),
                "{said}"
            );
        }
        std::fs::write(&path, &whole[..whole.len() - 1]).unwrap();
        verify(&backup, 1);
        std::fs::remove_file(&path).unwrap();
        verify(&backup, 1);
        // What is damaged is not put back, and leaves the place empty.
        let elsewhere = tempfile::tempdir().unwrap();
        let database = FreshDatabase::new(elsewhere.path());
        restore(&database, elsewhere.path(), &backup, 1);
        std::fs::write(&path, whole).unwrap();
        restore(&database, elsewhere.path(), &backup, 0);
    }
}

/// Saves one text after the other until told to stop; the number of the last that was acknowledged.
async fn type_on(browser: Browser, section: String, is_over: Arc<AtomicBool>, last: Arc<AtomicU32>) {
    let mut version = browser.get(&section).await.expect(200).value("version");
    for number in 1.. {
        let text = format!("Texte {number}");
        let fields = [("version", version.as_str()), ("answer-pitch", text.as_str())];
        let request = browser.request(Method::POST, &section).header(ORIGIN, &browser.base);
        let answer = request.header("X-Requested-With", "fetch").form(&fields).send().await.unwrap();
        assert_eq!(answer.status().as_u16(), 200);
        let saved: serde_json::Value = answer.json().await.unwrap();
        saved["version"].as_str().unwrap().clone_into(&mut version);
        last.store(number, Ordering::SeqCst);
        if is_over.load(Ordering::SeqCst) {
            return;
        }
    }
}

#[actix_web::test]
async fn a_backup_taken_while_people_write_restores_to_a_state_that_was() {
    let app = TestApp::start().await;
    app.clock.set(Utc::now());
    let edition = open_edition(&app).await;
    let is_over = Arc::new(AtomicBool::new(false));
    let mut writers = Vec::new();
    for name in ["hanane", "omar", "najat"] {
        let person = app.person(name).await;
        let entry = started(&app, &person, &edition).await;
        let last = Arc::new(AtomicU32::new(0));
        let typing = type_on(person.browser, format!("{entry}/sections/1"), Arc::clone(&is_over), Arc::clone(&last));
        writers.push((entry, last, actix_web::rt::spawn(typing)));
    }
    let wait = |count: u32| {
        let counts: Vec<_> = writers.iter().map(|(_, last, _)| Arc::clone(last)).collect();
        async move {
            while counts.iter().any(|last| last.load(Ordering::SeqCst) < count) {
                tokio::time::sleep(std::time::Duration::from_millis(10)).await;
            }
        }
    };
    wait(3).await;
    let before: Vec<u32> = writers.iter().map(|(_, last, _)| last.load(Ordering::SeqCst)).collect();
    let (url, folder, backup) = (url_of(&app), app.folder().to_owned(), app.folder().join("copy"));
    let target = backup.clone();
    let command = move || program(&url, &folder).args(["backup", target.to_str().unwrap()]).output().unwrap();
    let made = tokio::task::spawn_blocking(command).await.unwrap();
    expect_code(&made, 0);
    let after: Vec<u32> = writers.iter().map(|(_, last, _)| last.load(Ordering::SeqCst)).collect();
    wait(after.iter().max().unwrap() + 3).await;
    is_over.store(true, Ordering::SeqCst);

    let elsewhere = tempfile::tempdir().unwrap();
    let database = FreshDatabase::new(elsewhere.path());
    verify(&backup, 0);
    restore(&database, elsewhere.path(), &backup, 0);
    let db = store::Db::open(&DbOptions { url: database.url.clone(), ..app.state.settings.db_options() }).unwrap();
    for ((entry, _, typing), (before, after)) in writers.into_iter().zip(before.into_iter().zip(after)) {
        typing.await.unwrap();
        let id = crate::applicant::id_of(&entry);
        let kept = db.read_now(|c| Ok::<_, AppError>(store::entries::get(c, id)?)).unwrap().answers["pitch"].clone();
        let number: u32 = kept.strip_prefix("Texte ").unwrap().parse().unwrap();
        // What was acknowledged before it began is in it, nothing that came after it.
        assert!((before..=after + 1).contains(&number), "{number} of {before}..{after}");
    }
    drop(db);
    // People sign in with the password they had, and what they did stays accounted for.
    let node = Node::start(&database.url, elsewhere.path(), app.mails.port);
    let browser = node.browser();
    let typed = [("email", "hanane@people.example"), ("password", PASSWORD)];
    browser.post("/fr/account/sign-in", &typed).await.expect(303);
    assert!(browser.get("/fr/entries/").await.expect(200).body().contains("Saqya"));
    tokio::time::sleep(std::time::Duration::from_secs(2)).await;
    for command in [&["audit", "verify"][..], &["invariants", "--files"]] {
        expect_code(&program(&database.url, elsewhere.path()).args(command).output().unwrap(), 0);
    }
}

/// The backup that the first version would have made of its database, with the hashes of today.
fn old_backup(folder: &Path) -> PathBuf {
    let database = FreshDatabase::new(folder);
    let mut conn = first_database(&database.url);
    let backup = folder.join("old");
    std::fs::create_dir_all(backup.join("database")).unwrap();
    std::fs::create_dir_all(backup.join("files/ab")).unwrap();
    std::fs::write(backup.join("files/ab/plan"), b"%PDF-1.7\n%%EOF").unwrap();
    if Engine::of(&database.url).unwrap() == Engine::Sqlite {
        store::audit::tamper(&mut conn, &format!("VACUUM INTO '{}'", backup.join("database/awards.db").display()))
            .unwrap();
    } else {
        drop(conn);
        for table in tables_of(&database.url) {
            std::fs::write(backup.join(format!("database/{table}.csv")), in_postgres(&database.url, &table)).unwrap();
        }
    }
    let part = |folder: &str, key: &str| {
        let bytes = std::fs::read(backup.join(folder).join(key)).unwrap();
        serde_json::json!({ "key": key, "sha256": hex::encode(Sha256::digest(&bytes)), "size": bytes.len() })
    };
    let parts: Vec<_> = files_in(&backup.join("database"))
        .iter()
        .map(|path| part("database", path.file_name().unwrap().to_str().unwrap()))
        .collect();
    let manifest = serde_json::json!({
        "version": "0.0.1", "schema": FIRST, "made_at": "2026-11-25T09:00:00Z", "database": parts,
        "files": [part("files", "ab/plan")],
    });
    let text = manifest.to_string();
    std::fs::write(backup.join("manifest.json"), &text).unwrap();
    let sum = format!("{}  manifest.json\n", hex::encode(Sha256::digest(text.as_bytes())));
    std::fs::write(backup.join("manifest.sha256"), sum).unwrap();
    backup
}

#[test]
fn a_backup_of_the_first_version_is_brought_up_to_date() {
    let folder = tempfile::tempdir().unwrap();
    let backup = old_backup(folder.path());
    verify(&backup, 0);
    let before = tempfile::tempdir().unwrap();
    let first = FreshDatabase::new(before.path());
    let expected = {
        first_database(&first.url);
        rows(&first.url, &lines_of(&first.url))
    };
    let elsewhere = tempfile::tempdir().unwrap();
    let database = FreshDatabase::new(elsewhere.path());
    let said = restore(&database, elsewhere.path(), &backup, 0);
    assert!(said.contains("brought up to date by"), "{said}");
    assert_eq!(rows(&database.url, &lines_of(&first.url)), expected);
    assert!(restore(&database, elsewhere.path(), &backup, 1).contains("not empty"));
}

#[test]
fn a_backup_of_a_newer_version_is_refused_before_anything_is_touched() {
    let folder = tempfile::tempdir().unwrap();
    let backup = old_backup(folder.path());
    let text = std::fs::read_to_string(backup.join("manifest.json")).unwrap().replace(FIRST, "20991231000001");
    std::fs::write(backup.join("manifest.json"), &text).unwrap();
    let sum = format!("{}  manifest.json\n", hex::encode(Sha256::digest(text.as_bytes())));
    std::fs::write(backup.join("manifest.sha256"), sum).unwrap();
    let elsewhere = tempfile::tempdir().unwrap();
    let database = FreshDatabase::new(elsewhere.path());
    assert!(restore(&database, elsewhere.path(), &backup, 1).contains("newer version"));
    assert!(!elsewhere.path().join("awards.db").exists() && !elsewhere.path().join("files").exists());
}
