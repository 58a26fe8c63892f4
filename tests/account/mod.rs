//! Signing up, in and out.

mod abuse;
mod data;
mod erasure;
mod mails;
mod second_factor;

use digital_awards::app::AppError;
use digital_awards::domain::text::EmailAddress;
use digital_awards::store;

use crate::support::TestApp;
use crate::support::people::PASSWORD;

const EMAIL: &str = "hanane@saqya.example";

#[actix_web::test]
async fn somebody_signs_up_proves_the_address_and_signs_in() {
    let app = TestApp::start().await;
    let browser = app.browser();
    let fields = [("name", "Hanane Oubrahim"), ("email", " Hanane@Saqya.example "), ("password", PASSWORD)];
    let page = browser.submit("/ar/account/sign-up", &fields).await.expect(200);
    assert_eq!(page.text("h1"), "تفقّد بريدك");
    app.do_jobs().await;
    let letter = app.mails.last_to(EMAIL);
    assert_eq!(letter.subject, "أكّد عنوانك");
    let link = letter.link();
    // Opening the link proves nothing: mail scanners open links.
    let page = browser.get(&link).await.expect(200);
    assert_eq!(page.header("referrer-policy"), "no-referrer");
    let refused = browser.post("/ar/account/sign-in", &[("email", EMAIL), ("password", PASSWORD)]).await.expect(422);
    assert!(refused.body().contains("أكّد عنوانك أولا"));
    // That sent a newer link; the first is dead.
    browser.post(&link, &[]).await.expect(410);
    app.do_jobs().await;
    let link = app.mails.last_to(EMAIL).link();
    browser.submit(&link, &[]).await.expect(200);
    browser.post(&link, &[]).await.expect(410);
    browser.post("/ar/account/sign-in", &[("email", EMAIL), ("password", PASSWORD)]).await.expect(303);
    let page = browser.get("/ar/account/").await.expect(200);
    assert_eq!(page.value("name"), "Hanane Oubrahim");
}

#[actix_web::test]
async fn known_and_unknown_addresses_get_the_same_answers() {
    let app = TestApp::start().await;
    app.person("known").await;
    let browser = app.browser();
    let answer = |email: &'static str| {
        let browser = browser.clone();
        async move {
            let sign_up = [("name", "X"), ("email", email), ("password", PASSWORD)];
            let up = browser.post("/fr/account/sign-up", &sign_up).await;
            let forgot = browser.post("/fr/account/forgot", &[("email", email)]).await;
            let sign_in =
                browser.post("/fr/account/sign-in", &[("email", email), ("password", "not the password")]).await;
            (
                (up.status, up.location(), up.bytes),
                (forgot.status, forgot.location(), forgot.bytes),
                (sign_in.status, sign_in.body().replace(email, "")),
            )
        }
    };
    // The unknown address has an account that waits for its proof by the time it asks to sign in.
    assert_eq!(answer("known@people.example").await, answer("unknown@people.example").await);
    app.do_jobs().await;
    let subjects = |address: &str| {
        app.mails
            .all()
            .into_iter()
            .filter(|l| l.to.trim_matches(['<', '>']) == address)
            .map(|l| l.subject)
            .collect::<Vec<_>>()
    };
    let (known, unknown) = (subjects("known@people.example"), subjects("unknown@people.example"));
    assert!(known.contains(&"Vous avez déjà un compte".to_owned()), "{known:?}");
    assert!(unknown.contains(&"Confirmez votre adresse".to_owned()), "{unknown:?}");
}

#[actix_web::test]
async fn a_form_that_is_refused_keeps_what_was_typed_but_not_the_password() {
    let app = TestApp::start().await;
    let fields = [("name", "A\u{202E}B"), ("email", "nowhere"), ("password", "court")];
    let page = app.browser().post("/fr/account/sign-up", &fields).await.expect(422);
    assert_eq!(page.value("email"), "nowhere");
    assert_eq!(page.value("password"), "");
    assert_eq!(page.texts(".errors li").len(), 3);
    assert!(page.text("title").starts_with("Erreur :"));
    assert_eq!(page.attribute("#email", "aria-invalid"), "true");
}

#[actix_web::test]
async fn too_many_wrong_passwords_must_wait_but_a_live_session_goes_on() {
    let app = TestApp::start().await;
    let person = app.person("hanane").await;
    let email = person.user.email.as_str();
    let other = app.browser();
    for _ in 0..10 {
        other.post("/fr/account/sign-in", &[("email", email), ("password", "wrong wrong wrong")]).await.expect(422);
    }
    let page = other.post("/fr/account/sign-in", &[("email", email), ("password", PASSWORD)]).await.expect(429);
    assert_eq!(page.header("retry-after"), "900", "{}", page.summary());
    person.browser.get("/fr/account/").await.expect(200);
    app.wait(chrono::TimeDelta::minutes(16));
    other.post("/fr/account/sign-in", &[("email", email), ("password", PASSWORD)]).await.expect(303);
}

#[actix_web::test]
async fn a_lost_password_is_replaced_once_and_ends_every_session() {
    let app = TestApp::start().await;
    let person = app.person("hanane").await;
    let email = person.user.email.as_str();
    let browser = app.browser();
    browser.submit("/fr/account/forgot", &[("email", email)]).await.expect(200);
    app.do_jobs().await;
    let first = app.mails.last_to(email).link();
    browser.submit("/fr/account/forgot", &[("email", email)]).await.expect(200);
    app.wait(chrono::TimeDelta::seconds(1));
    app.do_jobs().await;
    let link = app.mails.last_to(email).link();
    browser.get(&first).await.expect(410);
    browser.post(&link, &[("password", "court")]).await.expect(422);
    browser.submit(&link, &[("password", "une tout autre phrase")]).await.expect(200);
    browser.post(&link, &[("password", "une tout autre phrase")]).await.expect(410);
    person.browser.get("/fr/account/").await.expect(303);
    browser.post("/fr/account/sign-in", &[("email", email), ("password", PASSWORD)]).await.expect(422);
    browser.post("/fr/account/sign-in", &[("email", email), ("password", "une tout autre phrase")]).await.expect(303);
}

#[actix_web::test]
async fn a_link_to_reset_dies_after_half_an_hour() {
    let app = TestApp::start().await;
    let person = app.person("hanane").await;
    let browser = app.browser();
    browser.submit("/fr/account/forgot", &[("email", person.user.email.as_str())]).await;
    app.do_jobs().await;
    let link = app.mails.last_to(person.user.email.as_str()).link();
    app.wait(chrono::TimeDelta::minutes(31));
    browser.get(&link).await.expect(410);
}

#[actix_web::test]
async fn signing_out_ends_the_session_on_the_server() {
    let app = TestApp::start().await;
    let person = app.person("hanane").await;
    let stolen = person.browser.cookies();
    person.browser.submit("/fr/account/sign-out", &[]).await.expect(200);
    let thief = app.browser().with_cookie(&format!("{stolen}; Path=/"));
    assert!(thief.get("/fr/account/").await.expect(303).location().starts_with("/fr/account/sign-in"));
}

#[actix_web::test]
async fn a_password_change_needs_the_old_one_and_ends_other_sessions() {
    let app = TestApp::start().await;
    let person = app.person("hanane").await;
    let other = app.browser_of(&person.user).await;
    let wrong = [("current", "not it, not it"), ("password", "une tout autre phrase")];
    person.browser.post("/fr/account/password", &wrong).await.expect(422);
    let right = [("current", PASSWORD), ("password", "une tout autre phrase")];
    person.browser.submit("/fr/account/password", &right).await.expect(200);
    other.get("/fr/account/").await.expect(303);
    person.browser.get("/fr/account/").await.expect(200);
}

#[actix_web::test]
async fn sessions_are_listed_and_ended_one_by_one_but_only_ones_own() {
    let app = TestApp::start().await;
    let (hanane, said) = (app.person("hanane").await, app.person("said").await);
    let other = app.browser_of(&hanane.user).await;
    let page = hanane.browser.get("/fr/account/").await.expect(200);
    let ends: Vec<_> = page.attributes("form[action$=\"/end\"]", "action");
    assert_eq!(ends.len(), 1);
    said.browser.post(&ends[0], &[]).await.expect(404);
    other.get("/fr/account/").await.expect(200);
    hanane.browser.submit(&ends[0], &[]).await.expect(200);
    other.get("/fr/account/").await.expect(303);
}

#[actix_web::test]
async fn a_visitor_is_sent_to_sign_in_and_comes_back_but_never_to_another_site() {
    let app = TestApp::start().await;
    let person = app.person("hanane").await;
    let browser = app.browser();
    let to_sign_in = browser.get("/fr/account/").await.expect(303).location();
    let page = browser.get(&to_sign_in).await.expect(200);
    let next = page.value("next");
    assert_eq!(next, "/fr/account/");
    let email = person.user.email.as_str();
    for (next, target) in [
        (next.as_str(), "/fr/account/"),
        ("https://evil.example/", "/fr/account/start"),
        ("//evil.example", "/fr/account/start"),
    ] {
        let answer =
            browser.post("/fr/account/sign-in", &[("email", email), ("password", PASSWORD), ("next", next)]).await;
        assert_eq!(answer.expect(303).location(), target);
    }
}

#[actix_web::test]
async fn the_session_cookie_is_out_of_reach_of_scripts_and_new_at_each_sign_in() {
    let app = TestApp::start().await;
    let person = app.person("hanane").await;
    let invented = app.browser().with_cookie("session=0000000000000000000000000000000000000000; Path=/");
    let fields = [("email", person.user.email.as_str()), ("password", PASSWORD)];
    let answer = invented.post("/fr/account/sign-in", &fields).await.expect(303);
    let cookie = answer.header("set-cookie").to_owned();
    assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax") && cookie.contains("Path=/"), "{cookie}");
    assert!(!cookie.contains("00000000"), "{cookie}");
}

#[actix_web::test]
async fn behind_https_the_cookie_is_secure_and_bound_to_the_host() {
    let app = TestApp::start_with(|s| s.server.public_url = "https://awards.example".into()).await;
    let person = app.person("hanane").await;
    let browser = app.browser();
    let request =
        browser.request(reqwest::Method::POST, "/fr/account/sign-in").header("origin", "https://awards.example");
    let answer =
        browser.send(request.form(&[("email", person.user.email.as_str()), ("password", PASSWORD)])).await.expect(303);
    let cookie = answer.header("set-cookie");
    assert!(cookie.starts_with("__Host-session=") && cookie.contains("Secure"), "{cookie}");
    assert!(answer.header("strict-transport-security").contains("max-age=63072000"));
}

#[actix_web::test]
async fn a_session_dies_of_idleness_and_of_age() {
    let app = TestApp::start().await;
    let idle = app.person("idle").await;
    app.wait(chrono::TimeDelta::hours(13));
    idle.browser.get("/fr/account/").await.expect(303);
    let busy = app.person("busy").await;
    for _ in 0..20 {
        app.wait(chrono::TimeDelta::hours(8));
        busy.browser.get("/fr/account/").await.expect(200);
    }
    app.wait(chrono::TimeDelta::hours(9));
    busy.browser.get("/fr/account/").await.expect(303);
}

#[actix_web::test]
async fn a_weaker_hash_is_replaced_when_its_owner_signs_in() {
    let app = TestApp::start_with(|s| s.security.argon2_memory_kib = 128).await;
    let weak = digital_awards::security::password::Passwords::new(&digital_awards::config::SecuritySettings {
        argon2_memory_kib: 64,
        argon2_passes: 1,
        ..Default::default()
    });
    let hash = weak.unwrap().hash_now(PASSWORD).unwrap();
    let person = app.person_who("hanane", |user| user.password_hash = Some(hash.clone())).await;
    let fields = [("email", person.user.email.as_str()), ("password", PASSWORD)];
    app.browser().post("/fr/account/sign-in", &fields).await.expect(303);
    let id = person.user.id;
    let user = app.state.db.read(move |c| Ok::<_, AppError>(store::users::get(c, id)?)).await.unwrap();
    assert!(user.password_hash.unwrap().contains("m=128"));
}

#[actix_web::test]
async fn the_chosen_language_is_the_one_of_mails() {
    let app = TestApp::start().await;
    let person = app.person("hanane").await;
    let page =
        person.browser.submit("/fr/account/profile", &[("name", "Hanane"), ("language", "en")]).await.expect(200);
    assert_eq!(page.attribute("html", "lang"), "en");
    app.browser().submit("/fr/account/forgot", &[("email", person.user.email.as_str())]).await;
    app.do_jobs().await;
    assert_eq!(app.mails.last_to(person.user.email.as_str()).subject, "Choose a new password");
}

#[actix_web::test]
async fn the_command_line_makes_the_first_organiser_with_a_link_that_works_once() {
    let app = TestApp::start().await;
    let folder = app.folder().to_owned();
    let output = crate::support::command::program(&app.state.settings.database.url.0, &folder)
        .env("DIGITAL_AWARDS__SERVER__PUBLIC_URL", &app.url)
        .args(["organiser", "add", "asmaa@award.example", "--name", "Asmaa Lakhdar"])
        .output()
        .unwrap();
    let text = crate::support::command::expect_code(&output, 0);
    let link = text.lines().find(|l| l.starts_with("http")).unwrap().to_owned();
    app.clock.set(chrono::Utc::now());
    let browser = app.browser();
    assert!(browser.get(&link).await.expect(200).has("input[name=password]"));
    browser.post(&link, &[("password", "court")]).await.expect(422);
    let start = browser.submit(&link, &[("password", PASSWORD)]).await.expect(303);
    assert_eq!(start.location(), "/fr/organiser/");
    app.browser().get(&link).await.expect(410);
    let email = EmailAddress::parse("asmaa@award.example").unwrap();
    let user = app.state.db.read(move |c| Ok::<_, AppError>(store::users::find_by_email(c, &email)?)).await.unwrap();
    assert!(user.is_some_and(|u| u.is_founder && u.verified_at.is_some()));
}

#[actix_web::test]
async fn mails_are_no_page_where_they_leave_by_smtp() {
    let app = TestApp::start().await;
    app.browser().get("/fr/dev/mail").await.expect(404);
}
