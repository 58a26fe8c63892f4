//! Public pages that are kept in memory: they flip together with the commit of an announcement, on every node;
//! nobody gets a page that is not theirs; the compressed forms say what the plain one says.

use std::io::Read;

use chrono::{TimeDelta, Utc};
use reqwest::Method;
use reqwest::header::{ACCEPT_ENCODING, COOKIE, IF_NONE_MATCH};

use crate::results::{DESK, closed, stage};
use crate::support::Node;
use crate::support::client::Response;
use crate::support::{Browser, TestApp};

/// Pages that an announcement changes, with the status that each has before it.
const CHANGED: &[(&str, u16)] = &[
    ("/fr/", 200),
    ("/ar/", 200),
    ("/fr/winners", 200),
    ("/fr/editions/2027/winners", 404),
    ("/en/editions/2027/winners", 404),
    ("/fr/editions/2027/gallery", 404),
    ("/fr/winners.atom", 404),
];

async fn ask(browser: &Browser, path: &str, headers: &[(&str, &str)]) -> Response {
    let mut request = browser.request(Method::GET, path);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    browser.send(request).await
}

#[actix_web::test]
async fn every_page_flips_with_the_commit_of_the_announcement_on_every_node() {
    let award = closed(&[[5, 5], [3, 3]]).await;
    award.app.clock.set(Utc::now());
    assert_eq!(stage(&award, 0, "winner").await, 303);
    let other = Node::start(&award.app.state.settings.database.url.0, award.app.folder(), award.app.mails.port);
    let visitors = [award.app.browser(), other.browser()];
    let mut before = Vec::new();
    for visitor in &visitors {
        for (path, status) in CHANGED {
            for _ in 0..2 {
                let page = visitor.get(path).await.expect(*status);
                assert!(!page.body().contains("Entry 1"), "{path} before the announcement");
                before.push(page.body());
            }
        }
    }
    let now = [("when", "now"), ("confirmation", "2027")];
    award.organiser.browser.post(&format!("{DESK}/announcement"), &now).await.expect(303);
    for visitor in &visitors {
        for (path, status) in CHANGED {
            let page = visitor.get(path).await;
            let is_new = page.status != *status || !before.contains(&page.body());
            assert!(is_new, "{path} after the announcement: {}", page.summary());
        }
    }
    // Taken back, they are as they were.
    let back = [("take_back", "2027")];
    award.organiser.browser.post(&format!("{DESK}/announcement/take-back"), &back).await.expect(303);
    for visitor in &visitors {
        visitor.get("/fr/editions/2027/winners").await.expect(404);
        assert!(before.contains(&visitor.get("/fr/").await.expect(200).body()));
    }
}

#[actix_web::test]
async fn a_visitor_who_has_a_page_is_told_that_it_holds_and_others_get_their_own() {
    let app = TestApp::start().await;
    let (visitor, founder) = (app.browser(), app.founder("jamal").await.browser);
    let first = visitor.get("/fr/rules").await.expect(200);
    assert_eq!((first.header("cache-control"), first.header("vary")), ("no-cache", "Accept-Encoding, Cookie"));
    let tag = first.header("etag").to_owned();
    for known in [tag.clone(), format!("\"other\", W/{tag}")] {
        let again = ask(&visitor, "/fr/rules", &[(IF_NONE_MATCH.as_str(), &known)]).await.expect(304);
        assert!(again.bytes.is_empty() && again.header("etag") == tag && !again.header("x-request-id").is_empty());
    }
    ask(&visitor, "/fr/rules", &[(IF_NONE_MATCH.as_str(), "\"other\"")]).await.expect(200);

    // What mails and networks hang on a link makes no other page.
    let tracked = visitor.get("/fr/rules?utm_source=mail&fbclid=1").await.expect(200);
    assert_eq!((tracked.header("etag"), &tracked.bytes), (tag.as_str(), &first.bytes));

    // A message, a session, even one that is over: no cache keeps it, and nothing tells whether it changed.
    let done = visitor.get("/fr/rules?done=signed-out").await.expect(200);
    let mine = founder.get("/fr/rules").await.expect(200);
    let dead = ask(&visitor, "/fr/rules", &[(COOKIE.as_str(), "session=no-such-session")]).await.expect(200);
    for page in [&done, &mine, &dead] {
        assert_eq!((page.header("cache-control"), page.header("etag")), ("no-store", ""));
    }
    assert!(done.has(".flash") && mine.body().contains("jamal"));
    let known = [(IF_NONE_MATCH.as_str(), tag.as_str()), (COOKIE.as_str(), &founder.cookies())];
    ask(&visitor, "/fr/rules", &known).await.expect(200);
    // And nothing of it was left behind for others.
    assert_eq!(visitor.get("/fr/rules").await.expect(200).bytes, first.bytes);
    assert_eq!(visitor.get("/fr/nope").await.expect(404).header("cache-control"), "no-store");
}

#[actix_web::test]
async fn the_compressed_forms_say_what_the_plain_one_says() {
    let app = TestApp::start().await;
    let visitor = app.browser();
    for path in ["/fr/", "/ar/rules", "/en/method", "/fr/verify", "/fr/legal"] {
        let plain = ask(&visitor, path, &[(ACCEPT_ENCODING.as_str(), "gzip;q=0")]).await.expect(200);
        assert_eq!(plain.header("content-encoding"), "");
        let gzip = ask(&visitor, path, &[(ACCEPT_ENCODING.as_str(), "gzip, deflate")]).await.expect(200);
        let brotli = ask(&visitor, path, &[(ACCEPT_ENCODING.as_str(), "gzip, deflate, br, zstd")]).await.expect(200);
        assert_eq!((gzip.header("content-encoding"), brotli.header("content-encoding")), ("gzip", "br"), "{path}");
        let (mut of_gzip, mut of_brotli) = (Vec::new(), Vec::new());
        flate2::read::GzDecoder::new(&*gzip.bytes).read_to_end(&mut of_gzip).unwrap();
        brotli::Decompressor::new(&*brotli.bytes, 4096).read_to_end(&mut of_brotli).unwrap();
        assert!(of_gzip == plain.bytes && of_brotli == plain.bytes, "{path}");
        assert!(brotli.bytes.len() < plain.bytes.len() / 2, "{path}");
        let tags = [plain.header("etag"), gzip.header("etag"), brotli.header("etag")];
        assert!(tags[0] != tags[1] && tags[1] != tags[2] && tags[0] != tags[2], "{tags:?}");
        let known = [(ACCEPT_ENCODING.as_str(), "br"), (IF_NONE_MATCH.as_str(), tags[2])];
        ask(&visitor, path, &known).await.expect(304);
    }
}

#[actix_web::test]
async fn a_page_for_one_person_is_compressed_only_where_nobody_else_chose_its_address() {
    let app = TestApp::start().await;
    let browser = app.founder("jamal").await.browser;
    let path = "/fr/organiser/site";
    let plain = browser.get(path).await.expect(200);
    let with = |site: &'static str| {
        let browser = browser.clone();
        async move { ask(&browser, path, &[("accept-encoding", "gzip, br"), ("sec-fetch-site", site)]).await.expect(200) }
    };
    for site in ["same-origin", "none"] {
        let page = with(site).await;
        assert_eq!((page.header("content-encoding"), page.header("cache-control")), ("gzip", "no-store"));
        let mut text = Vec::new();
        flate2::read::GzDecoder::new(&*page.bytes).read_to_end(&mut text).unwrap();
        assert_eq!(text, plain.bytes);
    }
    for site in ["cross-site", "same-site", ""] {
        let page = with(site).await;
        assert_eq!((page.header("content-encoding"), &page.bytes), ("", &plain.bytes), "{site}");
    }
}

#[actix_web::test]
async fn the_look_of_the_site_changes_at_once_on_every_node() {
    let app = TestApp::start().await;
    app.clock.set(Utc::now());
    let founder = app.founder("jamal").await.browser;
    let other = Node::start(&app.state.settings.database.url.0, app.folder(), app.mails.port);
    let visitors = [app.browser(), other.browser()];
    for (name, colour) in [("Prix Atlas", "#0a6a4e"), ("Prix Rif", "#7a1f2b")] {
        for visitor in &visitors {
            assert!(!visitor.get("/fr/legal").await.expect(200).text(".brand").starts_with(name));
        }
        let look = [("name_fr", name), ("brand", colour)];
        founder.fill("/fr/organiser/site", "form.panel", &look).await.expect(303);
        for visitor in &visitors {
            let page = visitor.get("/fr/legal").await.expect(200);
            assert!(page.text(".brand").starts_with(name), "{}", page.text(".brand"));
            let css = page.attributes("link[rel=stylesheet]", "href").remove(1);
            assert!(visitor.get(&css).await.expect(200).body().contains(&format!("--brand:{colour}")));
        }
    }
}

#[actix_web::test]
async fn a_page_that_the_clock_changes_changes_with_the_clock() {
    let app = TestApp::start().await;
    let edition = crate::applicant::open_edition(&app).await;
    let visitor = app.browser();
    let mut seen = Vec::new();
    let hour = TimeDelta::hours(1);
    for at in [
        edition.closes_at - hour * 100,
        edition.closes_at - hour * 72,
        edition.closes_at - hour * 2,
        edition.closes_at - hour * 2 + TimeDelta::seconds(1),
        edition.closes_at + TimeDelta::seconds(1),
    ] {
        app.clock.set(at);
        let page = visitor.get("/fr/").await.expect(200).body();
        assert_eq!(visitor.get("/fr/").await.expect(200).body(), page);
        assert!(!seen.contains(&page), "another page at {at}");
        seen.push(page);
    }
    // A clock that is set back finds the page of then.
    app.clock.set(edition.closes_at - hour * 100);
    assert_eq!(visitor.get("/fr/").await.expect(200).body(), seen[0]);
}
