//! What strangers send as a file, and under what name.

use std::io::Cursor;

use chrono::Utc;
use image::{DynamicImage, ImageFormat};

use crate::applicant::files::{PDF, attach, count, entry};
use crate::support::node::Node;
use crate::support::people::Person;
use crate::support::{TestApp, png};

/// A picture in a format.
fn encoded(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// A PNG that claims another size, depth and kind of colour in its head.
fn claiming(mut png: Vec<u8>, width: u32, height: u32, depth: u8, colour: u8) -> Vec<u8> {
    png[16..20].copy_from_slice(&width.to_be_bytes());
    png[20..24].copy_from_slice(&height.to_be_bytes());
    (png[24], png[25]) = (depth, colour);
    let checksum = !png[12..29].iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| (crc >> 1) ^ (0xEDB8_8320 & (crc & 1).wrapping_neg()))
    });
    png[29..33].copy_from_slice(&checksum.to_be_bytes());
    png
}

/// Every file under a folder, by its name.
pub fn names_under(folder: &std::path::Path) -> Vec<String> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let entries = entries.map(|entry| entry.unwrap().path());
    entries
        .flat_map(|path| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if path.is_dir() { [vec![name], names_under(&path)].concat() } else { vec![name] }
        })
        .collect()
}

#[actix_web::test]
async fn t12_only_what_a_file_is_counts_and_none_can_run_in_a_browser() {
    let app = TestApp::start().await;
    let (hanane, path) = entry(&app).await;
    let page: &[u8] = b"<!doctype html><script>alert(1)</script>";
    let polyglot = [b"GIF89a/*".as_slice(), b"%PDF-1.4*/=1;alert(1)"].concat();
    for (name, bytes) in [
        ("logo.svg", b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".as_slice()),
        ("logo.svg.png", b"<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>"),
        ("page.html", page),
        ("page.pdf", page),
        ("page.html.pdf", b"\n%PDF-1.7 <script>"),
        ("both.gif", &polyglot),
        ("feuille.xml", b"<?xml-stylesheet href='javascript:alert(1)'?><a/>"),
        ("programme.pdf", b"MZ\x90\x00"),
        ("archive.zip", b"PK\x03\x04"),
    ] {
        let refused = attach(&hanane, &path, name, bytes).await.expect(422);
        assert!(refused.text("#answer-attachments-err").contains("PDF, PNG, JPEG ou WebP"), "{name}");
    }
    assert_eq!(count(&app, &path).await, 0);
    // What looks like a picture with something behind it is only the picture.
    let hidden = [png(), page.to_vec()].concat();
    attach(&hanane, &path, "image.html", &hidden).await.expect(303);
    attach(&hanane, &path, "plan.exe", PDF).await.expect(303);
    let section = hanane.browser.get(&format!("{path}/sections/4")).await.expect(200);
    assert_eq!(section.texts(".uploaded .grow a"), ["image.png", "plan.pdf"]);
    for link in section.attributes(".uploaded .grow a", "href") {
        for address in [link.clone(), format!("{link}?view=1")] {
            let file = hanane.browser.get(&address).await.expect(200);
            assert!(!file.body().contains("<script>"), "{address}");
            assert_eq!(file.header("content-security-policy"), "default-src 'none'; sandbox", "{address}");
            assert_eq!(file.header("x-content-type-options"), "nosniff", "{address}");
            assert_eq!(file.header("cross-origin-resource-policy"), "same-origin", "{address}");
            let is_shown = file.header("content-type").starts_with("image/") && address.ends_with("view=1");
            assert_eq!(file.header("content-disposition").starts_with("attachment"), !is_shown, "{address}");
        }
    }
}

#[actix_web::test]
async fn t13_bombs_are_refused_quickly_and_in_little_memory() {
    let app = TestApp::start().await;
    app.clock.set(Utc::now());
    let (hanane, path) = entry(&app).await;
    let node = Node::start(&app.state.settings.database.url.0, app.folder(), app.mails.port);
    // A connection each: what takes its time outlives an idle one.
    let person =
        || Person { user: hanane.user.clone(), browser: node.browser().with_cookie(&hanane.browser.cookies()) };
    // Something harmless first, so that what any picture takes is not counted.
    attach(&person(), &path, "image.png", &png()).await.expect(303);
    let before = node.peak_memory();
    let grey = encoded(&DynamicImage::new_luma8(5000, 5000), ImageFormat::Png);
    let mut page = lopdf::Stream::new(lopdf::Dictionary::new(), vec![b' '; 64 << 20]);
    page.compress().unwrap();
    let pdf = [
        b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj "
            .to_vec(),
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99999 99999]/Contents 4 0 R>>endobj ".to_vec(),
        format!("4 0 obj<</Filter/FlateDecode/Length {}>>stream\n", page.content.len()).into_bytes(),
        page.content,
        b"\nendstream endobj trailer<</Root 1 0 R>>\n%%EOF".to_vec(),
    ]
    .concat();
    for (name, bytes, status) in [
        ("large.png", claiming(png(), 60_000, 60_000, 8, 2), 422),
        // This one is no lie: eighty million grey pixels in a few kilobytes.
        ("real.png", encoded(&DynamicImage::new_luma8(9_000, 9_000), ImageFormat::Png), 422),
        ("wide.png", claiming(png(), u32::MAX >> 1, 1, 8, 2), 422),
        ("deep.png", claiming(grey, 7_000, 7_000, 16, 6), 422),
        ("bombe.zip", [b"PK\x03\x04".to_vec(), vec![0; 1 << 20]].concat(), 422),
        // A document is kept as it is; what looks into it does so elsewhere, and gives up.
        ("bombe.pdf", pdf, 303),
    ] {
        let began = std::time::Instant::now();
        attach(&person(), &path, name, &bytes).await.expect(status);
        assert!(began.elapsed().as_secs() < 10, "{name} took {:?}", began.elapsed());
        let began = std::time::Instant::now();
        node.browser().get("/healthz").await.expect(200);
        assert!(began.elapsed().as_secs() < 2, "{name} held everybody up");
    }
    if let (Some(before), Some(after)) = (before, node.peak_memory()) {
        assert!(after - before < 200 << 20, "grew by {} MB", (after - before) >> 20);
    }
}

/// A JPEG that says where and by whose camera it was taken.
fn photograph() -> Vec<u8> {
    let plain = encoded(&DynamicImage::new_rgb8(40, 20), ImageFormat::Jpeg);
    let mut tiff = b"MM\x00\x2A\x00\x00\x00\x08\x00\x02".to_vec();
    tiff.extend(b"\x01\x0F\x00\x02\x00\x00\x00\x0C\x00\x00\x00\x26"); // Make, 12 letters, at 38
    tiff.extend(b"\x01\x12\x00\x03\x00\x00\x00\x01\x00\x06\x00\x00"); // Orientation: a quarter turn
    tiff.extend(b"\x00\x00\x00\x00SecretCamera");
    let block = |marker: u8, text: &[u8]| {
        let length = u16::try_from(2 + text.len()).unwrap().to_be_bytes();
        [&[0xFF, marker], length.as_slice(), text].concat()
    };
    [
        plain[..2].to_vec(),
        block(0xE1, &[b"Exif\x00\x00".as_slice(), &tiff].concat()),
        block(0xE1, b"http://ns.adobe.com/xap/1.0/\x00<x:xmpmeta>SecretPlace</x:xmpmeta>"),
        block(0xED, b"Photoshop 3.0\x00SecretName"),
        block(0xFE, b"SecretComment"),
        plain[2..].to_vec(),
    ]
    .concat()
}

#[actix_web::test]
async fn t14_a_photograph_tells_neither_where_it_was_taken_nor_with_what() {
    let app = TestApp::start().await;
    let (hanane, path) = entry(&app).await;
    let taken = photograph();
    assert!(String::from_utf8_lossy(&taken).contains("SecretCamera"));
    attach(&hanane, &path, "équipe.jpg", &taken).await.expect(303);
    let section = hanane.browser.get(&format!("{path}/sections/4")).await.expect(200);
    let link = section.attribute(".uploaded .grow a", "href");
    let kept = hanane.browser.get(&link).await.expect(200).bytes;
    let upright = image::load_from_memory(&kept).unwrap();
    assert_eq!((upright.width(), upright.height()), (20, 40), "turned upright");
    // Neither what is served nor anything on the disk knows more than the pixels.
    let mut all = vec![kept];
    for folder in std::fs::read_dir(app.folder().join("files")).unwrap() {
        let folder = folder.unwrap().path();
        all.extend(std::fs::read_dir(folder).unwrap().map(|file| std::fs::read(file.unwrap().path()).unwrap()));
    }
    assert!(all.len() > 1);
    for bytes in all {
        for secret in [b"Secret".as_slice(), b"Exif", b"xmpmeta", b"Photoshop"] {
            assert!(!bytes.windows(secret.len()).any(|window| window == secret));
        }
    }
    app.person("other").await.browser.get(&link).await.expect(404);
}

#[actix_web::test]
async fn t15_a_file_name_is_shown_clean_and_never_used_as_a_path() {
    let app = TestApp::start().await;
    let (hanane, path) = entry(&app).await;
    let long = format!("{}.pdf", "é".repeat(300));
    let names = [
        "../../../etc/passwd.pdf",
        "..\\..\\boot.pdf",
        "/etc/cron.d/x.pdf",
        "a\r\nSet-Cookie: x=1.pdf",
        "\u{202E}fdp.exe",
        &long,
    ];
    for (at, name) in names.iter().enumerate() {
        let bytes = [PDF, at.to_string().as_bytes()].concat();
        let status = attach(&hanane, &path, name, &bytes).await.status;
        assert!(matches!(status, 303 | 400 | 422), "{name:?}: {status}");
    }
    let section = hanane.browser.get(&format!("{path}/sections/4")).await.expect(200);
    let shown = section.texts(".uploaded .grow a");
    assert!(shown.len() >= 4, "{shown:?}");
    for (name, link) in shown.iter().zip(section.attributes(".uploaded .grow a", "href")) {
        assert!(!name.contains(['/', '\\', '\r', '\n', '\u{202E}']) && name.chars().count() <= 200, "{name:?}");
        let file = hanane.browser.get(&link).await.expect(200);
        assert!(file.headers.get("set-cookie").is_none(), "{:?}", file.headers);
        assert!(!file.header("content-disposition").contains(['/', '\\']), "{}", file.header("content-disposition"));
    }
    // On the disk there are random names and nothing else, all inside the folder of files.
    let on_disk = names_under(&app.folder().join("files"));
    assert!(on_disk.len() >= 4);
    let is_random =
        |name: &String| name.chars().all(|c| c.is_ascii_hexdigit() || c == '-' || c == '.' || "pngblidtx".contains(c));
    assert!(on_disk.iter().all(is_random), "{on_disk:?}");
    let all = names_under(app.folder());
    assert!(!all.iter().any(|name| ["passwd", "boot", "cron"].iter().any(|part| name.contains(part))), "{all:?}");
}

#[actix_web::test]
async fn t15_no_path_leads_out_of_what_is_served() {
    let app = TestApp::start().await;
    for path in [
        "/a/../Cargo.toml",
        "/a/../../../../etc/passwd",
        "/a/..%2f..%2f..%2f..%2fetc%2fpasswd",
        "/a/%2e%2e/%2e%2e/%2e%2e/etc/passwd",
        "/a/....//....//etc/passwd",
        "/a/..%5c..%5cetc%5cpasswd",
        "/a//etc/passwd",
        "/a/app.css%00.txt",
        "/a/./app.css",
        "/fr/verify/..%2f..%2f..%2fetc%2fpasswd",
        "/fr/files/..%2f..%2ftally.key",
        "/.git/config",
        "/.env",
        "/config/default.toml",
        "/data/awards.db",
    ] {
        let mut raw = crate::support::raw::Raw::to(&app.url).await;
        raw.ask(&format!("GET {path}"), &[]).await;
        let (status, text) = raw.answer().await;
        assert!(matches!(status, 303 | 400 | 404), "{path}: {status}");
        assert!(!text.contains("root:") && !text.contains("[server]") && !text.contains("[package]"), "{path}");
    }
}
