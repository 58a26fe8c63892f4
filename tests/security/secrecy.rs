//! What leaks in other ways than by being asked for: guesses, caches, orders, mails.

use digital_awards::app::AppError;
use digital_awards::store;
use reqwest::Method;

use crate::permissions::secrecy::crawl;
use crate::permissions::world::World;
use crate::results::{DESK, announce, closed, stage};
use crate::support::Browser;

/// What [`stage`] writes that nobody may read before the announcement.
const STAGED: [&str; 2] = ["Une eau comptée", "De l’eau pour tous"];

#[actix_web::test]
async fn t03_no_page_file_or_mail_tells_what_another_juror_gave_or_wrote() {
    const SENTINEL: &str = "SentinelOfZineb";
    let world = World::judging().await;
    let zineb = world.award.juror("zineb").await;
    let id = world.award.assign(&zineb, &[0]).await[0];
    let sheet = [("version", "0"), ("c-innovation", "1"), ("c-creativity", "1"), ("c-entrepreneurship", "2")];
    let words = [("comment", SENTINEL), ("note", SENTINEL)];
    zineb.browser.post(&world.award.url(id, "/submit"), &[sheet.as_slice(), &words].concat()).await.expect(303);
    assert!(zineb.browser.get(&world.award.url(id, "")).await.expect(200).body().contains(SENTINEL));
    for (name, browser) in [
        ("anonymous", &world.app().browser()),
        ("applicant", &world.award.applicant.browser),
        ("juror", &world.juror.browser),
        ("other organiser", &world.other_organiser.browser),
        ("organiser", &world.award.organiser.browser),
    ] {
        for (path, answer) in crawl(&world, browser).await {
            assert!(!answer.contains(SENTINEL), "{path} as {name}");
            assert!(!(name == "juror" && answer.contains("zineb")), "{path} tells a juror who else judges");
        }
    }
    for table in ["scorecards.csv", "results.csv", "entries.csv", "mails.csv", "log.csv"] {
        let taken = world.award.organiser.browser.post(&format!("{DESK}/exports/{table}"), &[]).await.expect(200);
        assert!(!taken.body().contains(SENTINEL), "{table}");
    }
    world.app().do_jobs().await;
    assert!(world.app().mails.all().iter().all(|mail| !format!("{mail:?}").contains(SENTINEL)));
}

#[actix_web::test]
async fn t06_no_guess_finds_a_result_before_it_is_announced() {
    const OF_WINNER: [&str; 12] = [
        "",
        ".json",
        ".html",
        ".pdf",
        "/card.png",
        "/certificate.pdf",
        "/badge.svg",
        "/badge.png",
        "/index.html",
        "?preview=1",
        "?staged=true",
        "/",
    ];
    const OTHERS: [&str; 31] = [
        "/fr/",
        "/fr/winners",
        "/fr/winners.atom",
        "/fr/winners.json",
        "/fr/winners.ics",
        "/sitemap.xml",
        "/fr/editions/2027/winners",
        "/fr/editions/2027/winners/",
        "/fr/editions/2027/winners.json",
        "/fr/editions/2027/winners?preview=1",
        "/fr/editions/2027/winners.zip",
        "/fr/editions/2027/embed",
        "/fr/editions/2027/report",
        "/fr/editions/2027/report.pdf",
        "/fr/editions/2027/report.csv",
        "/fr/editions/2027/tally.json",
        "/fr/editions/2027/gallery",
        "/fr/editions/2027/results",
        "/fr/editions/2027/archive.zip",
        "/api/editions/2027/winners",
        "/api/v1/results",
        "/fr/press/2027",
        "/fr/press/2027/kit.zip",
        "/fr/records/2027",
        "/fr/records/2027/record.json",
        "/fr/organiser/2027/results",
        "/fr/organiser/2027/results.csv",
        "/fr/organiser/2027/results/preview",
        "/fr/organiser/2027/results/lab.csv",
        "/fr/organiser/2027/announcement",
        "/fr/method",
    ];
    const VARIANTS: [(&str, &str); 5] = [
        ("accept", "application/json"),
        ("x-original-url", "/fr/organiser/2027/results/preview"),
        ("x-forwarded-for", "127.0.0.1"),
        ("range", "bytes=0-"),
        ("x-http-method-override", "GET"),
    ];
    let award = closed(&[[5, 4], [2, 1]]).await;
    assert_eq!(stage(&award, 0, "winner").await, 303);
    let juror = award.app.person("juror-of-none").await;
    let guesses: Vec<String> = OF_WINNER
        .iter()
        .map(|end| format!("/fr/editions/2027/winners/entry-1{end}"))
        .chain(OTHERS.iter().map(|guess| (*guess).to_owned()))
        .collect();
    for browser in [&award.app.browser(), &award.applicant.browser, &juror.browser] {
        for guess in &guesses {
            for (name, value) in VARIANTS {
                let answer = browser.send(browser.request(Method::GET, guess).header(name, value)).await;
                assert!(answer.status < 500, "{guess} with {name}: {}", answer.status);
                assert!(!(guess.contains("entry-1") && answer.status == 200), "{guess} with {name}");
                for secret in STAGED {
                    assert!(!answer.body().contains(secret), "{guess} with {name} tells");
                }
            }
        }
    }
    // The same places tell once it is announced: the guesses were good ones.
    assert_eq!(announce(&award.organiser.browser).await, 303);
    let winner = award.app.browser().get("/fr/editions/2027/winners/entry-1").await.expect(200);
    assert!(STAGED.iter().all(|text| winner.body().contains(text)), "{}", winner.summary());
}

#[actix_web::test]
async fn t07_nothing_private_may_be_stored_and_what_was_hidden_has_no_trace_in_a_cache() {
    let world = World::judging().await;
    for browser in [&world.award.organiser.browser, &world.juror.browser, &world.award.applicant.browser] {
        for route in digital_awards::web::routes::table() {
            if route.method != "GET" || route.audience == digital_awards::web::routes::Audience::Anyone {
                continue;
            }
            let path = world.path_of(route.path);
            let answer = browser.get(&path).await;
            assert_eq!(answer.header("cache-control"), "no-store", "{path}: {}", answer.status);
            for validator in ["etag", "last-modified"] {
                assert!(answer.headers.get(validator).is_none(), "{path} has {validator}");
            }
        }
    }
    let award = closed(&[[5, 4], [2, 1]]).await;
    assert_eq!(stage(&award, 0, "winner").await, 303);
    let visitor = award.app.browser();
    for path in ["/fr/editions/2027/winners", "/fr/editions/2027/winners/entry-1"] {
        // A cache that asks whether something changed learns as little as anybody else.
        for (name, value) in [("if-none-match", "*"), ("if-modified-since", "Mon, 11 Jan 2027 00:00:00 GMT")] {
            let answer = visitor.send(visitor.request(Method::GET, path).header(name, value)).await.expect(404);
            assert_eq!(answer.header("cache-control"), "no-store", "{path}");
            assert!(answer.headers.get("etag").is_none() && answer.headers.get("last-modified").is_none(), "{path}");
        }
    }
    assert_eq!(announce(&award.organiser.browser).await, 303);
    visitor.get("/fr/editions/2027/winners").await.expect(200);
}

/// How sure it is that two samples differ: the z of Mann and Whitney's U.
fn mann_whitney(a: &[f64], b: &[f64]) -> f64 {
    let wins: f64 = a
        .iter()
        .flat_map(|x| {
            b.iter().map(move |y| {
                if x > y {
                    1.0
                } else if x < y {
                    0.0
                } else {
                    0.5
                }
            })
        })
        .sum();
    let (m, n) = (a.len() as f64, b.len() as f64);
    ((wins - m * n / 2.0) / (m * n * (m + n + 1.0) / 12.0).sqrt()).abs()
}

/// How long two questions take, asked by turns.
async fn times(browser: &Browser, paths: [&str; 2]) -> [Vec<f64>; 2] {
    let mut times = [Vec::new(), Vec::new()];
    for _ in 0..200 {
        for (at, path) in paths.iter().enumerate() {
            let began = std::time::Instant::now();
            browser.get(path).await.expect(404);
            times[at].push(began.elapsed().as_secs_f64());
        }
    }
    times
}

#[actix_web::test]
async fn t08_neither_order_nor_parameter_nor_header_nor_time_tells_what_is_hidden() {
    let award = closed(&[[1, 2], [5, 4], [3, 3]]).await;
    assert_eq!(stage(&award, 1, "winner").await, 303);
    let organiser = &award.organiser.browser;
    // A key that is not for sorting changes nothing, and the usual order is that of references.
    let plain = organiser.get(&format!("{DESK}/entries")).await.expect(200).texts("tbody th a");
    for key in ["score", "rank", "staged", "outcome", "mean", "screening_reason", "1;--", "owner_id"] {
        let sorted = organiser.get(&format!("{DESK}/entries?sort={key}&down=1")).await.expect(200);
        let titles = sorted.texts("tbody th a");
        let reversed: Vec<String> = plain.iter().rev().cloned().collect();
        assert!(titles == plain || titles == reversed, "{key}: {titles:?}");
    }
    let visitor = award.app.browser();
    // The winner that is staged and one that never was are told apart by nothing.
    let ask = async |name: &str| {
        let path = format!("/fr/editions/2027/winners/{name}");
        let answer = visitor.get(&path).await.expect(404);
        let headers: std::collections::BTreeSet<_> = answer.headers.keys().map(|name| name.to_string()).collect();
        (headers, answer.bytes.len() - 3 * name.len())
    };
    let (staged, never) = (ask("entry-2").await, ask("entry-9").await);
    assert_eq!(staged, never);
    let paths = ["/fr/editions/2027/winners/entry-2", "/fr/editions/2027/winners/entry-9"];
    let mut tells = 0;
    for _ in 0..2 {
        let [staged, never] = times(&visitor, paths).await;
        // p < 0.001
        tells += i32::from(mann_whitney(&staged, &never) > 3.29);
    }
    assert!(tells < 2, "the answers take visibly different times");
    // Ids are not counted up: 74 random bits and more.
    let ids: Vec<String> = award.entries.iter().map(|entry| entry.id.to_string()).collect();
    assert!(ids.iter().all(|id| id.len() == 36) && ids.windows(2).all(|pair| pair[0][14..] != pair[1][14..]));
}

#[actix_web::test]
async fn t09_mails_about_results_are_made_by_the_announcement_itself() {
    let award = closed(&[[5, 4], [2, 1]]).await;
    assert_eq!(stage(&award, 0, "winner").await, 303);
    award.organiser.browser.get(&format!("{DESK}/results/preview")).await.expect(200);
    let queued = async || {
        let read = award.app.state.db.read(|c| Ok::<_, AppError>(store::outbox::list(c, 1000)?)).await.unwrap();
        read.iter().filter(|mail| mail.kind.as_str().starts_with("outcome")).count()
    };
    award.app.do_jobs().await;
    assert_eq!(queued().await, 0);
    let tells = |mail: &crate::support::mailbox::Letter| {
        STAGED.iter().any(|text| format!("{mail:?}").contains(text)) || mail.text.contains("/winners/")
    };
    assert!(!award.app.mails.all().iter().any(tells));
    assert_eq!(announce(&award.organiser.browser).await, 303);
    // They stand in the outbox before any job ran, one for each entry; each is rendered as its recipient.
    assert_eq!(queued().await, 2);
    award.app.do_jobs().await;
    let told = award.app.mails.to("applicant@people.example");
    assert_eq!(told.iter().filter(|mail| mail.text.contains("/winners/")).count(), 1);
}
