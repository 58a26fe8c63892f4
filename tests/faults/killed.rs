//! The program is killed in the middle of everything, and started again: whatever it acknowledged is
//! there, and nothing half done is.

use std::io::Write;
use std::net::TcpStream;
use std::process::Stdio;
use std::time::Duration;

use chrono::{TimeDelta, Utc};
use digital_awards::app::AppError;
use digital_awards::domain::entry::Snapshot;
use digital_awards::domain::ids::AssignmentId;
use digital_awards::domain::scorecard::Scorecard;
use digital_awards::store;
use reqwest::Method;
use reqwest::header::ORIGIN;

use super::scheduled::{WINNERS, announced_at, publications};
use super::{any_below, expect_kept, expect_sound, expect_sound_in, until, version_in};
use crate::applicant::{fill, id_of, open_edition, started};
use crate::jury::award::Award;
use crate::support::command::{expect_code, program};
use crate::support::database::FreshDatabase;
use crate::support::{Browser, Node, TestApp};

fn node(app: &TestApp) -> Node {
    Node::start(&app.state.settings.database.url.0, app.folder(), app.mails.port)
}

/// Saves one text after the other until the server is gone; the last that was acknowledged.
async fn type_until_it_dies(browser: Browser, section: String, mut version: String) -> u32 {
    let mut acknowledged = 0;
    for number in 1.. {
        let text = format!("Texte {number}");
        let fields = [("version", version.as_str()), ("answer-pitch", text.as_str())];
        let request = browser.request(Method::POST, &section).header(ORIGIN, &browser.base);
        let Ok(answer) = request.header("X-Requested-With", "fetch").form(&fields).send().await else { break };
        assert_eq!(answer.status().as_u16(), 200);
        let Ok(saved) = answer.json::<serde_json::Value>().await else { break };
        saved["version"].as_str().unwrap().clone_into(&mut version);
        acknowledged = number;
    }
    acknowledged
}

#[actix_web::test]
async fn every_acknowledged_character_survives_a_server_that_is_killed_while_somebody_types() {
    let app = TestApp::start().await;
    app.clock.set(Utc::now());
    let edition = open_edition(&app).await;
    let hanane = app.person("hanane").await;
    let entry = started(&app, &hanane, &edition).await;
    let section = format!("{entry}/sections/1");
    for wait in [300, 700, 450] {
        let server = node(&app);
        let browser = server.browser().with_cookie(&hanane.browser.cookies());
        let version = browser.get(&section).await.expect(200).value("version");
        let typing = actix_web::rt::spawn(type_until_it_dies(browser, section.clone(), version));
        tokio::time::sleep(Duration::from_millis(wait)).await;
        drop(server);
        let acknowledged = typing.await.unwrap();
        assert!(acknowledged > 0, "something was saved in {wait} ms");
        expect_kept(&app, &entry, acknowledged).await;
    }
    expect_sound(&app);
}

/// A request of a page of ours; none when the server is gone before it has answered.
async fn sent(browser: &Browser, path: &str, fields: &[(&str, &str)]) -> Option<reqwest::Response> {
    let request = browser.request(Method::POST, path).header(ORIGIN, &browser.base);
    request.header("X-Requested-With", "fetch").form(fields).send().await.ok()
}

/// Changes an entry and submits it, again and again, until the server is gone; the last number that was
/// acknowledged.
async fn submit_until_it_dies(browser: Browser, entry: String, mut version: String, from: u32) -> u32 {
    let (section, submit) = (format!("{entry}/sections/1"), format!("{entry}/submit"));
    let mut last = from;
    loop {
        let text = format!("Texte {}", last + 1);
        let fields = [("version", version.as_str()), ("answer-pitch", text.as_str())];
        let Some(saved) = sent(&browser, &section, &fields).await else { return last };
        if saved.status() == 503 {
            continue;
        }
        let Ok(saved) = saved.json::<serde_json::Value>().await else { return last };
        saved["version"].as_str().unwrap().clone_into(&mut version);
        let Some(answer) = sent(&browser, &submit, &[("declaration", "1")]).await else { return last };
        match answer.status().as_u16() {
            303 => last += 1,
            // Not acknowledged: sent again.
            503 => {}
            other => panic!("{other}"),
        }
    }
}

#[actix_web::test]
async fn what_was_submitted_survives_fifteen_kills() {
    let app = TestApp::start().await;
    app.clock.set(Utc::now());
    let edition = open_edition(&app).await;
    let mut people = Vec::new();
    for name in ["hanane", "said", "fatiha"] {
        let person = app.person(name).await;
        let entry = started(&app, &person, &edition).await;
        fill(&app, &person, &entry).await;
        people.push((person, entry, 0));
    }
    let mut acknowledged = 0;
    for round in 0..15 {
        let server = node(&app);
        let mut working = Vec::new();
        for (person, entry, last) in &people {
            let browser = server.browser().with_cookie(&person.browser.cookies());
            let version = browser.get(&format!("{entry}/sections/1")).await.expect(200).value("version");
            working.push(actix_web::rt::spawn(submit_until_it_dies(browser, entry.clone(), version, *last)));
        }
        tokio::time::sleep(Duration::from_millis(100 + any_below(500))).await;
        drop(server);
        for (work, (_, entry, last)) in working.into_iter().zip(&mut people) {
            let heard = work.await.unwrap();
            acknowledged += heard - *last;
            let id = id_of(entry);
            let snapshots: Vec<Snapshot> =
                app.state.db.read(move |c| Ok::<_, AppError>(store::snapshots::list(c, id)?)).await.unwrap();
            let mut numbers: Vec<i32> = snapshots.iter().map(|snapshot| snapshot.number).collect();
            numbers.sort_unstable();
            assert!(numbers.iter().copied().eq(1..=i32::try_from(numbers.len()).unwrap()), "{numbers:?}");
            let newest = snapshots.iter().max_by_key(|snapshot| snapshot.number).map(|s| s.answers["pitch"].clone());
            // The one under way may have come through without anybody hearing of it.
            let kept = newest.and_then(|text| text.strip_prefix("Texte ")?.parse().ok()).unwrap_or(0);
            assert!((heard..=heard + 1).contains(&kept), "round {round}: {kept} kept after {heard} were acknowledged");
            *last = kept;
        }
    }
    assert!(acknowledged > 30, "{acknowledged} submissions were acknowledged");
    expect_sound(&app);
}

/// Hands a sheet in and takes it back, again and again, until the server is gone; the last number that was
/// acknowledged.
async fn score_until_it_dies(browser: Browser, sheet: String, from: u32) -> u32 {
    for number in from + 1.. {
        let Ok(page) = browser.request(Method::GET, &sheet).send().await else { return number - 1 };
        let Ok(page) = page.text().await else { return number - 1 };
        let version = version_in(&page);
        let (note, mark) = (format!("Note {number}"), (1 + number % 5).to_string());
        let marks = ["c-innovation", "c-creativity", "c-entrepreneurship"].map(|name| (name, mark.as_str()));
        let mut fields = vec![("version", version), ("note", &note)];
        fields.extend(marks);
        let Some(answer) = sent(&browser, &format!("{sheet}/submit"), &fields).await else { return number - 1 };
        assert_eq!(answer.status().as_u16(), 200);
        // Once taken back or not: the number was acknowledged.
        if sent(&browser, &format!("{sheet}/reopen"), &[]).await.is_none() {
            return number;
        }
    }
    unreachable!()
}

async fn card(app: &TestApp, id: AssignmentId) -> (Scorecard, Vec<String>) {
    let read = move |c: &mut store::Conn| {
        let card = store::scorecards::find(c, id)?.expect("a sheet");
        let scores = store::scorecards::list_scores(c, card.id)?;
        Ok::<_, AppError>((card, scores.iter().map(|score| format!("{:?}", score.value)).collect()))
    };
    app.state.db.read(read).await.unwrap()
}

#[actix_web::test]
async fn what_was_scored_survives_fifteen_kills() {
    let app = TestApp::start().await;
    app.clock.set(Utc::now());
    let award = Award::with_entries_on(app, 1).await;
    let mut jurors = Vec::new();
    for name in ["najat", "driss", "salma"] {
        let juror = award.juror(name).await;
        let id = award.assign(&juror, &[0]).await[0];
        jurors.push((juror, id, 0));
    }
    let mut acknowledged = 0;
    for round in 0..15 {
        let server = node(&award.app);
        let mut working = Vec::new();
        for (juror, id, last) in &jurors {
            let browser = server.browser().with_cookie(&juror.browser.cookies());
            // A sheet that was in when the server died is taken back first.
            browser.post(&award.url(*id, "/reopen"), &[]).await;
            working.push(actix_web::rt::spawn(score_until_it_dies(browser, award.url(*id, ""), *last)));
        }
        tokio::time::sleep(Duration::from_millis(150 + any_below(500))).await;
        drop(server);
        for (work, (_, id, last)) in working.into_iter().zip(&mut jurors) {
            let heard = work.await.unwrap();
            acknowledged += heard - *last;
            if heard == 0 {
                continue;
            }
            let (card, scores) = card(&award.app, *id).await;
            let kept: u32 = card.note.strip_prefix("Note ").unwrap().parse().unwrap();
            assert!((heard..=heard + 1).contains(&kept), "round {round}: {kept} kept after {heard} were acknowledged");
            // A sheet is whole: its note and its three marks are of one save.
            let mark = scores.first().cloned();
            assert!(scores.len() == 3 && scores.iter().all(|score| Some(score) == mark.as_ref()), "{scores:?}");
            *last = kept;
        }
    }
    assert!(acknowledged > 30, "{acknowledged} sheets were acknowledged");
    expect_sound(&award.app);
}

#[actix_web::test]
async fn an_announcement_in_which_the_server_is_killed_happens_wholly_and_once() {
    for round in 0..4_u64 {
        let embargo = Utc::now() + TimeDelta::milliseconds(3_500);
        let award = announced_at(embargo, 5).await;
        let server = node(&award.app);
        // Around the instant: before it, in the middle of it, while the mails leave.
        let wait = embargo - Utc::now() + TimeDelta::milliseconds((round * 250 + any_below(250)).cast_signed());
        tokio::time::sleep(wait.to_std().unwrap_or_default()).await;
        drop(server);
        let server = node(&award.app);
        let browser = server.browser();
        until("winners", async || browser.get(WINNERS).await.status == 200).await;
        assert!(browser.get(WINNERS).await.expect(200).body().contains("Entry 1"));
        // One mail for each entry. A kill between the mail server's yes and our note of it repeats a mail as
        // the very same: its Message-ID tells.
        let mails = || {
            let ids = award.app.mails.to("applicant@people.example").into_iter().map(|mail| mail.id);
            ids.collect::<std::collections::BTreeSet<String>>().len()
        };
        until("a mail per entry", async || mails() >= 5).await;
        tokio::time::sleep(Duration::from_secs(1)).await;
        assert_eq!(mails(), 5, "round {round}");
        assert_eq!(publications(&award).await, 1, "round {round}");
        drop(server);
        expect_sound(&award.app);
    }
}

#[actix_web::test]
async fn a_migration_that_is_killed_is_continued_by_the_next_start() {
    let columns = |url: &str, folder: &std::path::Path| {
        let options = store::DbOptions {
            url: url.to_owned(),
            replica_url: String::new(),
            pool_size: 1,
            pool_timeout: Duration::from_secs(10),
            statement_timeout: Duration::from_secs(10),
        };
        expect_code(&program(url, folder).arg("migrate").output().unwrap(), 0);
        let mut columns = store::migrations::columns(&mut store::connect(&options).unwrap()).unwrap();
        columns.sort();
        columns
    };
    let whole = {
        let folder = tempfile::tempdir().unwrap();
        let database = FreshDatabase::new(folder.path());
        columns(&database.url, folder.path())
    };
    for round in 0..13 {
        let folder = tempfile::tempdir().unwrap();
        let database = FreshDatabase::new(folder.path());
        let mut migrating = program(&database.url, folder.path());
        let mut migrating = migrating.arg("migrate").stdout(Stdio::null()).spawn().unwrap();
        tokio::time::sleep(Duration::from_millis(20 + any_below(400))).await;
        let _ = migrating.kill();
        let _ = migrating.wait();
        assert_eq!(columns(&database.url, folder.path()), whole, "round {round}");
        expect_sound_in(&database.url, folder.path(), &folder.path().join("files"));
    }
}

#[actix_web::test]
async fn no_half_file_is_there_when_the_server_is_killed_in_the_middle_of_an_upload() {
    let app = TestApp::start().await;
    app.clock.set(Utc::now());
    let edition = open_edition(&app).await;
    let hanane = app.person("hanane").await;
    let entry = started(&app, &hanane, &edition).await;
    let server = node(&app);
    let address = server.url.trim_start_matches("http://").to_owned();
    let boundary = "khettara";
    let head = format!(
        "--{boundary}\r\ncontent-disposition: form-data; name=\"section\"\r\n\r\n4\r\n--{boundary}\r\n\
         content-disposition: form-data; name=\"answer-attachments\"; filename=\"plan.pdf\"\r\n\
         content-type: application/pdf\r\n\r\n%PDF-1.7\n"
    );
    let request = format!(
        "POST {entry}/files HTTP/1.1\r\nhost: {address}\r\norigin: {}\r\ncookie: {}\r\n\
         content-type: multipart/form-data; boundary={boundary}\r\ncontent-length: 5000000\r\n\r\n{head}",
        server.url,
        hanane.browser.cookies(),
    );
    let mut half = TcpStream::connect(&address).unwrap();
    half.write_all(request.as_bytes()).unwrap();
    half.write_all(&vec![b' '; 2_000_000]).unwrap();
    tokio::time::sleep(Duration::from_millis(300)).await;
    drop(server);

    let server = node(&app);
    let browser = server.browser().with_cookie(&hanane.browser.cookies());
    let page = browser.get(&format!("{entry}/sections/4")).await.expect(200);
    assert!(!page.has(".uploaded") && !page.body().contains("plan.pdf"), "{}", page.summary());
    let id = id_of(&entry);
    let files = app.state.db.read(move |c| Ok::<_, AppError>(store::entry_files::list(c, id)?.len())).await.unwrap();
    assert_eq!(files, 0);
    // The same file, sent again, comes in whole.
    let fields = [("section", "4")];
    let pdf = b"%PDF-1.7\n%%EOF";
    browser.upload(&format!("{entry}/files"), &fields, "answer-attachments", "plan.pdf", pdf).await.expect(303);
    assert!(browser.get(&format!("{entry}/sections/4")).await.expect(200).body().contains("plan.pdf"));
    drop(server);
    expect_sound(&app);
}
