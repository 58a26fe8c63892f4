//! Several processes of the program on one database: the same pages from each, and everything that
//! happens by itself happens once.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use chrono::{TimeDelta, Utc};

use super::scheduled::{WINNERS, announced_at, publications};
use super::{expect_sound, is_here, until};
use crate::applicant::{open_edition, started, stored};
use crate::support::database::FreshDatabase;
use crate::support::mailbox::Mailbox;
use crate::support::node::{Plan, Starting};
use crate::support::{Node, TestApp, free_port};

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

/// A load balancer before two nodes, which asks each whether it is ready.
struct Balancer {
    process: std::process::Child,
    url: String,
    _folder: tempfile::TempDir,
}

impl Drop for Balancer {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl Balancer {
    async fn start(ports: [u16; 2]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let port = free_port();
        let config = format!(
            "defaults\n mode http\n timeout connect 2s\n timeout client 30s\n timeout server 30s\n timeout check 2s\n retries 3\n \
             option redispatch 1\n option http-server-close\n\
             listen awards\n bind 127.0.0.1:{port}\n balance roundrobin\n option httpchk GET /readyz\n \
             default-server check inter 200ms fall 1 rise 1\n \
             server one 127.0.0.1:{}\n server two 127.0.0.1:{}\n",
            ports[0], ports[1]
        );
        let file = folder.path().join("haproxy.cfg");
        std::fs::write(&file, config).unwrap();
        let process = std::process::Command::new("haproxy").arg("-db").arg("-f").arg(&file).spawn().unwrap();
        let balancer = Self { process, url: format!("http://127.0.0.1:{port}"), _folder: folder };
        let browser = crate::support::Browser::new(&balancer.url);
        until("the balancer", async || {
            let answer = browser.request(reqwest::Method::GET, "/readyz").send().await;
            answer.is_ok_and(|answer| answer.status() == 200)
        })
        .await;
        balancer
    }
}

#[actix_web::test]
async fn nodes_are_restarted_one_after_the_other_and_nobody_notices() {
    if !is_here("haproxy") {
        return;
    }
    let app = TestApp::start().await;
    app.clock.set(Utc::now());
    let edition = open_edition(&app).await;
    let ports = [free_port(), free_port()];
    let plan = |port: u16| {
        let (url, folder) = (&app.state.settings.database.url.0, app.folder());
        Plan::new(url, folder, app.mails.port).on(&format!("127.0.0.1:{port}"))
    };
    let mut nodes = ports.map(|port| Some(plan(port).start()));
    let balancer = Balancer::start(ports).await;
    let stop = Arc::new(AtomicBool::new(false));
    let mut working = Vec::new();
    for number in 0..4 {
        let person = app.person(&format!("person{number}")).await;
        let entry = started(&app, &person, &edition).await;
        let browser = crate::support::Browser::new(&balancer.url).with_cookie(&person.browser.cookies());
        let (section, stop) = (format!("{entry}/sections/1"), Arc::clone(&stop));
        let work = async move {
            let mut saved = 0;
            while !stop.load(Ordering::SeqCst) {
                browser.get("/fr/").await.expect(200);
                let version = browser.get(&section).await.expect(200).value("version");
                let text = format!("Texte {}", saved + 1);
                // The address of the award is that of the first node; the form comes from the balancer's.
                let request = browser.request(reqwest::Method::POST, &section).header("sec-fetch-site", "same-origin");
                let form = [("version", version.as_str()), ("answer-pitch", text.as_str())];
                browser.send(request.form(&form)).await.expect(303);
                saved += 1;
            }
            saved
        };
        working.push((entry, actix_web::rt::spawn(work)));
    }
    for _ in 0..2 {
        for (place, port) in ports.into_iter().enumerate() {
            tokio::time::sleep(Duration::from_millis(700)).await;
            let node = nodes[place].take().unwrap();
            node.terminate();
            let ended = tokio::task::spawn_blocking(move || node.ended()).await.unwrap();
            assert!(ended.success(), "{ended}");
            let starting = plan(port).spawn();
            let node = tokio::task::spawn_blocking(move || starting.listening()).await.unwrap();
            until("the node is ready", async || node.browser().get("/readyz").await.status == 200).await;
            nodes[place] = Some(node);
            // Until the balancer sends it requests again.
            tokio::time::sleep(Duration::from_millis(500)).await;
        }
    }
    stop.store(true, Ordering::SeqCst);
    for (entry, work) in working {
        let saved: u32 = work.await.expect("every request was answered");
        assert!(saved > 5, "{saved}");
        assert_eq!(stored(&app, &entry).await.answers["pitch"], format!("Texte {saved}"));
    }
    drop(nodes);
    expect_sound(&app);
}
