//! What people type, and what it must never become: markup, a formula, a header, a request, a privilege.

use std::net::TcpListener;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use digital_awards::app::AppError;
use digital_awards::domain::form::FieldKind;
use digital_awards::store::{self, Conn};

use crate::applicant::{fill, founder, id_of, open_edition, started, stored};
use crate::jury::award::{Award, resubmit};
use crate::results::{DESK, closed, stage};
use crate::support::TestApp;
use crate::support::client::Response;
use crate::support::people::PASSWORD;

/// Markup that would do something if it were taken for any.
const MARKUP: &str = "\"'><img src=x onerror=alert(1)><script>alert(1)</script>";

/// Fails if the markup stands on a page as anything but text.
#[track_caller]
fn is_inert(page: &Response, place: &str) {
    let body = page.body();
    for live in ["<script>alert", "<img src=x", "onerror=alert(1)>"] {
        assert!(!body.contains(live), "{place}: {live}");
    }
    let csp = page.header("content-security-policy");
    assert!(csp.contains("default-src 'none'") && !csp.contains("unsafe-inline"), "{place}: {csp}");
}

#[actix_web::test]
async fn t11_markup_that_people_type_is_text_on_every_page_and_in_every_mail() {
    let app = TestApp::start().await;
    let edition = open_edition(&app).await;
    let hanane = app.person_who("hanane", |user| user.name = MARKUP.to_owned()).await;
    let entry = started(&app, &hanane, &edition).await;
    fill(&app, &hanane, &entry).await;
    let identity = format!("{entry}/identity");
    hanane.browser.fill(&identity, "main form", &[("title", MARKUP), ("organisation", MARKUP)]).await.expect(303);
    let section = format!("{entry}/sections/1");
    let version = hanane.browser.get(&section).await.expect(200).value("version");
    hanane.browser.post(&section, &[("version", &version), ("answer-pitch", MARKUP)]).await.expect(303);
    hanane.browser.submit(&format!("{entry}/submit"), &[("declaration", "1")]).await.expect(200);
    for page in ["", "/identity", "/sections/1", "/check", "/receipt", "/history", "/people", "/withdraw"] {
        is_inert(&hanane.browser.get(&format!("{entry}{page}")).await.expect(200), page);
    }
    let id = entry.rsplit('/').next().unwrap();
    let organiser = founder(&app).await.browser;
    let query: String = url::form_urlencoded::Serializer::new(String::new()).append_pair("q", MARKUP).finish();
    for page in ["entries", &format!("entries?{query}"), &format!("entries/{id}"), "outbox", "audit", "", "privacy"] {
        is_inert(&organiser.get(&format!("{DESK}/{page}")).await.expect(200), page);
    }
    assert!(
        organiser.get(&format!("{DESK}/entries/{id}")).await.body().contains("&lt;script&gt;")
            || organiser.get(&format!("{DESK}/entries/{id}")).await.body().contains("&#60;script&#62;")
    );
    app.do_jobs().await;
    let letter = app.mails.last_to("hanane@people.example");
    assert!(letter.text.contains(MARKUP), "as it was typed in plain text");
    assert!(!letter.html.contains("<script>alert") && !letter.html.contains("<img src=x"), "{}", letter.html);
}

#[actix_web::test]
async fn t11_markup_of_an_entry_a_juror_and_an_organiser_is_text_for_the_jury_and_the_public() {
    let award = closed(&[[5, 4], [2, 1]]).await;
    let juror = award.juror("zineb").await;
    let entry = award.entries[0].clone();
    let dress = move |c: &mut Conn| {
        let mut kept = store::entries::get(c, entry.id)?;
        kept.title = MARKUP.to_owned();
        store::entries::update(c, kept)?;
        let mut organisation = store::organisations::get(c, entry.organisation_id)?;
        organisation.name = MARKUP.to_owned();
        store::organisations::update(c, organisation)?;
        let mut snapshot = store::snapshots::get(c, entry.snapshot_id.unwrap())?;
        snapshot.title = MARKUP.to_owned();
        snapshot.organisation_name = MARKUP.to_owned();
        snapshot.answers.insert("pitch".into(), MARKUP.to_owned());
        resubmit(c, snapshot)
    };
    award.app.state.db.write(dress).await.unwrap();
    let organiser = &award.organiser.browser;
    let address = format!("{DESK}/results/{}/stage", award.entries[0].reference);
    let decision = [("kind", "winner"), ("citation_fr", MARKUP), ("summary_fr", MARKUP)];
    organiser.post(&address, &decision).await.expect(303);
    for page in ["results", "results/preview", "announcement", "progress", "assignments", "results/lab"] {
        is_inert(&organiser.get(&format!("{DESK}/{page}")).await.expect(200), page);
    }
    is_inert(&juror.browser.get("/fr/jury/2027/conflicts").await.expect(200), "conflicts");
    assert_eq!(crate::results::announce(organiser).await, 303);
    let visitor = award.app.browser();
    let list = visitor.get("/fr/editions/2027/winners").await.expect(200);
    is_inert(&list, "winners");
    let winner = list.attribute("main a[href*='/winners/']", "href");
    for page in ["/fr/", "/fr/winners.atom", "/fr/editions/2027/embed", &winner] {
        let page_of = visitor.get(page).await.expect(200);
        assert!(!page_of.body().contains("<script>alert") && !page_of.body().contains("<img src=x"), "{page}");
    }
}

#[actix_web::test]
async fn t16_no_cell_of_a_table_is_a_formula() {
    const TITLES: [&str; 6] = ["=HYPERLINK(1)", "+1+1", "-1+1", "@SUM(1)", "＝1+1", "＋1"];
    let award = Award::with_entries(6).await;
    let entries: Vec<_> = award.entries.iter().map(|entry| entry.id).collect();
    let write = move |c: &mut Conn| {
        for (id, title) in entries.iter().zip(TITLES) {
            let mut entry = store::entries::get(c, *id)?;
            entry.title = title.to_owned();
            store::entries::update(c, entry)?;
        }
        Ok::<_, AppError>(())
    };
    award.app.state.db.write(write).await.unwrap();
    let organiser = &award.organiser.browser;
    for address in [format!("{DESK}/exports/entries.csv"), format!("{DESK}/entries.csv")] {
        let table = organiser.post(&address, &[]).await.expect(200);
        let text = table.bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&table.bytes);
        let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text);
        let cells: Vec<String> =
            reader.records().flat_map(|record| record.unwrap().iter().map(str::to_owned).collect::<Vec<_>>()).collect();
        for title in TITLES {
            assert!(cells.contains(&format!("'{title}")), "{address}: {title}");
            assert!(!cells.iter().any(|cell| cell == title), "{address}: {title}");
        }
    }
}

#[actix_web::test]
async fn t17_no_name_or_title_adds_a_header_or_a_link_to_a_mail() {
    let app = TestApp::start().await;
    let edition = open_edition(&app).await;
    let hanane = app.person("hanane").await;
    let entry = started(&app, &hanane, &edition).await;
    for bad in
        ["A\r\nBcc: evil@people.example", "A\nB", "A\u{0}B", "A\u{1b}[2J", "A\u{2028}B", "A\u{202e}B", "A\u{85}B"]
    {
        let up = [("name", bad), ("email", "new@people.example"), ("password", PASSWORD)];
        let answer = app.browser().post("/fr/account/sign-up", &up).await;
        assert!(matches!(answer.status, 400 | 422), "{bad:?}: {}", answer.status);
        let answer = hanane.browser.post("/fr/account/profile", &[("name", bad), ("language", "fr")]).await;
        assert!(matches!(answer.status, 400 | 422), "{bad:?}: {}", answer.status);
        if !bad.contains('\0') {
            let title = hanane.browser.fill(&format!("{entry}/identity"), "main form", &[("title", bad)]).await;
            assert_eq!(title.status, 422, "{bad:?}");
        }
    }
    app.do_jobs().await;
    assert!(app.mails.to("new@people.example").is_empty() && app.mails.to("evil@people.example").is_empty());
    // A name that is an address of another site stays words: the only link is ours.
    let name = "Gagnez http://evil.example <a href='http://evil.example'>ici</a>";
    let up = [("name", name), ("email", "victim@people.example"), ("password", PASSWORD)];
    app.browser().post("/fr/account/sign-up", &up).await.expect(303);
    app.do_jobs().await;
    let letter = app.mails.last_to("victim@people.example");
    let html = scraper::Html::parse_document(&letter.html);
    let links: Vec<_> = html.select(&scraper::Selector::parse("a").unwrap()).filter_map(|a| a.attr("href")).collect();
    assert!(!links.is_empty() && links.iter().all(|link| link.starts_with(&app.url)), "{links:?}");
}

#[actix_web::test]
async fn t24_nothing_that_is_typed_makes_the_server_ask_anybody() {
    let canary = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = canary.local_addr().unwrap().port();
    let hits = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&hits);
    std::thread::spawn(move || {
        canary.incoming().for_each(|_| {
            counted.fetch_add(1, Ordering::SeqCst);
        });
    });
    let app = TestApp::start().await;
    let edition = open_edition(&app).await;
    let id = edition.id;
    let form = move |c: &mut Conn| {
        let mut form = store::entry_forms::get_current(c, id)?;
        form.fields.iter_mut().find(|field| field.kind == FieldKind::Link).unwrap().kind = FieldKind::Video;
        Ok::<_, AppError>(store::entry_forms::update(c, form)?)
    };
    app.state.db.write(form).await.unwrap();
    let hanane = app.person("hanane").await;
    let entry = started(&app, &hanane, &edition).await;
    fill(&app, &hanane, &entry).await;
    let here = format!("http://127.0.0.1:{port}/");
    let organisation = hanane.browser.get("/fr/entries/").await.attribute("#organisations ~ ul a", "href");
    hanane.browser.fill(&organisation, "form.panel", &[("website", &here), ("links", &here)]).await;
    hanane.browser.fill(&format!("{entry}/identity"), "main form", &[("website", &here)]).await;
    let section = format!("{entry}/sections/1");
    for video in [here.as_str(), "https://evil.example/v", "http://169.254.169.254/latest", "file:///etc/passwd"] {
        let version = hanane.browser.get(&section).await.expect(200).value("version");
        let refused = hanane.browser.post(&section, &[("version", &version), ("answer-website", video)]).await;
        assert_eq!(refused.status, 422, "{video}: {}", refused.summary());
        assert!(refused.has("#answer-website-err"), "{video}");
    }
    let version = hanane.browser.get(&section).await.expect(200).value("version");
    let good = [("version", version.as_str()), ("answer-website", "https://youtu.be/1")];
    hanane.browser.post(&section, &good).await.expect(303);
    hanane.browser.submit(&format!("{entry}/submit"), &[("declaration", "1")]).await.expect(200);
    let organiser = founder(&app).await.browser;
    organiser.get(&format!("{DESK}/entries/{}", entry.rsplit('/').next().unwrap())).await.expect(200);
    app.do_jobs().await;
    tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    assert_eq!(hits.load(Ordering::SeqCst), 0);
}

#[actix_web::test]
async fn t25_fields_that_no_form_has_change_nothing() {
    const MORE: [(&str, &str); 14] = [
        ("id", "00000000-0000-7000-8000-000000000000"),
        ("owner_id", "00000000-0000-7000-8000-000000000000"),
        ("status", "submitted"),
        ("screening", "eligible"),
        ("submitted_at", "2020-01-01T00:00:00Z"),
        ("extended_until", "2099-01-01T00:00:00Z"),
        ("reference", "DA27-AGR-999"),
        ("edition_id", "00000000-0000-7000-8000-000000000000"),
        ("snapshot_id", "00000000-0000-7000-8000-000000000000"),
        ("role", "owner"),
        ("is_founder", "true"),
        ("verified_at", "2020-01-01T00:00:00Z"),
        ("second_factor_at", ""),
        ("disabled_at", ""),
    ];
    let app = TestApp::start().await;
    let edition = open_edition(&app).await;
    let hanane = app.person("hanane").await;
    let entry = started(&app, &hanane, &edition).await;
    fill(&app, &hanane, &entry).await;
    let before = stored(&app, &entry).await;
    hanane.browser.fill(&format!("{entry}/identity"), "main form", &MORE).await.expect(303);
    hanane.browser.fill(&format!("{entry}/sections/1"), "main form", &MORE).await.expect(303);
    let mut after = stored(&app, &entry).await;
    (after.version, after.updated_at) = (before.version, before.updated_at);
    after.search.clone_from(&before.search);
    assert_eq!(after, before);
    let profile = [[("name", "hanane"), ("language", "fr")].as_slice(), &MORE].concat();
    hanane.browser.post("/fr/account/profile", &profile).await.expect(303);
    let up = [[("name", "X"), ("email", "new@people.example"), ("password", PASSWORD)].as_slice(), &MORE].concat();
    app.browser().post("/fr/account/sign-up", &up).await.expect(303);
    let (id, email) =
        (hanane.user.id, digital_awards::domain::text::EmailAddress::parse("new@people.example").unwrap());
    let read = app.state.db.read(move |c| {
        Ok::<_, AppError>((store::users::get(c, id)?, store::users::find_by_email(c, &email)?.unwrap()))
    });
    let (known, new) = read.await.unwrap();
    assert_eq!(known, hanane.user);
    assert!(!new.is_founder && new.verified_at.is_none(), "{new:?}");
    hanane.browser.get("/fr/organiser/new").await.expect(404);
    assert_eq!(id_of(&entry), before.id);
}

#[actix_web::test]
async fn t31_a_score_is_a_whole_number_on_the_scale_and_the_database_says_so_too() {
    let award = Award::with_entries(1).await;
    let juror = award.juror("najat").await;
    let id = award.assign(&juror, &[0]).await[0];
    let url = award.url(id, "/save");
    for bad in ["-1", "0", "6", "11", "NaN", "inf", "1e3", "0x3", "９", "٣", "5.5", "4,5", "+4", " 4 5", "4;", "null"]
    {
        let page = juror.browser.post(&url, &[("version", "0"), ("c-innovation", bad)]).await.expect(422);
        assert!(page.body().contains("Une note est un nombre entier de"), "{bad}: {}", page.summary());
    }
    let kept = async || {
        let round = award.round.id;
        let read =
            award.app.state.db.read(move |c| Ok::<_, AppError>(store::scorecards::list_scores_of_round(c, round)?));
        read.await.unwrap()
    };
    assert!(kept().await.iter().all(|score| score.value.is_none()));
    let sheet = [("version", "0"), ("c-innovation", "5"), ("c-creativity", "5"), ("c-entrepreneurship", "5")];
    juror.browser.post(&award.url(id, "/submit"), &sheet).await.expect(303);
    for value in [-1, 1001] {
        let mut score = kept().await.remove(0);
        score.value = Some(value);
        let write = move |c: &mut Conn| Ok::<_, AppError>(store::scorecards::set_score(c, score)?);
        assert!(award.app.state.db.write(write).await.is_err(), "{value}");
    }
    assert_eq!(
        kept().await.iter().filter_map(|score| score.value).collect::<Vec<_>>(),
        [500, 500, 500],
        "in hundredths"
    );
    assert_eq!(stage(&award, 0, "winner").await, 409, "the round is open");
}
