//! PostgreSQL: restarted, hung, and replaced by the one that followed it, while people work.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use chrono::Utc;
use diesel::{Connection, PgConnection, RunQueryDsl, sql_query};
use digital_awards::app::AppError;
use digital_awards::config::Secret;
use digital_awards::domain::language::Localised;
use digital_awards::store;

use super::cluster::Server;
use super::{expect_kept, expect_sound_in, until, version_in, writers};
use crate::applicant::open_edition;
use crate::support::people::Person;
use crate::support::{Browser, Node, TestApp};

/// An application on a database of its own.
async fn on(url: &str) -> TestApp {
    let app = TestApp::start_with(|settings| {
        settings.database.url = Secret(url.to_owned());
        settings.database.pool_timeout_seconds = 4;
    })
    .await;
    app.clock.set(Utc::now());
    app
}

/// Somebody who writes: what was acknowledged last, and when something was refused.
struct Writer {
    entry: String,
    work: actix_web::rt::task::JoinHandle<(u32, Vec<Instant>)>,
}

/// Saves one text after the other, each until it is acknowledged.
async fn write(browser: Browser, section: String, stop: Arc<AtomicBool>) -> (u32, Vec<Instant>) {
    let (mut last, mut refused) = (0, Vec::new());
    while !stop.load(Ordering::SeqCst) {
        let Ok(page) = browser.request(reqwest::Method::GET, &section).send().await else {
            refused.push(Instant::now());
            continue;
        };
        if page.status() != 200 {
            assert_eq!(page.status(), 503, "a page");
            refused.push(Instant::now());
            tokio::time::sleep(Duration::from_millis(50)).await;
            continue;
        }
        let page = page.text().await.unwrap();
        let version = version_in(&page);
        let text = format!("Texte {}", last + 1);
        let request = browser.request(reqwest::Method::POST, &section).header("origin", &browser.base);
        let answer = request.form(&[("version", version), ("answer-pitch", &text)]).send().await.unwrap();
        match answer.status().as_u16() {
            303 => last += 1,
            503 => refused.push(Instant::now()),
            other => panic!("{other}: {}", answer.text().await.unwrap()),
        }
    }
    (last, refused)
}

fn set_to_work(urls: &[&str], people: &[(Person, String)], stop: &Arc<AtomicBool>) -> Vec<Writer> {
    let writer = |(number, (person, entry)): (usize, &(Person, String))| {
        let browser = Browser::new(urls[number % urls.len()]).with_cookie(&person.browser.cookies());
        let work = write(browser, format!("{entry}/sections/1"), Arc::clone(stop));
        Writer { entry: entry.clone(), work: actix_web::rt::spawn(work) }
    };
    people.iter().enumerate().map(writer).collect()
}

/// Ends the work; everything that was acknowledged must be there. When something was refused.
async fn checked(app: &TestApp, writers: Vec<Writer>, stop: &AtomicBool) -> Vec<Instant> {
    stop.store(true, Ordering::SeqCst);
    let mut all = Vec::new();
    for writer in writers {
        let (last, refused) = writer.work.await.unwrap();
        assert!(last > 5, "{last} texts were acknowledged");
        expect_kept(app, &writer.entry, last).await;
        all.extend(refused);
    }
    all
}

#[actix_web::test]
async fn a_database_that_restarts_is_found_again_and_nothing_acknowledged_is_lost() {
    let Some(server) = Server::start() else { return };
    let app = on(&server.url()).await;
    let people = writers(&app, 4).await;
    let stop = Arc::new(AtomicBool::new(false));
    let writers = set_to_work(&[&app.url], &people, &stop);
    let mut up = Instant::now();
    for _ in 0..3 {
        tokio::time::sleep(Duration::from_secs(1)).await;
        server.stop();
        tokio::time::sleep(Duration::from_millis(700)).await;
        server.up();
        up = Instant::now();
    }
    tokio::time::sleep(Duration::from_secs(4)).await;
    let refused = checked(&app, writers, &stop).await;
    let late = refused.iter().filter(|instant| **instant > up + Duration::from_secs(2)).count();
    assert_eq!(late, 0, "refusals two seconds after the database was back, of {}", refused.len());
    app.do_jobs().await;
    expect_sound_in(&server.url(), app.folder(), &app.folder().join("files"));
}

#[actix_web::test]
async fn a_database_that_hangs_makes_nobody_wait_for_more_than_five_seconds_and_piles_nothing_up() {
    let Some(server) = Server::start() else { return };
    let app = on(&server.url()).await;
    let people = writers(&app, 1).await;
    let node = Node::start(&server.url(), app.folder(), app.mails.port);
    let (person, entry) = &people[0];
    let browser = node.browser().with_cookie(&person.browser.cookies());
    browser.get(entry).await.expect(200);
    let threads = || {
        let tasks = format!("/proc/{}/task", node.pid().as_raw_nonzero());
        std::fs::read_dir(tasks).unwrap().count()
    };
    let before = threads();
    server.signal("STOP");
    let ask = async |_: u32| {
        let begun = Instant::now();
        let answer = browser.get(entry).await;
        (answer.status, begun.elapsed())
    };
    let live = async {
        tokio::time::sleep(Duration::from_secs(2)).await;
        let begun = Instant::now();
        node.browser().get("/healthz").await.expect(200);
        assert!(begun.elapsed() < Duration::from_secs(1));
        node.browser().get("/readyz").await.expect(503);
        threads()
    };
    let (answers, during) = futures_util::future::join(futures_util::future::join_all((0..100).map(ask)), live).await;
    for (status, elapsed) in answers {
        assert_eq!(status, 503);
        assert!(elapsed < Duration::from_secs(5), "{elapsed:?}");
    }
    assert!(during < before + 20, "{before} threads before, {during} while the database hung");
    server.signal("CONT");
    until("it goes on", async || browser.get(entry).await.status == 200).await;
}

#[actix_web::test]
async fn of_several_hosts_the_one_that_takes_over_is_found_and_nothing_acknowledged_is_lost() {
    let Some(first) = Server::start() else { return };
    let second = first.follower();
    let mut admin = PgConnection::establish(&first.url()).unwrap();
    // A commit is acknowledged once the follower has it too.
    for setting in ["synchronous_standby_names = '*'", "synchronous_commit = on"] {
        sql_query(format!("ALTER SYSTEM SET {setting}")).execute(&mut admin).unwrap();
    }
    sql_query("SELECT pg_reload_conf()").execute(&mut admin).unwrap();
    drop(admin);
    let both = format!("postgres://awards@{},{}/postgres", first.host(), second.host());
    let app = on(&both).await;
    let people = writers(&app, 4).await;
    let nodes = [(); 2].map(|()| Node::start(&both, app.folder(), app.mails.port));
    let stop = Arc::new(AtomicBool::new(false));
    let writers = set_to_work(&[&nodes[0].url, &nodes[1].url], &people, &stop);
    tokio::time::sleep(Duration::from_secs(2)).await;
    let down = Instant::now();
    first.stop();
    let mut admin = {
        second.promote();
        PgConnection::establish(&second.url()).unwrap()
    };
    // Nobody follows it any more.
    sql_query("ALTER SYSTEM SET synchronous_standby_names = ''").execute(&mut admin).unwrap();
    sql_query("SELECT pg_reload_conf()").execute(&mut admin).unwrap();
    let up = Instant::now();
    tokio::time::sleep(Duration::from_secs(5)).await;
    let refused = checked(&app, writers, &stop).await;
    let outside = refused.iter().filter(|at| **at < down || **at > up + Duration::from_secs(4)).count();
    assert_eq!(outside, 0, "refusals while there was a database, of {}", refused.len());
    drop(nodes);
    app.do_jobs().await;
    expect_sound_in(&second.url(), app.folder(), &app.folder().join("files"));
}

#[actix_web::test]
async fn public_pages_read_a_replica_and_the_database_itself_when_it_is_gone() {
    let Some(first) = Server::start() else { return };
    let second = first.follower();
    let app = TestApp::start_with(|settings| {
        settings.database.url = Secret(first.url());
        settings.database.replica_url = Secret(second.url());
    })
    .await;
    let edition = open_edition(&app).await;
    let name = |name: &'static str| {
        let id = edition.id;
        move |c: &mut store::Conn| {
            let mut edition = store::editions::get(c, id)?;
            edition.name = Localised::same(name);
            Ok::<_, AppError>(store::editions::update(c, edition)?)
        }
    };
    let shows = async |name: &str| app.browser().get("/fr/").await.expect(200).body().contains(name);
    until("the replica follows", async || shows("Digital Awards 2027").await).await;
    // The replica stands still: public pages say what it knows, people who work see what is.
    let mut admin = PgConnection::establish(&second.url()).unwrap();
    sql_query("SELECT pg_wal_replay_pause()").execute(&mut admin).unwrap();
    app.state.db.write(name("Le Trophée")).await.unwrap();
    tokio::time::sleep(Duration::from_millis(700)).await;
    assert!(shows("Digital Awards 2027").await, "public pages come from the replica");
    let founder = crate::applicant::founder(&app).await;
    assert!(founder.browser.get("/fr/organiser/2027/").await.expect(200).body().contains("Le Trophée"));
    sql_query("SELECT pg_wal_replay_resume()").execute(&mut admin).unwrap();
    until("the replica goes on", async || shows("Le Trophée").await).await;
    drop(admin);
    second.stop();
    app.state.db.write(name("Le Prix")).await.unwrap();
    until("the database stands in", async || shows("Le Prix").await).await;
}
