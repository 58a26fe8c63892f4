//! Requests that no page of ours sends: from other sites, with other verbs, malformed, endless.

use std::time::{Duration, Instant};

use digital_awards::domain::user::OrganiserRole;
use digital_awards::web::routes::{self, Audience};
use digital_awards::{app::AppError, store};
use reqwest::Method;

use crate::applicant::files::{PDF, attach, entry};
use crate::jury::award::Award;
use crate::permissions::world::World;
use crate::results::{DESK, announce, closed, stage};
use crate::support::TestApp;
use crate::support::client::Response;
use crate::support::people::PASSWORD;
use crate::support::raw::Raw;

/// Fails unless an answer has every header of the promise.
#[track_caller]
fn has_headers(answer: &Response, place: &str, is_file: bool) {
    let expect = [
        ("x-content-type-options", "nosniff"),
        ("x-frame-options", "DENY"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
        ("permissions-policy", "camera=(), microphone=(), geolocation=(), payment=()"),
        ("strict-transport-security", "max-age=63072000; includeSubDomains"),
    ];
    for (name, value) in expect {
        // What other sites may show of us says so by itself.
        let is_shared = matches!(name, "x-frame-options" | "cross-origin-resource-policy") && place.contains("/embed")
            || name == "cross-origin-resource-policy" && (place.contains("badge") || place.contains("card.png"));
        assert!(
            answer.header(name) == value || is_shared,
            "{place} ({}): {name} is {:?}",
            answer.status,
            answer.header(name)
        );
    }
    let csp = answer.header("content-security-policy");
    assert!(csp.contains("default-src 'none'") && !csp.contains("unsafe"), "{place}: {csp}");
    if !is_file && !place.contains("/embed") {
        for part in [
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'",
            "object-src 'none'",
            "script-src 'self'",
        ] {
            assert!(csp.contains(part), "{place}: {csp}");
        }
    }
    assert!(matches!(answer.header("referrer-policy"), "same-origin" | "no-referrer"), "{place}");
    assert!(!answer.header("cache-control").is_empty() && !answer.header("x-request-id").is_empty(), "{place}");
    assert!(answer.headers.get("server").is_none() && answer.headers.get("x-powered-by").is_none(), "{place}");
    assert!(answer.headers.get("access-control-allow-origin").is_none() || place.contains("json"), "{place}");
    if !answer.bytes.is_empty() {
        assert!(!answer.header("content-type").is_empty(), "{place}: {}", answer.status);
        let is_text = answer.header("content-type").starts_with("text/");
        assert!(
            !is_text || answer.header("content-type").contains("utf-8"),
            "{place}: {}",
            answer.header("content-type")
        );
    }
}

#[actix_web::test]
async fn every_answer_has_the_security_headers_whatever_it_is() {
    let app = TestApp::start_with(|s| s.server.public_url = "https://awards.example".into()).await;
    let award = Award::with_entries_on(app, 1).await;
    // Behind https the cookie has another name.
    let organiser = {
        let cookie = award.organiser.browser.cookies().replace("session=", "__Host-session=");
        let browser = award.app.browser();
        move |method: Method, path: &str| browser.request(method, path).header("cookie", cookie.clone())
    };
    let visitor = award.app.browser();
    for route in routes::table() {
        let mut path = route.path.replace("{lang}", "fr").replace("{edition}", "2027").replace("{file:.*}", "app.css");
        while let (Some(from), Some(to)) = (path.find('{'), path.find('}')) {
            path.replace_range(from..=to, &"0".repeat(64));
        }
        let method: Method = route.method.as_str().parse().unwrap();
        let ask = |request: reqwest::RequestBuilder| request.header("origin", "https://awards.example");
        has_headers(&visitor.send(ask(visitor.request(method.clone(), &path))).await, &path, false);
        if route.audience != Audience::Anyone && method == Method::GET {
            has_headers(&visitor.send(ask(organiser(method, &path))).await, &path, false);
        }
        // Another verb, another site.
        has_headers(&visitor.send(ask(visitor.request(Method::DELETE, &path))).await, &path, false);
        has_headers(&visitor.send(visitor.request(Method::POST, &path)).await, &path, false);
    }
    for path in ["/", "/fr/nowhere", "/nowhere", "/a/nowhere.js", "/fr/account/sign-in?x=%ff", "/favicon.ico"] {
        has_headers(&visitor.get(path).await, path, false);
    }
    let large = "x".repeat(600 * 1024);
    let request = visitor.request(Method::POST, "/fr/account/sign-in").header("origin", "https://awards.example");
    let refused = visitor.send(request.form(&[("email", large.as_str())])).await.expect(413);
    has_headers(&refused, "413", false);
    assert!(organiser(Method::GET, "/fr/organiser/2027/").send().await.unwrap().status().is_success());
}

#[actix_web::test]
async fn a_file_has_the_security_headers_and_those_of_a_sandbox() {
    let app = TestApp::start().await;
    let (hanane, path) = entry(&app).await;
    attach(&hanane, &path, "plan.pdf", PDF).await.expect(303);
    let page = hanane.browser.get(&format!("{path}/sections/4")).await.expect(200);
    let file = hanane.browser.get(&page.attribute(".uploaded .grow a", "href")).await.expect(200);
    for name in ["x-content-type-options", "x-frame-options", "cross-origin-resource-policy", "permissions-policy"] {
        assert!(!file.header(name).is_empty(), "{name}");
    }
    assert!(file.header("strict-transport-security").is_empty(), "only where https is spoken");
    assert_eq!(file.header("content-security-policy"), "default-src 'none'; sandbox");
}

#[actix_web::test]
async fn t10_no_other_site_acts_for_somebody_and_nothing_changes() {
    let award = closed(&[[5, 4], [2, 1]]).await;
    assert_eq!(stage(&award, 0, "winner").await, 303);
    let watcher = award.app.person("watcher").await;
    let join = [("email", "watcher@people.example"), ("role", "observer")];
    award.organiser.browser.post(&format!("{DESK}/team"), &join).await.expect(303);
    let role = format!("{DESK}/team/{}/role", watcher.user.id);
    let fields = [
        ("when", "now"),
        ("confirmation", "2027"),
        ("role", "owner"),
        ("email", "watcher@people.example"),
        ("password", PASSWORD),
        ("reason", "Aucune raison"),
        ("name", "Other"),
        ("language", "ar"),
    ];
    let browser = &award.organiser.browser;
    for path in [
        format!("{DESK}/announcement"),
        role,
        format!("{DESK}/rounds/{}/reopen", award.round.id),
        "/fr/account/sign-out".to_owned(),
        "/fr/account/sign-in".to_owned(),
        "/fr/account/profile".to_owned(),
        "/fr/account/sessions/end-others".to_owned(),
        format!("{DESK}/exports/entries.csv"),
    ] {
        for (name, value) in [
            ("origin", "https://evil.example"),
            ("origin", "null"),
            ("origin", "http://127.0.0.1"),
            ("sec-fetch-site", "cross-site"),
            ("sec-fetch-site", "same-site"),
            ("x-none", "no proof at all"),
            ("referer", award.app.url.as_str()),
        ] {
            let request = browser.request(Method::POST, &path).header(name, value);
            browser.send(request.form(&fields)).await.expect(403);
            let text = browser.request(Method::POST, &path).header(name, value).header("content-type", "text/plain");
            browser.send(text.body("when=now&confirmation=2027")).await.expect(403);
        }
        // A question changes nothing, and a form is nothing but a form.
        let asked = browser.get(&format!("{path}?when=now&confirmation=2027&role=owner")).await.status;
        assert!(matches!(asked, 200 | 303 | 405), "{path}: {asked}");
        let json = browser.request(Method::POST, &path).header("origin", &award.app.url);
        let status = browser.send(json.header("content-type", "text/plain").body("when=now")).await.status;
        assert!(matches!(status, 303 | 415), "{path}: {status}");
        if status == 303 {
            assert!(path.ends_with("sign-out") || path.ends_with("end-others"), "{path} reads no form");
            break;
        }
    }
    let browser = award.app.browser_of(&award.organiser.user).await;
    award.app.browser().get("/fr/editions/2027/winners").await.expect(404);
    let (edition, id) = (award.edition.id, watcher.user.id);
    let read = award.app.state.db.read(move |c| Ok::<_, AppError>(store::organisers::list(c, edition)?));
    let member = read.await.unwrap().into_iter().find(|(user, _)| user.id == id).unwrap();
    assert_eq!(member.1, OrganiserRole::Observer);
    assert_eq!(browser.get("/fr/account/").await.expect(200).value("name"), "organiser");
    // The same from our own page is done.
    assert_eq!(announce(&browser).await, 303);
}

#[actix_web::test]
async fn a_form_that_is_refused_shows_what_was_typed_in_the_language_of_its_page_and_no_password() {
    let app = TestApp::start().await;
    let browser = app.browser();
    for (language, words) in [("fr", "ce que vous aviez saisi"), ("en", "what you typed"), ("ar", "ما كتبته")] {
        let prose = "Un long récit, <b>mot</b> à mot,\nque personne n’écrirait deux fois.";
        let fields = [("answer-pitch", prose), ("password", "a password of nobody's business"), ("version", "1")];
        let request = browser.request(Method::POST, &format!("/{language}/account/sign-in"));
        let page = browser.send(request.header("origin", "https://evil.example").form(&fields)).await.expect(403);
        assert_eq!(page.attribute("html", "lang"), language);
        assert!(page.body().contains(words), "{}", page.summary());
        assert_eq!(page.attributes("textarea[readonly]", "dir"), ["auto"]);
        assert!(page.text("textarea").contains("que personne n’écrirait deux fois"), "{}", page.summary());
        assert!(!page.body().contains("nobody's") && !page.body().contains("<b>mot</b>"), "{}", page.summary());
        // It can be copied and not sent: a click on another site's words does nothing.
        assert!(!page.has("main form"));
    }
    for language in ["fr", "en", "ar"] {
        let answer = async || {
            let fields = [("email", "nobody@people.example"), ("password", "a guess, a guess")];
            browser.post(&format!("/{language}/account/sign-in"), &fields).await
        };
        let mut last = answer().await;
        for _ in 0..10 {
            last = answer().await;
        }
        assert_eq!(last.status, 429);
        assert!(!last.header("retry-after").is_empty() && last.text("main").contains(':'), "{}", last.summary());
        app.wait(chrono::TimeDelta::minutes(15));
    }
}

#[actix_web::test]
async fn t32_another_verb_is_refused_and_no_header_or_field_makes_one_of_it() {
    let world = World::judging().await;
    let browser = world.app().browser();
    let own =
        |method: &str, path: &str| browser.request(method.parse().unwrap(), path).header("origin", &world.app().url);
    let mut wrong = Vec::new();
    for route in routes::table() {
        let path = world.path_of(&route.path.replace("{lang}", "fr"));
        for method in ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"] {
            let answer = browser.send(own(method, &path)).await;
            let allowed = answer.header("allow").to_owned();
            if answer.status != 405 || !allowed.contains(route.method.as_str()) {
                wrong.push(format!("{method} {path}: {} allow {allowed:?}", answer.status));
            }
            if answer.headers.keys().any(|name| name.as_str().starts_with("access-control")) {
                wrong.push(format!("{method} {path} answers other sites"));
            }
        }
        if route.method == "GET" {
            let get = browser.get(&path).await;
            let head = browser.send(own("HEAD", &path)).await;
            if head.status != get.status || !head.bytes.is_empty() {
                wrong.push(format!("HEAD {path}: {} instead of {}", head.status, get.status));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    // What was posted stays a post, and what was asked a question.
    let entry = format!("/fr/entries/{}", world.award.entries[0].id);
    let applicant = &world.award.applicant.browser;
    for name in ["x-http-method-override", "x-method-override", "x-http-method"] {
        let request = applicant.request(Method::GET, &format!("{entry}/withdraw?_method=POST&sure=1"));
        applicant.send(request.header(name, "POST")).await.expect(200);
        let request = applicant.request(Method::POST, &entry).header("origin", &world.app().url);
        applicant.send(request.header(name, "DELETE").form(&[("_method", "DELETE")])).await.expect(405);
    }
    let id = world.award.entries[0].id;
    let read = world.app().state.db.read(move |c| Ok::<_, AppError>(store::entries::get(c, id)?));
    assert!(read.await.unwrap().is_in_race());
}

/// A form posted by hand, with more headers.
fn form_head(app: &TestApp, more: &[&str]) -> Vec<String> {
    let own = [format!("Origin: {}", app.url), "Content-Type: application/x-www-form-urlencoded".to_owned()];
    own.into_iter().chain(more.iter().map(|line| (*line).to_owned())).collect()
}

#[actix_web::test]
async fn t33_what_is_malformed_oversized_or_endless_is_refused_and_nobody_else_waits() {
    let app = TestApp::start_with(|s| s.server.form_seconds = 1).await;
    let post = "POST /fr/account/sign-in";
    // Two ways to say how long a body is: a proxy may believe the other one.
    for (more, body) in [
        (vec!["Content-Length: 4", "Transfer-Encoding: chunked"], "0\r\n\r\n"),
        (vec!["Content-Length: 4", "Content-Length: 5"], "a=1"),
        (vec!["Transfer-Encoding: chunked, identity"], "0\r\n\r\n"),
        (vec!["Content-Length: -1"], ""),
        (vec!["Host: evil.example"], ""),
        (vec!["Transfer-Encoding: chunked"], "zz\r\n\r\n"),
    ] {
        let mut raw = Raw::to(&app.url).await;
        raw.ask(post, &form_head(&app, &more)).await;
        raw.send(body).await;
        let (status, text) = raw.answer().await;
        assert_eq!(status, 400, "{more:?}: {text}");
        assert_eq!(text.matches("HTTP/1.1 ").count(), 1, "{more:?}: one answer, {text}");
    }
    let mut raw = Raw::to(&app.url).await;
    raw.send("GET /fr/ HTTP/1.1\r\nConnection: close\r\n\r\n").await;
    assert_eq!(raw.answer().await.0, 400, "no host");
    let flood: Vec<String> = (0..200).map(|n| format!("X-{n}: {}", "y".repeat(100))).collect();
    let mut raw = Raw::to(&app.url).await;
    raw.ask("GET /fr/", &flood).await;
    let (status, _) = raw.answer().await;
    assert!(matches!(status, 400 | 431), "{status}");
    let mut raw = Raw::to(&app.url).await;
    raw.ask(&format!("GET /fr/{}", "x".repeat(200_000)), &[]).await;
    let (status, _) = raw.answer().await;
    assert!(matches!(status, 400 | 414 | 431), "{status}");

    // A form in bytes that are no text, or without its type.
    for body in ["email=%ff", "email=%00", "email=a%00b", "email=\u{0}"] {
        let mut raw = Raw::to(&app.url).await;
        raw.ask(post, &form_head(&app, &[&format!("Content-Length: {}", body.len())])).await;
        raw.send(body).await;
        assert_eq!(raw.answer().await.0, 400, "{body:?}");
    }
    // One that never ends, by the byte or by the megabyte, and one that dribbles.
    let mut raw = Raw::to(&app.url).await;
    raw.ask(post, &form_head(&app, &["Transfer-Encoding: chunked"])).await;
    let chunk = format!("10000\r\n{}\r\n", "x".repeat(0x10000));
    for _ in 0..20 {
        raw.send(&chunk).await;
    }
    assert_eq!(raw.answer().await.0, 413);
    let mut slow = Raw::to(&app.url).await;
    slow.ask(post, &form_head(&app, &["Content-Length: 1000"])).await;
    let began = Instant::now();
    for _ in 0..8 {
        slow.send("x").await;
        tokio::time::sleep(Duration::from_millis(200)).await;
        let asked = Instant::now();
        app.browser().get("/fr/").await.expect(200);
        assert!(asked.elapsed() < Duration::from_secs(2), "others waited {:?}", asked.elapsed());
    }
    let (status, page) = slow.answer().await;
    assert_eq!(status, 408, "{page}");
    assert!(began.elapsed() < Duration::from_secs(10), "{:?}", began.elapsed());
    assert!(page.contains("x-content-type-options"), "{page}");
}

#[actix_web::test]
async fn t33_a_form_of_files_ends_however_it_is_cut_up() {
    let app = TestApp::start().await;
    let (hanane, path) = entry(&app).await;
    let head = |more: &str| {
        vec![
            format!("Origin: {}", app.url),
            format!("Cookie: {}", hanane.browser.cookies()),
            "Content-Type: multipart/form-data; boundary=X".to_owned(),
            more.to_owned(),
        ]
    };
    let chunk = |text: &str| format!("{:x}\r\n{text}\r\n", text.len());
    // Parts without a byte in them, without an end.
    let mut raw = Raw::to(&app.url).await;
    raw.ask(&format!("POST {path}/files"), &head("Transfer-Encoding: chunked")).await;
    let part = "--X\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\r\n".repeat(500);
    for _ in 0..40 {
        raw.send(chunk(&part)).await;
    }
    assert_eq!(raw.answer().await.0, 413);
    // The same with files that were left alone.
    let mut raw = Raw::to(&app.url).await;
    raw.ask(&format!("POST {path}/files"), &head("Transfer-Encoding: chunked")).await;
    let part =
        "--X\r\nContent-Disposition: form-data; name=\"answer-attachments\"; filename=\"\"\r\n\r\n\r\n".repeat(500);
    for _ in 0..40 {
        raw.send(chunk(&part)).await;
    }
    assert_eq!(raw.answer().await.0, 413);
    // A part whose head has no end, and a length that is a lie.
    let mut raw = Raw::to(&app.url).await;
    raw.ask(&format!("POST {path}/files"), &head("Transfer-Encoding: chunked")).await;
    raw.send(chunk(&format!("--X\r\nContent-Disposition: form-data; name=\"{}", "n".repeat(200_000)))).await;
    raw.send("0\r\n\r\n").await;
    let (status, _) = raw.answer().await;
    assert!(matches!(status, 400 | 413), "{status}");
    let mut raw = Raw::to(&app.url).await;
    raw.ask(&format!("POST {path}/files"), &head("Content-Length: 99999999999")).await;
    assert_eq!(raw.answer().await.0, 413);
    assert_eq!(crate::applicant::files::count(&app, &path).await, 0);
    // A logo, a verdict: what is read past their end comes to one too.
    let organisation = hanane.browser.get("/fr/entries/").await.attribute("#organisations ~ ul a", "href");
    let mut raw = Raw::to(&app.url).await;
    raw.ask(&format!("POST {organisation}/logo"), &head("Transfer-Encoding: chunked")).await;
    raw.send(chunk("--X\r\nContent-Disposition: form-data; name=\"other\"\r\n\r\n")).await;
    let megabyte = chunk(&"x".repeat(1 << 20));
    for _ in 0..60 {
        raw.send(&megabyte).await;
    }
    assert_eq!(raw.answer().await.0, 413);
}
