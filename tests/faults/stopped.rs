//! A server that is told to end finishes what it has begun.

use std::time::{Duration, Instant};

use chrono::Utc;

use super::{expect_kept, expect_sound, version_in, writers};
use crate::support::{Browser, Node, TestApp};

/// Saves until the server is gone: whether every answer that began came whole, and the last one acknowledged.
async fn work(browser: Browser, section: String) -> (bool, u32) {
    let Ok(page) = browser.request(reqwest::Method::GET, &section).send().await else { return (true, 0) };
    let Ok(page) = page.text().await else { return (false, 0) };
    let mut version = version_in(&page).to_owned();
    for number in 1.. {
        let text = format!("Texte {number}");
        let fields = [("version", version.as_str()), ("answer-pitch", text.as_str())];
        let request = browser.request(reqwest::Method::POST, &section).header("origin", &browser.base);
        let Ok(answer) = request.header("X-Requested-With", "fetch").form(&fields).send().await else {
            return (true, number - 1);
        };
        let Ok(saved) = answer.json::<serde_json::Value>().await else { return (false, number - 1) };
        saved["version"].as_str().unwrap().clone_into(&mut version);
    }
    unreachable!()
}

#[actix_web::test]
async fn a_server_that_is_told_to_end_answers_what_it_has_begun_and_ends_well() {
    let app = TestApp::start().await;
    app.clock.set(Utc::now());
    let people = writers(&app, 6).await;
    let node = Node::start(&app.state.settings.database.url.0, app.folder(), app.mails.port);
    let working: Vec<_> = people
        .iter()
        .map(|(person, entry)| {
            let browser = node.browser().with_cookie(&person.browser.cookies());
            actix_web::rt::spawn(work(browser, format!("{entry}/sections/1")))
        })
        .collect();
    tokio::time::sleep(Duration::from_millis(800)).await;
    node.terminate();
    let told = Instant::now();
    for (work, (_, entry)) in working.into_iter().zip(&people) {
        let (is_whole, last) = work.await.unwrap();
        assert!(is_whole, "an answer that had begun was cut off");
        assert!(last > 0);
        expect_kept(&app, entry, last).await;
    }
    let ended = tokio::task::spawn_blocking(move || node.ended()).await.unwrap();
    assert!(ended.success(), "{ended}");
    assert!(told.elapsed() < Duration::from_secs(35), "{:?}", told.elapsed());
    expect_sound(&app);
}
