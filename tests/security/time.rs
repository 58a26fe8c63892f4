//! Twice, at once, too late: what clocks and double clicks may not do.

use std::time::Duration;

use chrono::TimeDelta;
use digital_awards::app::AppError;
use digital_awards::domain::entry::EntryStatus;
use digital_awards::domain::ids::AssignmentId;
use digital_awards::store;
use futures_util::future::{join, join_all};
use reqwest::Method;

use crate::applicant::{fill, id_of, open_edition, start_fields, started, stored};
use crate::jury::award::{Award, OnJury};
use crate::results::{DESK, announce, closed, stage};
use crate::support::raw::Raw;
use crate::support::{Browser, TestApp};

#[actix_web::test]
async fn t26_ten_times_the_same_submission_is_one_with_one_answer_and_one_mail() {
    let app = TestApp::start().await;
    let edition = open_edition(&app).await;
    let hanane = app.person("hanane").await;
    let entry = started(&app, &hanane, &edition).await;
    fill(&app, &hanane, &entry).await;
    let submit = format!("{entry}/submit");
    let answers = join_all((0..10).map(|_| hanane.browser.post(&submit, &[("declaration", "1")]))).await;
    let places: Vec<String> = answers.into_iter().map(|answer| answer.expect(303).location()).collect();
    let path = |place: &String| place.split('?').next().unwrap().to_owned();
    assert!(places.iter().all(|place| path(place) == path(&places[0])), "{places:?}");
    // After the deadline a retry gets the first answer still.
    app.wait(TimeDelta::days(31));
    let later = app.browser_of(&hanane.user).await.post(&submit, &[("declaration", "1")]).await.expect(303);
    assert_eq!(path(&later.location()), path(&places[0]));
    let id = id_of(&entry);
    let read = app.state.db.read(move |c| Ok::<_, AppError>(store::snapshots::list(c, id)?.len()));
    assert_eq!(read.await.unwrap(), 1);
    app.do_jobs().await;
    assert_eq!(app.mails.to("hanane@people.example").len(), 1);
}

#[actix_web::test]
async fn t26_two_clicks_that_start_an_entry_make_one() {
    let app = TestApp::start().await;
    let edition = open_edition(&app).await;
    let hanane = app.person("hanane").await;
    let id = edition.id;
    let read = app.state.db.read(move |c| Ok::<_, AppError>(store::categories::list(c, id)?.remove(0).id.to_string()));
    let category = read.await.unwrap();
    let page = hanane.browser.get("/fr/entries/new").await.expect(200);
    let mut fields = page.fields("main form");
    fields.retain(|(name, _)| !start_fields("").iter().any(|(known, _)| known == name));
    let typed: Vec<(&str, &str)> =
        fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).chain(start_fields(&category)).collect();
    let answers = join_all((0..4).map(|_| hanane.browser.post("/fr/entries/new", &typed))).await;
    let places: Vec<String> = answers.into_iter().map(|answer| answer.expect(303).location()).collect();
    assert!(places.iter().all(|place| *place == places[0]), "{places:?}");
}

#[actix_web::test]
async fn t27_a_submission_that_began_in_time_counts_however_slowly_it_arrives() {
    let app = TestApp::start().await;
    let edition = open_edition(&app).await;
    let hanane = app.person("hanane").await;
    let entry = started(&app, &hanane, &edition).await;
    fill(&app, &hanane, &entry).await;
    let last = edition.closes_at;
    app.clock.set(last - TimeDelta::hours(1));
    let cookies = app.browser_of(&hanane.user).await.cookies();
    let begin = async |at: chrono::DateTime<chrono::Utc>| {
        app.clock.set(at);
        let mut raw = Raw::to(&app.url).await;
        let headers = [
            format!("Origin: {}", app.url),
            format!("Cookie: {cookies}"),
            "Content-Type: application/x-www-form-urlencoded".to_owned(),
            "Content-Length: 13".to_owned(),
        ];
        raw.ask(&format!("POST {entry}/submit"), &headers).await;
        raw.send("declar").await;
        tokio::time::sleep(Duration::from_millis(400)).await;
        raw
    };
    // A millisecond too late is too late, and nothing is lost.
    let mut late = begin(last + TimeDelta::milliseconds(1)).await;
    late.send("ation=1").await;
    let (status, page) = late.answer().await;
    assert_eq!(status, 409);
    assert!(page.contains("Votre brouillon est conservé"), "{page}");
    assert_eq!(stored(&app, &entry).await.status, EntryStatus::Draft);
    // The last instant is not, though its second half comes a minute later.
    let mut last_one = begin(last).await;
    app.clock.set(last + TimeDelta::minutes(1));
    last_one.send("ation=1").await;
    assert_eq!(last_one.answer().await.0, 303);
    let kept = stored(&app, &entry).await;
    assert_eq!((kept.status, kept.submitted_at), (EntryStatus::Submitted, Some(last)));
}

/// Saves one mark after the other until it is refused; the last that was acknowledged.
async fn score_until_closed(award: &Award, juror: &OnJury, id: AssignmentId) -> Option<i32> {
    let (mut version, mut acknowledged) = ("0".to_owned(), None);
    for n in 0.. {
        let mark = n % 5 + 1;
        let typed = mark.to_string();
        let request = juror.browser.request(Method::POST, &award.url(id, "/save")).header("origin", &award.app.url);
        let request = request.header("x-requested-with", "fetch");
        let fields = [("version", version.as_str()), ("c-innovation", typed.as_str())];
        let answer = juror.browser.send(request.form(&fields)).await;
        match answer.status {
            200 => {
                let saved: serde_json::Value = serde_json::from_str(&answer.body()).unwrap();
                version = saved["version"].to_string();
                acknowledged = Some(mark);
            }
            409 => break,
            other => panic!("{other}: {}", answer.summary()),
        }
    }
    acknowledged
}

#[actix_web::test]
async fn t28_what_was_acknowledged_while_a_round_closed_is_in_the_count_and_nothing_after_it() {
    let award = Award::with_entries(1).await;
    award.move_to(digital_awards::domain::edition::EditionStatus::Judging).await;
    let mut sheets = Vec::new();
    for name in ["amina", "bilal", "chama", "driss", "emna"] {
        let juror = award.juror(name).await;
        let id = award.assign(&juror, &[0]).await[0];
        sheets.push((juror, id));
    }
    let close = async {
        tokio::time::sleep(Duration::from_millis(600)).await;
        award.organiser.browser.post(&format!("{DESK}/rounds/{}/close", award.round.id), &[]).await.expect(303);
    };
    let burst = join_all(sheets.iter().map(|(juror, id)| score_until_closed(&award, juror, *id)));
    let (acknowledged, ()) = join(burst, close).await;
    for ((juror, id), last) in sheets.iter().zip(&acknowledged) {
        assert!(last.is_some(), "nothing was saved before the closing");
        let kept = juror.browser.get(&award.url(*id, "")).await.expect(200).value("c-innovation");
        assert_eq!(kept.parse().ok(), *last);
    }
    for (juror, id) in &sheets {
        for act in ["/save", "/submit", "/pass", "/reopen"] {
            juror.browser.post(&award.url(*id, act), &[("version", "9"), ("c-innovation", "1")]).await.expect(409);
        }
    }
}

#[actix_web::test]
async fn t29_eight_who_announce_at_once_announce_once_and_each_is_told_once() {
    let award = closed(&[[5, 4], [2, 1], [3, 3]]).await;
    award.app.do_jobs().await;
    let before = award.app.mails.to("applicant@people.example").len();
    assert_eq!(stage(&award, 0, "winner").await, 303);
    let mut browsers: Vec<Browser> = Vec::new();
    for _ in 0..8 {
        browsers.push(award.app.browser_of(&award.organiser.user).await);
    }
    let statuses = join_all(browsers.iter().map(announce)).await;
    assert_eq!(statuses.iter().filter(|status| **status == 303).count(), 1, "{statuses:?}");
    assert_eq!(statuses.iter().filter(|status| **status == 409).count(), 7, "{statuses:?}");
    for _ in 0..3 {
        award.app.do_jobs().await;
    }
    assert_eq!(award.app.mails.to("applicant@people.example").len() - before, 3);
    let log = award.organiser.browser.post(&format!("{DESK}/exports/log.csv"), &[]).await.expect(200).body();
    let announced = log.lines().filter(|line| line.contains("Lauréats annoncés")).count();
    assert_eq!(announced, 1, "{log}");
    // Announcing needs a closed round: while it is scored, nothing is.
    let open = crate::results::scored(&[[5, 4]]).await;
    assert_eq!(announce(&open.organiser.browser).await, 409);
}

#[actix_web::test]
async fn t30_of_two_who_write_at_once_neither_loses_a_word() {
    let app = TestApp::start().await;
    let edition = open_edition(&app).await;
    let hanane = app.person("hanane").await;
    let entry = started(&app, &hanane, &edition).await;
    fill(&app, &hanane, &entry).await;
    let section = format!("{entry}/sections/1");
    let version = hanane.browser.get(&section).await.expect(200).value("version");
    let texts = ["Le premier onglet.", "Le second onglet."];
    let both = texts.map(|text| (hanane.browser.clone(), version.clone(), text)).map(|(browser, version, text)| {
        let section = section.clone();
        async move { browser.post(&section, &[("version", &version), ("answer-pitch", text)]).await }
    });
    let answers = join_all(both).await;
    let mut statuses: Vec<u16> = answers.iter().map(|answer| answer.status).collect();
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 409]);
    let stale = answers.iter().find(|answer| answer.status == 409).unwrap();
    assert!(texts.iter().all(|text| stale.body().contains(text)), "both are shown: {}", stale.summary());
    // The same with a scorecard.
    let award = Award::with_entries(1).await;
    let juror = award.juror("najat").await;
    let id = award.assign(&juror, &[0]).await[0];
    let save = |mark: &'static str, comment: &'static str| {
        let (browser, url) = (juror.browser.clone(), award.url(id, "/save"));
        async move { browser.post(&url, &[("version", "0"), ("c-innovation", mark), ("comment", comment)]).await }
    };
    let (one, two) = join(save("4", "Du téléphone."), save("2", "De l’ordinateur.")).await;
    let mut statuses = [one.status, two.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 409]);
    let stale = if one.status == 409 { one } else { two };
    assert!(stale.body().contains("Du téléphone.") && stale.body().contains("De l’ordinateur."), "{}", stale.summary());
}
