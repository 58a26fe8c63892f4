//! Everything at once: a balancer before two nodes, files on S3, a database and the one that follows it. The
//! nodes are restarted, the database dies and the other takes its place, and people go on working.

use std::time::{Duration, Instant};

use chrono::Utc;
use digital_awards::config::Secret;

use super::bucket::S3;
use super::cluster::Pair;
use super::fleet::Fleet;
use super::load::Load;
use super::{expect_clean, is_here, writers};
use crate::support::command::program;
use crate::support::node::Plan;
use crate::support::people::Person;
use crate::support::{Browser, TestApp};

/// How long after a database takes writes again a node may still refuse.
const RECOVERY: Duration = Duration::from_secs(4);

/// Another PDF for each letter, of some size.
fn pdf(letter: u8) -> Vec<u8> {
    let mut bytes = b"%PDF-1.7\n".to_vec();
    bytes.extend(std::iter::repeat_n(letter, 300_000));
    bytes.extend(b"\n%%EOF");
    bytes
}

/// Attaches a file, and finds its address.
async fn attached(browser: &Browser, entry: &str, name: &str, bytes: &[u8]) -> String {
    let path = format!("{entry}/files");
    browser.upload(&path, &[("section", "4")], "answer-attachments", name, bytes).await.expect(303);
    let section = browser.get(&format!("{entry}/sections/4")).await.expect(200);
    section.attributes(".uploaded a", "href").pop().expect("a file")
}

#[actix_web::test]
async fn nodes_restart_and_the_database_is_replaced_while_people_work_and_no_answer_is_wrong() {
    if !is_here("haproxy") {
        return;
    }
    let Some(pair) = Pair::start() else { return };
    let Some(s3) = S3::start().await else { return };
    let app = TestApp::start_with(|settings| {
        settings.database.url = Secret(pair.url());
        settings.database.pool_timeout_seconds = 4;
        settings.files = s3.settings(&settings.files);
    })
    .await;
    app.clock.set(Utc::now());
    let people = writers(&app, 5).await;
    let mut fleet = Fleet::start(|| {
        let plan = Plan::new(&pair.url(), app.folder(), app.mails.port);
        s3.variables().into_iter().fold(plan, |plan, (name, value)| plan.with(name, value))
    })
    .await;
    let ((author, entry), people) = people.split_first().unwrap();
    let as_author = |browser: Browser| browser.with_cookie(&author.browser.cookies());
    let first = attached(&as_author(fleet.past_balancer(0)), entry, "first.pdf", &pdf(b'a')).await;
    assert!(as_author(fleet.past_balancer(1)).get(&first).await.expect(200).bytes == pdf(b'a'), "from S3");

    let mut load = Load::default();
    load.write(&[&fleet.url], people);
    for _ in 0..2 {
        let front = |body: &[u8]| String::from_utf8_lossy(body).contains("Digital Awards 2027");
        load.read(Browser::new(&fleet.url), vec![("/fr/".into(), front)]);
        let file = |body: &[u8]| body == pdf(b'a');
        load.read(as_author(Browser::new(&fleet.url)), vec![(first.clone(), file)]);
    }
    fleet.restart_each().await;
    tokio::time::sleep(Duration::from_secs(1)).await;

    let down = Instant::now();
    pair.first.kill();
    // Longer than a request waits for a database.
    tokio::time::sleep(Duration::from_secs(7)).await;
    pair.take_over();
    let up = Instant::now();
    tokio::time::sleep(RECOVERY + Duration::from_secs(2)).await;
    // The new database is one that nodes can be restarted on.
    fleet.restart_each().await;
    let refused = load.end(&app).await;
    assert!(refused.iter().any(|at| *at > down && *at < up), "nobody noticed: nothing is tested here");
    let early: Vec<_> = refused.iter().filter(|at| **at < down).map(|at| down - *at).collect();
    let late: Vec<_> = refused.iter().filter(|at| **at > up + RECOVERY).map(|at| *at - up).collect();
    assert!(early.is_empty() && late.is_empty(), "refused before {early:?}, after {late:?}");

    expect_shared(&fleet, author, entry, &first).await;
    drop(fleet);
    app.do_jobs().await;
    let mut command = program(&pair.second.url(), app.folder());
    command.envs(s3.variables());
    expect_clean(command);
}

/// What was attached before is read from both nodes, and what one gets now is read from the other.
async fn expect_shared(fleet: &Fleet<'_>, author: &Person, entry: &str, first: &str) {
    let nodes = [0, 1].map(|place| fleet.past_balancer(place).with_cookie(&author.browser.cookies()));
    let second = attached(&nodes[1], entry, "second.pdf", &pdf(b'b')).await;
    assert_ne!(first, second);
    for node in &nodes {
        assert!(node.get(first).await.expect(200).bytes == pdf(b'a'));
        assert!(node.get(&second).await.expect(200).bytes == pdf(b'b'));
    }
}
