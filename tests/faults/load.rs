//! People at work while something fails: each remembers what was acknowledged and when something was refused,
//! and no answer is ever wrong.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use actix_web::rt::task::JoinHandle;
use reqwest::Method;

use super::{expect_kept, version_in};
use crate::support::people::Person;
use crate::support::{Browser, TestApp};

/// People who write and read until they are told to stop.
#[derive(Default)]
pub struct Load {
    stop: Arc<AtomicBool>,
    writers: Vec<(String, JoinHandle<Done>)>,
    readers: Vec<JoinHandle<Done>>,
}

/// A path, and what its body must be.
pub type Page = (String, fn(&[u8]) -> bool);

/// How often somebody got what they wanted, and when they were refused.
type Done = (u32, Vec<Instant>);

impl Load {
    /// Has each of these people save one text after the other, at one of these addresses.
    pub fn write(&mut self, urls: &[&str], people: &[(Person, String)]) {
        for (number, (person, entry)) in people.iter().enumerate() {
            let browser = Browser::new(urls[number % urls.len()]).with_cookie(&person.browser.cookies());
            let work = write(browser, format!("{entry}/sections/1"), Arc::clone(&self.stop));
            self.writers.push((entry.clone(), actix_web::rt::spawn(work)));
        }
    }

    /// Has somebody read these pages again and again.
    pub fn read(&mut self, browser: Browser, pages: Vec<Page>) {
        self.readers.push(actix_web::rt::spawn(read(browser, pages, Arc::clone(&self.stop))));
    }

    /// Ends the work; everything that was acknowledged must be there. When something was refused.
    pub async fn end(self, app: &TestApp) -> Vec<Instant> {
        self.stop.store(true, Ordering::SeqCst);
        let mut all = Vec::new();
        for (entry, work) in self.writers {
            let (last, refused) = work.await.expect("only right answers");
            assert!(last > 5, "{last} texts were acknowledged");
            expect_kept(app, &entry, last).await;
            all.extend(refused);
        }
        for work in self.readers {
            let (seen, refused) = work.await.expect("only right answers");
            assert!(seen > 5, "{seen} pages were read");
            all.extend(refused);
        }
        all
    }
}

/// A page, or none when it was refused for now.
async fn ask(browser: &Browser, path: &str) -> Option<Vec<u8>> {
    let answer = browser.request(Method::GET, path).send().await.expect("an answer");
    let status = answer.status().as_u16();
    let body = answer.bytes().await.expect("a whole answer");
    assert!(status == 200 || status == 503, "{path}: {status}");
    (status == 200).then(|| body.to_vec())
}

/// Saves one text after the other, each until it is acknowledged, and looks whether what was acknowledged is shown.
async fn write(browser: Browser, section: String, stop: Arc<AtomicBool>) -> Done {
    let (mut last, mut refused, mut is_unsure) = (0, Vec::new(), false);
    while !stop.load(Ordering::SeqCst) {
        let Some(page) = ask(&browser, &section).await else {
            refused.push(Instant::now());
            tokio::time::sleep(Duration::from_millis(50)).await;
            continue;
        };
        let page = String::from_utf8(page).unwrap();
        let shows = |number: u32| ['"', '<'].iter().any(|end| page.contains(&format!("Texte {number}{end}")));
        // What was refused may have come through all the same.
        assert!(last == 0 || shows(last) || (is_unsure && shows(last + 1)), "not {last}, which was acknowledged");
        let text = format!("Texte {}", last + 1);
        // The address of the award may be another one than that of a balancer.
        let request = browser.request(Method::POST, &section).header("sec-fetch-site", "same-origin");
        let answer = request.form(&[("version", version_in(&page)), ("answer-pitch", &text)]).send().await;
        let answer = answer.expect("an answer");
        match answer.status().as_u16() {
            303 => (last, is_unsure) = (last + 1, false),
            503 => {
                refused.push(Instant::now());
                is_unsure = true;
            }
            other => panic!("{other}: {}", answer.text().await.unwrap()),
        }
    }
    (last, refused)
}

/// Reads one page after the other.
async fn read(browser: Browser, pages: Vec<Page>, stop: Arc<AtomicBool>) -> Done {
    let (mut seen, mut refused) = (0, Vec::new());
    for (path, is_right) in pages.iter().cycle() {
        if stop.load(Ordering::SeqCst) {
            break;
        }
        match ask(&browser, path).await {
            Some(body) => {
                assert!(is_right(&body), "{path}: {}", String::from_utf8_lossy(&body));
                seen += 1;
            }
            None => refused.push(Instant::now()),
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    (seen, refused)
}
