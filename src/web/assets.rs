//! Style sheet, scripts, fonts and icons, embedded in the binary by `build.rs`
//! under names that contain their hash, so that browsers keep them for ever.

use actix_web::http::header::{CACHE_CONTROL, CONTENT_ENCODING, ETAG, IF_NONE_MATCH, VARY, X_CONTENT_TYPE_OPTIONS};
use actix_web::{HttpRequest, HttpResponse, web};

use super::coding::{self, Coding, accepts};

/// One file: the name pages call it, where it is served, its three forms.
struct Asset {
    name: &'static str,
    url: &'static str,
    etag: &'static str,
    content_type: &'static str,
    identity: &'static [u8],
    brotli: Option<&'static [u8]>,
    gzip: Option<&'static [u8]>,
}

/// Sorted by name.
static ASSETS: &[Asset] = include!(concat!(env!("OUT_DIR"), "/assets/table.rs"));

/// Where `name` is served: `url("app.css")` is `/a/app.3f2c1b9d.css`. A name
/// that does not exist gives an address that answers 404 (and fails the test
/// that reads every template).
pub fn url(name: &str) -> &'static str {
    ASSETS.binary_search_by_key(&name, |asset| asset.name).map_or("/a/missing", |at| ASSETS[at].url)
}

/// `GET /a/{file}`: the smallest form the browser accepts, cached for ever.
pub async fn serve(request: HttpRequest, file: web::Path<String>) -> HttpResponse {
    let Some(asset) = ASSETS.iter().find(|asset| asset.url["/a/".len()..] == **file) else {
        return HttpResponse::NotFound().finish();
    };
    let accepted = coding::accepted(request.headers());
    let (encoding, body) = match (asset.brotli, asset.gzip) {
        (Some(bytes), _) if accepts(accepted, Coding::Brotli) => (Some("br"), bytes),
        (_, Some(bytes)) if accepts(accepted, Coding::Gzip) => (Some("gzip"), bytes),
        _ => (None, asset.identity),
    };
    let etag = format!("\"{}-{}\"", asset.etag, encoding.unwrap_or("id"));
    let known = header(&request, IF_NONE_MATCH).split(',').any(|tag| tag.trim() == etag);
    let mut answer = if known { HttpResponse::NotModified() } else { HttpResponse::Ok() };
    answer
        .insert_header((CACHE_CONTROL, "public, max-age=31536000, immutable"))
        .insert_header((ETAG, etag))
        .insert_header((VARY, "Accept-Encoding"))
        .insert_header((X_CONTENT_TYPE_OPTIONS, "nosniff"));
    if known {
        return answer.finish();
    }
    // Said even for the plain form: it tells a compressing middleware that
    // the choice is made.
    answer.insert_header((CONTENT_ENCODING, encoding.unwrap_or("identity")));
    answer.content_type(asset.content_type).body(body)
}

/// `GET /sw.js`: the script that keeps a juror's pages. Its address is always the same, and it reaches every
/// page, so it is asked for anew each time.
pub async fn service_worker() -> HttpResponse {
    let script = ASSETS.iter().find(|asset| asset.name == "sw.js").map_or(&[][..], |asset| asset.identity);
    HttpResponse::Ok()
        .insert_header((CACHE_CONTROL, "no-cache"))
        .insert_header((X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .content_type("text/javascript; charset=utf-8")
        .body(script)
}

fn header(request: &HttpRequest, name: actix_web::http::header::HeaderName) -> &str {
    request.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

/// Writes every asset where a page served from `folder` asks for it.
#[cfg(test)]
#[allow(clippy::missing_panics_doc)] // for a test
pub fn write_all(folder: &std::path::Path) {
    std::fs::create_dir_all(folder.join("a")).unwrap();
    for asset in ASSETS {
        std::fs::write(folder.join(asset.url.trim_start_matches('/')), asset.identity).unwrap();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::http::StatusCode;
    use actix_web::test::TestRequest;

    async fn get(url: &str, headers: &[(&'static str, &str)]) -> HttpResponse {
        let mut request = TestRequest::get();
        for header in headers {
            request = request.insert_header(*header);
        }
        let file = url.trim_start_matches("/a/").to_owned();
        serve(request.to_http_request(), web::Path::from(file)).await
    }

    fn said<'a>(answer: &'a HttpResponse, name: &str) -> &'a str {
        answer.headers().get(name).map_or("", |value| value.to_str().unwrap())
    }

    #[test]
    fn the_table_is_sorted_and_hashed() {
        assert!(ASSETS.is_sorted_by_key(|asset| asset.name));
        let css = url("app.css");
        assert!(css.starts_with("/a/app.") && css.strip_suffix(".css").is_some() && css.len() == 19, "{css}");
        assert_eq!(url("no-such-file.css"), "/a/missing");
    }

    #[test]
    fn style_sheet_names_fonts_by_their_hash() {
        let css = ASSETS.iter().find(|asset| asset.name == "app.css").unwrap();
        let text = std::str::from_utf8(css.identity).unwrap();
        let font = url("instrument-sans-latin.woff2").trim_start_matches("/a/");
        assert!(text.contains(&format!("url({font})")));
        for asset in ASSETS {
            assert!(!text.contains(&format!("url({})", asset.name)), "{}", asset.name);
        }
    }

    #[test]
    fn first_visit_fits_its_budget() {
        let sent = |name: &str| {
            let asset = ASSETS.iter().find(|asset| asset.name == name).unwrap();
            asset.gzip.unwrap_or(asset.identity).len()
        };
        assert!(sent("app.css") <= 15_000, "{}", sent("app.css"));
        // The pages that fetch most: an entry's section, a scorecard with what keeps it offline, a deliberation.
        let section = ["autosave", "keepsake", "charcount", "countdown", "presence", "upload", "dialogs", "drag"];
        let scorecard = ["autosave", "keepsake", "scorecard", "scorekeys", "outbox", "sw", "dialogs", "charcount"];
        let deliberation = ["room", "dialogs", "charcount"];
        for modules in [&section[..], &scorecard, &deliberation] {
            let scripts: usize = modules.iter().chain(&["app"]).map(|name| sent(&format!("{name}.js"))).sum();
            assert!(scripts <= 12_000, "{modules:?}: {scripts}");
        }
        let fonts = sent("instrument-sans-latin.woff2") + sent("bricolage-grotesque-latin.woff2");
        assert!(fonts <= 75_000, "{fonts}");
    }

    #[actix_web::test]
    async fn negotiates_the_smallest_accepted_form() {
        let css = url("app.css");
        let answer = get(css, &[("Accept-Encoding", "gzip, deflate, br")]).await;
        assert_eq!(answer.status(), StatusCode::OK);
        assert_eq!(said(&answer, "content-encoding"), "br");
        assert_eq!(said(&answer, "cache-control"), "public, max-age=31536000, immutable");
        assert_eq!(said(&answer, "vary"), "Accept-Encoding");
        assert_eq!(said(&answer, "x-content-type-options"), "nosniff");
        assert_eq!(said(&answer, "content-type"), "text/css; charset=utf-8");
        let gzip = get(css, &[("Accept-Encoding", "gzip, br;q=0")]).await;
        assert_eq!(said(&gzip, "content-encoding"), "gzip");
        assert_ne!(said(&gzip, "etag"), said(&answer, "etag"));
        let plain = get(css, &[]).await;
        assert_eq!(said(&plain, "content-encoding"), "identity");
    }

    #[actix_web::test]
    async fn a_known_etag_is_not_sent_again() {
        let css = url("app.css");
        let first = get(css, &[]).await;
        let again = get(css, &[("If-None-Match", said(&first, "etag"))]).await;
        assert_eq!(again.status(), StatusCode::NOT_MODIFIED);
        let missing = get("/a/app.00000000.css", &[]).await;
        assert_eq!(missing.status(), StatusCode::NOT_FOUND);
    }
}
