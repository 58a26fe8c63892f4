//! The file store: bytes without a row go, those with one are read again, and what is damaged is told.

use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::time::{Duration, SystemTime};

use chrono::{TimeDelta, Utc};
use digital_awards::app::{AppError, storage};
use digital_awards::config::Secret;
use digital_awards::files::Files;
use digital_awards::store::{self, Conn};
use reqwest::Method;
use reqwest::header::AUTHORIZATION;
use reqwest::multipart::{Form, Part};

use super::{expect_clean, until};
use crate::applicant::{founder, open_edition, started, stored};
use crate::house::invariants::assert_kept;
use crate::support::command::program;
use crate::support::node::Plan;
use crate::support::people::Person;
use crate::support::{Browser, Node, TestApp, png};

const PDF: &[u8] = b"%PDF-1.7\n%%EOF";

/// Somebody with an entry that takes files.
async fn applicant(app: &TestApp) -> (Person, String) {
    app.clock.set(Utc::now());
    let edition = open_edition(app).await;
    let hanane = app.person("hanane").await;
    let entry = started(app, &hanane, &edition).await;
    (hanane, entry)
}

async fn attach(browser: &Browser, entry: &str, name: &str, bytes: &[u8]) {
    let path = format!("{entry}/files");
    browser.upload(&path, &[("section", "4")], "answer-attachments", name, bytes).await.expect(303);
}

/// What lies in the store.
async fn listed(app: &TestApp) -> Vec<String> {
    let mut keys: Vec<String> = app.state.files.list().await.unwrap().into_iter().map(|file| file.key).collect();
    keys.sort();
    keys
}

/// Sends a file to a server that is killed between its bytes and its row: it draws the first page meanwhile, with
/// a program that takes for ever.
async fn kill_between_bytes_and_row(app: &TestApp, person: &Person, entry: &str, change: impl Fn(Plan) -> Plan) {
    let slow = app.folder().join("slow");
    std::fs::write(&slow, "#!/bin/sh\nexec sleep 8\n").unwrap();
    std::fs::set_permissions(&slow, std::fs::Permissions::from_mode(0o755)).unwrap();
    let before = listed(app).await.len();
    let plan = Plan::new(&app.state.settings.database.url.0, app.folder(), app.mails.port);
    let node: Node = change(plan.with("DIGITAL_AWARDS__FILES__RENDERER", &slow)).start();
    let browser = node.browser().with_cookie(&person.browser.cookies());
    let part = Part::bytes(b"%PDF-1.7\nanother\n%%EOF".to_vec()).file_name("lost.pdf");
    let form = Form::new().text("section", "4").part("answer-attachments", part);
    let request = browser.request(Method::POST, &format!("{entry}/files")).header("sec-fetch-site", "same-origin");
    let sending = actix_web::rt::spawn(request.multipart(form).send());
    until("the bytes", async || listed(app).await.iter().filter(|key| !key.contains('#')).count() > before).await;
    drop(node);
    assert!(sending.await.unwrap().is_err(), "nothing was acknowledged");
}

/// Whatever the store: bytes that no row names go after a day, and no others.
async fn expect_orphan_goes(app: &TestApp, variables: &[(&'static str, String)]) {
    let (hanane, entry) = applicant(app).await;
    attach(&hanane.browser, &entry, "kept.pdf", PDF).await;
    let kept = listed(app).await;
    kill_between_bytes_and_row(app, &hanane, &entry, |plan| {
        variables.iter().fold(plan, |plan, (name, value)| plan.with(name, value))
    })
    .await;
    assert_eq!(listed(app).await.len(), kept.len() + 1);
    let mut command = program(&app.state.settings.database.url.0, app.folder());
    command.envs(variables.iter().cloned());
    expect_clean(command);
    app.clock.set(Utc::now() + TimeDelta::hours(23));
    app.do_jobs().await;
    assert_eq!(listed(app).await.len(), kept.len() + 1, "it might be on its way for a day");
    app.wait(TimeDelta::hours(2));
    app.do_jobs().await;
    assert_eq!(listed(app).await, kept);
    let browser = app.browser_of(&hanane.user).await;
    let page = browser.get(&format!("{entry}/sections/4")).await.expect(200);
    assert!(!page.body().contains("lost.pdf"));
    assert_eq!(browser.get(&page.attribute(".uploaded a", "href")).await.expect(200).bytes, PDF);
    assert_kept(app).await;
}

#[actix_web::test]
async fn bytes_whose_server_is_killed_before_their_row_is_written_go_after_a_day() {
    expect_orphan_goes(&TestApp::start().await, &[]).await;
}

#[cfg(feature = "s3")]
#[actix_web::test]
async fn bytes_on_s3_whose_server_is_killed_before_their_row_is_written_go_after_a_day() {
    let Some(s3) = super::bucket::S3::start().await else { return };
    let app = TestApp::start_with(|settings| settings.files = s3.settings(&settings.files)).await;
    expect_orphan_goes(&app, &s3.variables()).await;
}

#[actix_web::test]
async fn bytes_of_a_file_that_is_refused_after_all_go_at_once() {
    let app = TestApp::start().await;
    let (hanane, entry) = applicant(&app).await;
    for _ in 0..3 {
        attach(&hanane.browser, &entry, "plan.pdf", PDF).await;
    }
    app.do_jobs().await;
    assert_eq!(listed(&app).await.len(), 1, "the very same file counts once");
    assert_kept(&app).await;
}

#[actix_web::test]
async fn the_bytes_of_a_logo_that_is_replaced_go_a_day_later() {
    let app = TestApp::start().await;
    let (hanane, entry) = applicant(&app).await;
    let organisation = stored(&app, &entry).await.organisation_id;
    let logo = format!("/fr/organisations/{organisation}/logo");
    let organiser = founder(&app).await.browser;
    for _ in 0..2 {
        hanane.browser.upload(&logo, &[], "file", "logo.png", &png()).await.expect(303);
        organiser.upload("/fr/organiser/site/logo", &[], "file", "logo.png", &png()).await.expect(303);
    }
    app.do_jobs().await;
    assert_eq!(listed(&app).await.len(), 4, "a backup under way may have read the names of those before");
    app.wait(TimeDelta::hours(25));
    app.do_jobs().await;
    assert_eq!(listed(&app).await.len(), 2);
    app.browser_of(&hanane.user).await.get(&logo).await.expect(200);
    assert_kept(&app).await;
}

#[actix_web::test]
async fn bytes_that_are_going_are_never_named_and_bytes_that_are_named_never_go() {
    let app = TestApp::start().await;
    let now = app.now();
    let (named, going) = (Files::new_key(), Files::new_key());
    for key in [&named, &going] {
        let reserved = key.clone();
        app.state.db.write(move |c| storage::reserve(c, &reserved, now)).await.unwrap();
        app.state.files.put(key, PDF.into()).await.unwrap();
    }
    let claim = |key: &str| {
        let key = key.to_owned();
        app.state.db.write(move |c| storage::claim(c, &key))
    };
    claim(&named).await.unwrap();
    // Somebody's clock is two days ahead, and the row of the other is being written at this very moment.
    let later = now + TimeDelta::days(2);
    let begin = move |c: &mut Conn| Ok::<_, AppError>(store::erased_files::begin(c, later, 100)?);
    assert_eq!(app.state.db.write(begin).await.unwrap(), std::slice::from_ref(&going));
    assert!(matches!(claim(&going).await, Err(AppError::Unavailable(_))));
    let late = named.clone();
    app.state.db.write(move |c| storage::drop_reserved(c, &late, now)).await.unwrap();
    app.jobs.erase_files(now).await.unwrap();
    assert_eq!(listed(&app).await, [named]);
}

#[actix_web::test]
async fn what_a_process_left_half_written_goes_after_an_hour() {
    let app = TestApp::start().await;
    let (hanane, entry) = applicant(&app).await;
    attach(&hanane.browser, &entry, "plan.pdf", PDF).await;
    let before = listed(&app).await;
    let shelf = app.folder().join("files/zz");
    std::fs::create_dir(&shelf).unwrap();
    let aged = |name: &str, minutes: u64| {
        let path = shelf.join(name);
        std::fs::write(&path, PDF).unwrap();
        let then = SystemTime::now() - Duration::from_secs(minutes * 60);
        std::fs::File::options().write(true).open(path).unwrap().set_modified(then).unwrap();
    };
    aged("0123#1", 70);
    aged("4567#2", 40);
    // Nothing that this program writes.
    aged("notes#old", 70);
    app.wait(TimeDelta::minutes(1));
    app.do_jobs().await;
    let left: Vec<String> = listed(&app).await.into_iter().filter(|key| !before.contains(key)).collect();
    assert_eq!(left, ["zz/4567#2", "zz/notes#old"]);
    assert!(before.iter().all(|key| app.folder().join("files").join(key).exists()));
}

#[actix_web::test]
async fn every_file_is_read_again_once_a_week_and_damage_is_told_and_nothing_removed() {
    let app = TestApp::start_with(|settings| settings.metrics.token = Secret("token".into())).await;
    let (hanane, entry) = applicant(&app).await;
    for (name, letter) in [("one.pdf", b'1'), ("two.pdf", b'2'), ("three.pdf", b'3')] {
        let bytes = [b"%PDF-1.7\n".to_vec(), vec![letter; 200_000], b"\n%%EOF".to_vec()].concat();
        attach(&hanane.browser, &entry, name, &bytes).await;
    }
    let look = async || app.jobs.examine_files(app.now()).await.unwrap().map(|damaged| damaged.len());
    let told = async || {
        let browser = app.browser();
        let request = browser.request(Method::GET, "/metrics").header(AUTHORIZATION, "Bearer token");
        let numbers = browser.send(request).await.expect(200).body();
        let line = numbers.lines().find_map(|line| line.strip_prefix("digital_awards_files_damaged "));
        line.expect("the number").parse::<usize>().unwrap()
    };
    assert_eq!(look().await, Some(0));
    assert_eq!(look().await, None, "once a week");
    let mut files: Vec<PathBuf> = listed(&app).await.iter().map(|key| app.folder().join("files").join(key)).collect();
    files.retain(|path| path.extension().is_none());
    let whole = std::fs::read(&files[0]).unwrap();
    let mut altered = whole.clone();
    altered[100_000] ^= 1;
    std::fs::write(&files[0], altered).unwrap();
    let gone = std::fs::read(&files[1]).unwrap();
    std::fs::remove_file(&files[1]).unwrap();
    let third = std::fs::read(&files[2]).unwrap();
    app.wait(TimeDelta::days(6));
    assert_eq!(look().await, None);
    assert_eq!(told().await, 0);
    app.wait(TimeDelta::days(2));
    assert_eq!(look().await, Some(2));
    assert_eq!(told().await, 2);
    app.do_jobs().await;
    assert!(files[0].exists() && files[2].exists(), "nothing is removed");
    // One that can't be read is neither whole nor damaged: it is tried again within the hour.
    std::fs::remove_file(&files[2]).unwrap();
    std::os::unix::fs::symlink(&files[2], &files[2]).unwrap();
    app.wait(TimeDelta::days(8));
    assert!(app.jobs.examine_files(app.now()).await.is_err());
    assert_eq!(look().await, None);
    std::fs::remove_file(&files[2]).unwrap();
    std::fs::write(&files[2], third).unwrap();
    app.wait(TimeDelta::minutes(61));
    assert_eq!(look().await, Some(2));
    // Copied back from a backup.
    std::fs::write(&files[0], whole).unwrap();
    std::fs::write(&files[1], gone).unwrap();
    app.wait(TimeDelta::days(8));
    assert_eq!(look().await, Some(0));
    assert_eq!(told().await, 0);
    assert_kept(&app).await;
}
