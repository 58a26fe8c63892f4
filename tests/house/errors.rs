//! Every refusal has its page, in three languages, with the security headers.

use crate::support::TestApp;

#[actix_web::test]
async fn an_address_that_does_not_exist_says_so_in_three_languages() {
    let app = TestApp::start().await;
    for (path, title) in [("/fr/x", "Page introuvable"), ("/ar/x", "الصفحة غير موجودة"), ("/en/x", "Page not found")]
    {
        let page = app.browser().get(path).await.expect(404);
        assert_eq!(page.text("h1"), title);
        assert_eq!(page.attribute("html", "dir"), if path.starts_with("/ar") { "rtl" } else { "ltr" });
    }
}

#[actix_web::test]
async fn errors_and_redirects_have_the_security_headers_too() {
    let app = TestApp::start().await;
    for path in ["/", "/fr/", "/fr/nope", "/healthz", "/a/nope.css"] {
        let page = app.browser().get(path).await;
        assert!(page.header("content-security-policy").contains("default-src 'none'"), "{path}");
        assert_eq!(page.header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(page.header("x-frame-options"), "DENY", "{path}");
        assert!(!page.header("x-request-id").is_empty(), "{path}");
    }
}

#[actix_web::test]
async fn a_wrong_method_is_405_and_says_which_are_right() {
    let app = TestApp::start().await;
    let browser = app.browser();
    let page =
        browser.send(browser.request(reqwest::Method::DELETE, "/fr/").header("origin", &app.url)).await.expect(405);
    assert!(page.header("allow").contains("GET"), "{:?}", page.headers);
    assert_eq!(page.text("h1"), "Méthode refusée");
}

#[actix_web::test]
async fn a_form_from_another_site_changes_nothing_and_says_that_the_text_is_kept() {
    let app = TestApp::start().await;
    let browser = app.browser();
    for (name, value) in [("origin", "https://evil.example"), ("sec-fetch-site", "cross-site"), ("x-none", "")] {
        let request = browser.request(reqwest::Method::POST, "/fr/account/sign-in").header(name, value);
        let page = browser.send(request.form(&[("email", "a@b.ma")])).await.expect(403);
        assert!(page.body().contains("Votre texte est conservé"), "{name}");
    }
}

#[actix_web::test]
async fn an_address_without_language_leads_to_the_visitors() {
    let app = TestApp::start().await;
    let browser = app.browser();
    let ask = |language: &'static str| {
        browser.send(browser.request(reqwest::Method::GET, "/winners?y=1").header("accept-language", language))
    };
    assert_eq!(ask("ar-MA, fr;q=0.5").await.expect(303).location(), "/ar/winners?y=1");
    assert_eq!(ask("de").await.expect(303).location(), "/fr/winners?y=1");
}

#[actix_web::test]
async fn head_is_answered_like_get() {
    let app = TestApp::start().await;
    let browser = app.browser();
    browser.send(browser.request(reqwest::Method::HEAD, "/fr/")).await.expect(200);
}
