//! Several processes of the program on one database: the same pages from each, and everything that
//! happens by itself happens once.

use std::time::Duration;

use chrono::{TimeDelta, Utc};

use super::fleet::Fleet;
use super::load::Load;
use super::scheduled::{WINNERS, announced_at, publications};
use super::{expect_sound, is_here, until, writers};
use crate::support::database::FreshDatabase;
use crate::support::mailbox::Mailbox;
use crate::support::node::{Plan, Starting};
use crate::support::{Browser, Node, TestApp};

#[actix_web::test]
async fn two_processes_that_start_at_once_on_an_empty_database_are_one_site() {
    let folder = tempfile::tempdir().unwrap();
    let database = FreshDatabase::new(folder.path());
    let mails = Mailbox::start();
    let nodes = [(); 2].map(|()| Plan::new(&database.url, folder.path(), mails.port).spawn());
    let [one, two] = nodes.map(Starting::listening);
    for node in [&one, &two] {
        node.browser().get("/readyz").await.expect(200);
    }

    let account = [("name", "Hanane"), ("email", "hanane@people.example"), ("password", "khettara de Fezna")];
    one.browser().post("/fr/account/sign-up", &account).await.expect(303);
    until("the mail of the account", async || !mails.to("hanane@people.example").is_empty()).await;
    let link = mails.last_to("hanane@people.example").link();
    two.browser().post(&link, &[]).await.expect(303);

    let browser = one.browser();
    browser.post("/fr/account/sign-in", &account[1..]).await.expect(303);
    browser.get("/fr/entries/").await.expect(200);
    let elsewhere = two.browser().with_cookie(&browser.cookies());
    assert!(elsewhere.get("/fr/entries/").await.expect(200).body().contains("Hanane"), "signed in on both");
    elsewhere.post("/fr/account/sign-out", &[]).await.expect(303);
    browser.get("/fr/entries/").await.expect(303);
    tokio::time::sleep(Duration::from_secs(2)).await;
    assert_eq!(mails.to("hanane@people.example").len(), 1, "one process sent the mail, and once");
}

#[actix_web::test]
async fn an_announcement_that_falls_due_under_two_processes_happens_once() {
    let embargo = Utc::now() + TimeDelta::seconds(5);
    let award = announced_at(embargo, 20).await;
    let (url, folder) = (&award.app.state.settings.database.url.0, award.app.folder());
    let nodes = [(); 2].map(|()| Node::start(url, folder, award.app.mails.port));
    for node in &nodes {
        if Utc::now() < embargo {
            node.browser().get(WINNERS).await.expect(404);
        }
    }
    for node in &nodes {
        until("winners", async || node.browser().get(WINNERS).await.status == 200).await;
        assert!(node.browser().get(WINNERS).await.expect(200).body().contains("Entry 1"));
    }
    let outcomes = || award.app.mails.to("applicant@people.example");
    until("a mail per entry", async || outcomes().len() >= 20).await;
    tokio::time::sleep(Duration::from_secs(2)).await;
    assert_eq!(outcomes().len(), 20, "a mail per entry, each once");
    assert_eq!(publications(&award).await, 1);
}

#[actix_web::test]
async fn nodes_are_restarted_one_after_the_other_and_nobody_notices() {
    if !is_here("haproxy") {
        return;
    }
    let app = TestApp::start().await;
    app.clock.set(Utc::now());
    let people = writers(&app, 4).await;
    let url = &app.state.settings.database.url.0;
    let mut fleet = Fleet::start(|| Plan::new(url, app.folder(), app.mails.port)).await;
    let mut load = Load::default();
    load.write(&[&fleet.url], &people);
    load.read(Browser::new(&fleet.url), vec![("/fr/".into(), |body| !body.is_empty())]);
    for _ in 0..2 {
        fleet.restart_each().await;
    }
    let refused = load.end(&app).await;
    assert!(refused.is_empty(), "{} refusals", refused.len());
    drop(fleet);
    expect_sound(&app);
}
