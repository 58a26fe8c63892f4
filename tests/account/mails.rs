//! The mails of a development instance, and the page that shows them.

use digital_awards::config::MailTransport;

use crate::support::TestApp;
use crate::support::people::PASSWORD;

async fn with_mails() -> TestApp {
    let app = TestApp::start_with(|s| s.mail.transport = MailTransport::Folder).await;
    for (lang, name) in [("fr", "hanane"), ("ar", "said")] {
        let email = format!("{name}@people.example");
        let fields = [("name", name), ("email", email.as_str()), ("password", PASSWORD)];
        app.browser().post(&format!("/{lang}/account/sign-up"), &fields).await.expect(303);
    }
    app.do_jobs().await;
    app
}

#[actix_web::test]
async fn mails_are_listed_searched_and_counted() {
    let app = with_mails().await;
    let browser = app.browser();
    let page = browser.get("/fr/dev/mail").await.expect(200);
    assert_eq!(page.texts("tbody tr").len(), 2);
    let found = browser.get("/fr/dev/mail?q=SAID").await.expect(200);
    assert_eq!(found.texts("tbody td:nth-child(2)"), ["said@people.example"]);
    assert_eq!(found.value("q"), "SAID");
    let nothing = browser.get("/fr/dev/mail?q=nobody").await.expect(200);
    assert!(nothing.has(".empty") && !nothing.has("table"));
}

#[actix_web::test]
async fn a_mail_is_shown_as_text_with_its_link_and_as_html_that_is_shut_in() {
    let app = with_mails().await;
    let browser = app.browser();
    let list = browser.get("/fr/dev/mail?q=hanane").await.expect(200);
    let mail = list.attribute("tbody a", "href");
    let page = browser.get(&mail).await.expect(200);
    assert!(page.header("content-security-policy").contains("frame-src 'self'"));
    let link = page.attribute("main a[href*=\"/account/verify/\"]", "href");
    browser.get(&link).await.expect(200);
    let frame = page.attribute("iframe", "src");
    assert_eq!(page.attribute("iframe", "sandbox"), "allow-top-navigation-by-user-activation");
    let html = browser.get(&frame).await.expect(200);
    let policy = html.header("content-security-policy").to_owned();
    assert!(policy.contains("default-src 'none'") && policy.contains("sandbox"), "{policy}");
    assert!(!policy.contains("script-src"), "{policy}");
    assert_eq!(html.header("x-frame-options"), "SAMEORIGIN");
    assert_eq!(html.attribute("base", "target"), "_top");
    assert!(html.body().contains(&link));
    browser.get(&format!("{mail}0")).await.expect(404);
    browser.get("/fr/dev/mail/..%2f..%2fsecret").await.expect(404);
}

#[actix_web::test]
async fn what_is_kept_and_whom_to_ask_is_on_a_page_in_three_languages() {
    let app = TestApp::start().await;
    for lang in ["fr", "ar", "en"] {
        let page = app.browser().get(&format!("/{lang}/legal")).await.expect(200);
        assert!(page.body().contains("09-08"), "{lang}");
    }
}
