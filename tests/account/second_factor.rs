//! A second step at signing in, and the proof asked again before what can't be taken back.

use chrono::TimeDelta;
use digital_awards::config::SecondFactorRule;
use totp_rs::{Builder, Secret};

use crate::support::client::Response;
use crate::support::people::{PASSWORD, Person};
use crate::support::{Browser, TestApp};

const SETUP: &str = "/fr/account/second-factor";

/// The code that an app shows at this instant for the key on a page.
fn code(page: &Response, app: &TestApp) -> String {
    code_of(&page.text("code"), app)
}

fn code_of(key: &str, app: &TestApp) -> String {
    let secret = Secret::try_from_base32(key.replace(' ', "")).unwrap();
    let seconds = u64::try_from(app.now().timestamp()).unwrap();
    Builder::new().with_secret(secret).build_noncompliant().generate(seconds).to_string()
}

/// Sets a second factor up; its key and the recovery codes.
async fn set_up(app: &TestApp, browser: &Browser) -> (String, Vec<String>) {
    browser.post(SETUP, &[]).await.expect(303);
    let page = browser.get(SETUP).await.expect(200);
    assert!(page.has("svg.qr path") && page.header("cache-control").contains("no-store"));
    let wrong = browser.post(&format!("{SETUP}/confirm"), &[("code", "000000")]).await.expect(422);
    assert!(wrong.summary().contains("Ce code n’est pas bon"));
    let done = browser.post(&format!("{SETUP}/confirm"), &[("code", &code(&page, app))]).await.expect(200);
    (page.text("code"), done.texts(".codes code"))
}

async fn sign_in(app: &TestApp, person: &Person) -> (Browser, Response) {
    let browser = app.browser();
    let fields = [("email", person.user.email.as_str()), ("password", PASSWORD), ("next", "/fr/account/")];
    let answer = browser.post("/fr/account/sign-in", &fields).await.expect(303);
    (browser, answer)
}

#[actix_web::test]
async fn with_a_second_factor_a_password_alone_opens_nothing() {
    let app = TestApp::start().await;
    let person = app.person("amina").await;
    let (key, codes) = set_up(&app, &person.browser).await;
    assert_eq!(codes.len(), 10);

    let (browser, _) = sign_in(&app, &person).await;
    let sent_on = browser.get("/fr/account/").await.expect(303);
    assert!(sent_on.location().contains("/fr/account/second?next="), "{}", sent_on.location());
    assert!(browser.get("/fr/").await.expect(200).has("a[href*='/account/sign-in']"));
    // The code that set it up is spent; the next one is good once.
    let step = |code: String| {
        let browser = browser.clone();
        async move { browser.post("/fr/account/second", &[("code", &code), ("next", "/fr/account/")]).await }
    };
    step(code_of(&key, &app)).await.expect(422);
    app.wait(TimeDelta::seconds(60));
    let next = code_of(&key, &app);
    step(next.clone()).await.expect(303);
    browser.get("/fr/account/").await.expect(200);
    let (other, _) = sign_in(&app, &person).await;
    other.post("/fr/account/second", &[("code", &next)]).await.expect(422);

    // A recovery code works once, however it is typed.
    let spoken = format!(" {} ", codes[3].to_uppercase());
    other.post("/fr/account/second", &[("code", &spoken)]).await.expect(303);
    other.get("/fr/account/").await.expect(200);
    let (third, _) = sign_in(&app, &person).await;
    third.post("/fr/account/second", &[("code", &codes[3])]).await.expect(422);
    assert!(other.get(SETUP).await.expect(200).body().contains("9 codes de secours restants"));
}

#[actix_web::test]
async fn guessing_codes_ends_after_ten_tries() {
    let app = TestApp::start().await;
    let person = app.person("amina").await;
    let (_, codes) = set_up(&app, &person.browser).await;
    let (browser, _) = sign_in(&app, &person).await;
    // One try was wrong and one right at the set-up.
    for _ in 0..8 {
        browser.post("/fr/account/second", &[("code", "123456")]).await.expect(422);
    }
    let refused = browser.post("/fr/account/second", &[("code", &codes[0])]).await.expect(429);
    assert!(!refused.header("retry-after").is_empty());
}

#[actix_web::test]
async fn organisers_have_a_second_factor_where_it_is_required() {
    let app = TestApp::start_with(|s| s.security.organisers_need_second_factor = SecondFactorRule::Always).await;
    let (founder, applicant) = (app.founder("jamal").await, app.person("amina").await);
    applicant.browser.get("/fr/entries/").await.expect(200);
    let sent_on = founder.browser.get("/fr/organiser/").await.expect(303);
    assert!(sent_on.location().starts_with("/fr/account/second-factor?next="), "{}", sent_on.location());
    founder.browser.post("/fr/organiser/new", &[("slug", "2028")]).await.expect(303);
    assert!(founder.browser.get(SETUP).await.expect(200).body().contains("demandée à tous les organisateurs"));
    set_up(&app, &founder.browser).await;
    founder.browser.get("/fr/organiser/").await.expect(200);
    // Without it, the desk is closed again.
    founder.browser.post(&format!("{SETUP}/remove"), &[]).await.expect(303);
    founder.browser.get("/fr/organiser/").await.expect(303);
}

#[actix_web::test]
async fn the_password_is_asked_again_before_what_cannot_be_taken_back_and_nothing_typed_is_lost() {
    let award = crate::jury::award::Award::with_entries(1).await;
    let (app, organiser) = (&award.app, &award.organiser.browser);
    app.person("omar").await;
    app.wait(TimeDelta::minutes(16));
    let team = "/fr/organiser/2027/team";
    let fields = [("email", "omar@people.example"), ("role", "screener")];
    let asked = organiser.post(team, &fields).await.expect(403);
    assert_eq!((asked.value("email"), asked.value("role")), ("omar@people.example".into(), "screener".into()));
    for act in ["announcement", "announcement/confirm", "exports/entries.csv", "exports/edition.zip"] {
        let page = organiser.post(&format!("/fr/organiser/2027/{act}"), &[]).await.expect(403);
        assert!(page.has("input[name=proof-password]"), "{act}");
    }
    let with = |password: &'static str| [&fields[..], &[("proof-password", password)]].concat();
    let wrong = organiser.post(team, &with("not this one")).await.expect(403);
    assert!(wrong.summary().contains("Ce mot de passe n’est pas le bon"));
    organiser.post(team, &with(PASSWORD)).await.expect(303);
    assert!(organiser.get(team).await.expect(200).body().contains("omar@people.example"));
    // For a quarter of an hour it is not asked again.
    organiser.post("/fr/organiser/2027/exports/entries.csv", &[]).await.expect(200);
    app.wait(TimeDelta::minutes(16));
    organiser.post("/fr/organiser/2027/exports/entries.csv", &[]).await.expect(403);
}
