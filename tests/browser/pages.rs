//! Every page, in French and Arabic, light and dark, on a phone and a desk: axe finds nothing.

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
