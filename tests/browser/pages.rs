//! Every page, in French and Arabic, light and dark, on a phone and a desk: axe finds nothing.

use digital_awards::config::MailTransport;

use crate::support::TestApp;
use crate::support::chrome::{self, Chrome};

#[actix_web::test]
async fn public_pages_have_no_fault_that_axe_can_find() {
    if !chrome::is_here() {
        return;
    }
    let app = TestApp::start().await;
    let window = Chrome::open(&app.url, 1440, 900).await;
    let mut faults = Vec::new();
    for (width, height) in [(360, 800), (1440, 900)] {
        window.size(width, height).await;
        for scheme in ["light", "dark"] {
            window.scheme(scheme).await;
            for path in ["/fr/", "/ar/", "/fr/nope", "/ar/nope"] {
                window.go(path).await;
                faults.extend(window.faults().await.into_iter().map(|f| format!("{path} {width} {scheme}: {f}")));
            }
        }
    }
    window.close().await;
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[actix_web::test]
async fn pages_of_the_account_have_no_fault_that_axe_can_find() {
    if !chrome::is_here() {
        return;
    }
    let app = TestApp::start_with(|s| s.mail.transport = MailTransport::Folder).await;
    let person = app.person("hanane").await;
    app.browser_of(&person.user).await;
    for _ in 0..2 {
        let fields = [("name", "Saïd"), ("email", "said@people.example"), ("password", "khettara de Fezna")];
        app.browser().post("/fr/account/sign-up", &fields).await.expect(303);
    }
    app.do_jobs().await;
    let mail = app.browser().get("/fr/dev/mail").await.attribute("tbody a", "href");
    let verify = app.browser().get(&mail).await.attribute("main a[href*=\"/account/verify/\"]", "href");
    let mail = mail.trim_start_matches("/fr").to_owned();
    let verify = verify.rsplit("/fr").next().unwrap_or_default().to_owned();
    let window = Chrome::open(&app.url, 1440, 900).await;
    let mut faults = Vec::new();
    for (width, height) in [(360, 800), (1440, 900)] {
        window.size(width, height).await;
        for scheme in ["light", "dark"] {
            window.scheme(scheme).await;
            for lang in ["fr", "ar"] {
                window.become_person(&app.browser()).await;
                let open = ["/account/sign-up", "/account/sign-in", "/account/forgot", "/account/sent", "/legal"];
                for path in open.into_iter().chain(["/dev/mail", &mail, &verify]) {
                    let path = format!("/{lang}{path}");
                    window.go(&path).await;
                    faults.extend(window.faults().await.into_iter().map(|f| format!("{path} {width} {scheme}: {f}")));
                }
                window.go(&format!("/{lang}/account/sign-in")).await;
                window.tap("main form .btn-primary").await;
                window.find(".errors").await;
                faults.extend(window.faults().await.into_iter().map(|f| format!("refused {lang} {scheme}: {f}")));
                window.become_person(&person.browser).await;
                window.go(&format!("/{lang}/account/")).await;
                faults.extend(window.faults().await.into_iter().map(|f| format!("account {lang} {scheme}: {f}")));
            }
        }
    }
    window.close().await;
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[actix_web::test]
async fn a_password_can_be_shown_while_it_is_typed() {
    if !chrome::is_here() {
        return;
    }
    let app = TestApp::start().await;
    let window = Chrome::open(&app.url, 360, 800).await;
    window.go("/fr/account/sign-up").await;
    window.fill("#password", "khettara de Fezna").await;
    window.tap("[data-reveal=password]").await;
    window.until("return document.getElementById('password').type === 'text'").await;
    window.tap("[data-reveal=password]").await;
    window.until("return document.getElementById('password').type === 'password'").await;
    window.close().await;
}
