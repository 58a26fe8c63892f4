//! The door: who is told what, how often one may knock, and what a key opens.

use chrono::TimeDelta;
use digital_awards::app::AppError;
use digital_awards::store;
use reqwest::Method;
use reqwest::header::SET_COOKIE;

use crate::support::client::Response;
use crate::support::people::PASSWORD;
use crate::support::{Browser, TestApp};

const OWN: &str = "une tout autre phrase";

async fn sign_in(browser: &Browser, email: &str, password: &str) -> Response {
    browser.post("/fr/account/sign-in", &[("email", email), ("password", password)]).await
}

/// What an answer says, whoever asked.
fn said(answer: &Response, email: &str) -> (u16, String, Vec<String>, String) {
    let headers = answer.headers.keys().map(|name| name.to_string()).collect();
    let location = answer.headers.get("location").map_or(String::new(), |v| v.to_str().unwrap().to_owned());
    (answer.status, location, headers, answer.body().replace(email, "").replace(answer.header("x-request-id"), ""))
}

#[actix_web::test]
async fn t18_no_answer_tells_whether_an_address_has_an_account() {
    let app = TestApp::start().await;
    app.person("known").await;
    let ask = async |email: &str| {
        let browser = app.browser();
        let wrong = sign_in(&browser, email, "not the password").await;
        let forgot = browser.post("/fr/account/forgot", &[("email", email)]).await;
        let up = [("name", "X"), ("email", email), ("password", PASSWORD)];
        let up = browser.post("/fr/account/sign-up", &up).await;
        [said(&wrong, email), said(&forgot, email), said(&up, email)]
    };
    assert_eq!(ask("known@people.example").await, ask("unknown@people.example").await);
    // A password that is right for nobody takes a hash, whether there is somebody or not: see the tests of accounts
    // for the time. Here: an unknown address uses up its tries like a known one.
    for n in 0..9 {
        sign_in(&app.browser(), "nobody@people.example", &format!("wrong password {n}")).await.expect(422);
    }
    sign_in(&app.browser(), "nobody@people.example", "wrong password 9").await.expect(422);
    sign_in(&app.browser(), "nobody@people.example", "wrong password 10").await.expect(429);
}

#[actix_web::test]
async fn t19_an_account_takes_ten_tries_from_wherever_they_come_and_its_owner_goes_on_and_is_told() {
    let app = TestApp::start_with(|s| s.server.trusted_proxies = vec!["127.0.0.0/8".parse().unwrap()]).await;
    let person = app.person("hanane").await;
    let email = person.user.email.as_str();
    let mut answers = Vec::new();
    for n in 0..12 {
        let browser = app.browser();
        let request = browser.request(Method::POST, "/fr/account/sign-in").header("origin", &app.url);
        let request = request.header("x-forwarded-for", format!("198.51.100.{n}"));
        let guess = format!("a guess, number {n}");
        answers.push(browser.send(request.form(&[("email", email), ("password", &guess)])).await);
    }
    let statuses: Vec<u16> = answers.iter().map(|answer| answer.status).collect();
    assert_eq!(statuses, [[422; 10].as_slice(), &[429; 2]].concat());
    let wait: i64 = answers[11].header("retry-after").parse().unwrap();
    assert!((1..=900).contains(&wait), "{wait}");
    // The right password has to wait as well, a live session does not, and the owner hears of it once.
    sign_in(&app.browser(), email, PASSWORD).await.expect(429);
    person.browser.get("/fr/account/").await.expect(200);
    app.do_jobs().await;
    let told = app.mails.to(email);
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].subject.contains("essaie des mots de passe"), "{}", told[0].subject);
    app.wait(TimeDelta::seconds(wait + 1));
    sign_in(&app.browser(), email, PASSWORD).await.expect(303);
}

#[actix_web::test]
async fn t19_an_address_is_the_last_hop_that_no_proxy_of_ours_is_on_whatever_lines_came_before() {
    let app = TestApp::start_with(|s| {
        s.server.trusted_proxies = vec!["127.0.0.0/8".parse().unwrap()];
        s.security.sign_in_tries_per_address = 3;
    })
    .await;
    let browser = app.browser();
    let mut account = 0;
    let mut ask = async |lines: &[String]| {
        account += 1;
        let email = format!("n{account}@people.example");
        let mut request = browser.request(Method::POST, "/fr/account/sign-in").header("origin", &app.url);
        for line in lines {
            request = request.header("x-forwarded-for", line);
        }
        browser.send(request.form(&[("email", email.as_str()), ("password", "a guess, a guess")])).await.status
    };
    let hop = || "203.0.113.7".to_owned();
    let mut statuses = Vec::new();
    for n in 0..6 {
        // One proxy appends to the line of the client, another adds a line of its own.
        let made_up = format!("198.51.100.{n}");
        let lines = if n % 2 == 0 { vec![made_up, hop()] } else { vec![format!("{made_up}, {}", hop())] };
        statuses.push(ask(&lines).await);
    }
    assert_eq!(statuses, [422, 422, 422, 429, 429, 429]);
    assert_eq!(ask(&["203.0.113.8".to_owned()]).await, 422, "somebody else behind the same proxy");
}

#[actix_web::test]
async fn t20_a_session_is_new_at_each_sign_in_never_chosen_by_its_browser_and_ends_on_the_server() {
    let app = TestApp::start().await;
    let person = app.person("hanane").await;
    let email = person.user.email.as_str();
    // A cookie that somebody planted is not taken over.
    let planted = "f".repeat(64);
    let browser = app.browser().with_cookie(&format!("session={planted}; Path=/"));
    let answer = sign_in(&browser, email, PASSWORD).await.expect(303);
    let cookie = answer.headers.get(SET_COOKIE).unwrap().to_str().unwrap().to_owned();
    assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax") && !cookie.contains(&planted), "{cookie}");
    let secret = cookie.split([';', '=']).nth(1).unwrap().to_owned();
    assert!(secret.len() >= 32, "{secret}");
    let with = |secret: &str| app.browser().with_cookie(&format!("session={secret}; Path=/"));
    with(&planted).get("/fr/account/").await.expect(303);
    with(&secret).get("/fr/account/").await.expect(200);
    // The next sign-in of this browser has another, and the one before is dead.
    sign_in(&browser, email, PASSWORD).await.expect(303);
    assert!(!browser.cookies().contains(&secret));
    with(&secret).get("/fr/account/").await.expect(303);
    // A new password ends the others; signing out and a disabled account end it in the database.
    let (one, other) = (app.browser_of(&person.user).await, app.browser_of(&person.user).await);
    one.post("/fr/account/password", &[("current", PASSWORD), ("password", OWN)]).await.expect(303);
    one.get("/fr/account/").await.expect(200);
    other.get("/fr/account/").await.expect(303);
    let stolen = app.browser().with_cookie(&format!("{}; Path=/", one.cookies()));
    one.post("/fr/account/sign-out", &[]).await.expect(303);
    stolen.get("/fr/account/").await.expect(303);
    let last = app.browser_of(&person.user).await;
    let (mut user, now) = (person.user.clone(), app.now());
    user.disabled_at = Some(now);
    app.state.db.write(move |c| Ok::<_, AppError>(store::users::update(c, user.clone())?)).await.unwrap();
    last.get("/fr/account/").await.expect(303);
}

#[actix_web::test]
async fn t21_a_link_to_reset_works_once_while_it_is_young_and_the_newest_and_leads_to_us() {
    let app = TestApp::start().await;
    let person = app.person("hanane").await;
    let email = person.user.email.as_str();
    let ask = async || {
        let browser = app.browser();
        let request = browser
            .request(Method::POST, "/fr/account/forgot")
            .header("origin", &app.url)
            .header("host", "evil.example")
            .header("x-forwarded-host", "evil.example")
            .header("forwarded", "host=evil.example;proto=https");
        browser.send(request.form(&[("email", email)])).await.expect(303);
        app.wait(TimeDelta::seconds(1));
        app.do_jobs().await;
        let letter = app.mails.last_to(email);
        assert!(letter.text.contains(&format!("{}/fr/account/reset/", app.url)), "{}", letter.text);
        assert!(!format!("{letter:?}").contains("evil.example"), "{letter:?}");
        letter.link()
    };
    let choose = [("password", OWN)];
    let (old, new) = (ask().await, ask().await);
    app.browser().post(&old, &choose).await.expect(410);
    let page = app.browser().get(&new).await.expect(200);
    assert_eq!(page.header("referrer-policy"), "no-referrer");
    let guess = format!("{}{}", &new[..new.len() - 4], "0000");
    app.browser().get(&guess).await.expect(410);
    app.browser().post(&new, &choose).await.expect(303);
    let dead = app.browser().post(&new, &choose).await.expect(410);
    assert!(dead.body().contains("Ce lien"), "{}", dead.summary());
    person.browser.get("/fr/account/").await.expect(303);
    let late = ask().await;
    app.wait(TimeDelta::minutes(30));
    app.browser().get(&late).await.expect(410);
    app.browser().post(&late, &choose).await.expect(410);
    sign_in(&app.browser(), email, OWN).await.expect(303);
}

#[actix_web::test]
async fn t23_after_signing_in_nobody_is_led_to_another_site() {
    const FORMS: [&str; 14] = [
        "https://evil.example/",
        "//evil.example",
        "///evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "/fr//evil.example",
        "/fr/\\evil.example",
        "javascript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "https:evil.example",
        "/\t/evil.example",
        "/fr/\r\nLocation: https://evil.example",
        "http://127.0.0.1@evil.example/fr/",
        "//evil.example/fr/entries/",
    ];
    let app = TestApp::start().await;
    let person = app.person("hanane").await;
    for next in FORMS {
        let fields = [("email", person.user.email.as_str()), ("password", PASSWORD), ("next", next)];
        let answer = app.browser().post("/fr/account/sign-in", &fields).await.expect(303);
        assert_eq!(answer.location(), "/fr/account/start", "{next:?}");
        let query: String = url::form_urlencoded::Serializer::new(String::new()).append_pair("next", next).finish();
        let form = app.browser().get(&format!("/fr/account/sign-in?{query}")).await.expect(200);
        assert!(form.attributes("main [name=next]", "value").iter().all(String::is_empty), "{next:?}");
        let known = person.browser.get(&format!("/fr/account/sign-in?{query}")).await.expect(303);
        assert_eq!(known.location(), "/fr/account/", "{next:?}");
    }
    let fields = [("email", person.user.email.as_str()), ("password", PASSWORD), ("next", "/fr/entries/?x=1")];
    let answer = app.browser().post("/fr/account/sign-in", &fields).await.expect(303);
    assert_eq!(answer.location(), "/fr/entries/?x=1");
}
