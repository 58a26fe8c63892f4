//! The 120 startups of a real file: imported, screened, assigned by table, scored, ranked, announced.

use std::collections::BTreeMap;

use super::{DESK, deliver, set_up};
use crate::support::people::{PASSWORD, Person};
use crate::support::{Browser, TestApp};

const STARTUPS: &[u8] = include_bytes!("../fixtures/startups/cabo_verde_startups.csv");
/// Rows of the file: one startup stands in it twice.
const ROWS: &str = "121";
const ENTRIES: usize = 120;
const JURORS: usize = 12;

/// The marks that the juror of a number gives to the entry of a number: three criteria, from 1 to 5.
fn marks(entry: usize, juror: usize) -> [usize; 3] {
    [1 + (entry * 7 + juror) % 5, 1 + (entry * 3 + juror * 2) % 5, 1 + (entry + juror * 3) % 5]
}

/// The jurors of an entry.
fn panel(entry: usize) -> [usize; 3] {
    [entry % JURORS, (entry + 1) % JURORS, (entry + 5) % JURORS]
}

/// The score an entry must have: the mean of three weighted means.
fn expected(entry: usize) -> f64 {
    let totals = panel(entry).map(|juror| {
        let [innovation, creativity, entrepreneurship] = marks(entry, juror).map(|mark| mark as f64);
        0.4 * innovation + 0.3 * creativity + 0.3 * entrepreneurship
    });
    totals.iter().sum::<f64>() / 3.0
}

fn email(juror: usize) -> String {
    format!("juror{juror}@people.example")
}

#[actix_web::test]
async fn the_120_startups_of_a_real_file_are_imported_assigned_by_table_scored_ranked_and_announced() {
    let app = TestApp::start().await;
    let mut organiser = app.founder("organiser").await;
    set_up(&organiser.browser).await;
    import(&organiser.browser).await;
    let references = screen(&organiser.browser).await;
    app.wait(chrono::TimeDelta::days(8));
    organiser.browser = app.browser_of(&organiser.user).await;
    organiser.browser.post(&format!("{DESK}/status"), &[("status", "closed")]).await.expect(303);
    let jurors = seat(&app, &organiser.browser).await;
    assign(&organiser.browser, &references).await;
    app.wait(chrono::TimeDelta::days(2));
    organiser.browser = app.browser_of(&organiser.user).await;
    let results = organiser.browser.get(&format!("{DESK}/results")).await.expect(200);
    let open = results.attribute("form[action$='/open']", "action");
    organiser.browser.post(&open, &[]).await.expect(303);
    score(&jurors, &references).await;
    let results = organiser.browser.get(&format!("{DESK}/results")).await.expect(200);
    let close = results.attribute("form[action$='/close']", "action");
    organiser.browser.post(&close, &[]).await.expect(303);
    let ranking = rank(&organiser.browser, &references).await;
    announce(&app, &organiser, &ranking).await;
}

/// The file, twice: the second time brings nothing.
async fn import(organiser: &Browser) {
    for (ready, known) in [(ROWS, "0"), ("0", ROWS)] {
        let upload =
            organiser.upload(&format!("{DESK}/import"), &[], "file", "startups.csv", STARTUPS).await.expect(303);
        let preview = upload.location();
        let category = organiser.get(&preview).await.expect(200).attributes("#default_category option", "value");
        let category = category.iter().find(|value| !value.is_empty()).unwrap();
        let page = organiser.get(&format!("{preview}?default_category={category}&language=fr")).await.expect(200);
        let figures = page.texts("dl.figures dt, dl.figures dd, dl.figures b, dl.figures strong");
        assert!(figures.iter().any(|text| text == ready) && figures.iter().any(|text| text == known), "{figures:?}");
        if ready != "0" {
            let fields = page.fields("form[method=post][action*='/import/']");
            let fields: Vec<(&str, &str)> =
                fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
            organiser.post(&preview, &fields).await.expect(303);
        }
    }
}

/// Refuses the one that is there twice, and finds every other eligible, a page of them at a time; the
/// references, in order.
async fn screen(organiser: &Browser) -> Vec<String> {
    // Others name it in their answers.
    let found = organiser.get(&format!("{DESK}/entries?q=gohub&sort=title")).await.expect(200);
    let titles = found.texts("tbody th a").into_iter().zip(found.attributes("tbody th a", "href"));
    let twice: Vec<String> =
        titles.filter(|(title, _)| title.to_lowercase().contains("gohub")).map(|(_, href)| href).collect();
    assert_eq!(twice.len(), 2);
    let read = organiser.get(&twice[1]).await.expect(200).value("read");
    let reason = "Ce dossier est déjà inscrit.";
    let refusal = [("read", read.as_str()), ("decision", "ineligible"), ("ineligible_reason", reason)];
    organiser.post(&format!("{}/screening", twice[1]), &refusal).await.expect(303);
    for _ in 0..ENTRIES {
        let page = organiser.get(&format!("{DESK}/entries?screening=pending&status=submitted")).await.expect(200);
        let ids = page.attributes("input[name=entry]", "value");
        if ids.is_empty() {
            break;
        }
        let ticked: Vec<(&str, &str)> = ids.iter().map(|id| ("entry", id.as_str())).collect();
        organiser.post(&format!("{DESK}/entries"), &ticked).await.expect(303);
    }
    let mut references = Vec::new();
    for number in 1..=ENTRIES {
        let page = organiser.get(&format!("{DESK}/entries?screening=eligible&page={number}")).await.expect(200);
        let listed = page.texts("td bdi.nowrap");
        if listed.is_empty() || references.contains(&listed[0]) {
            break;
        }
        references.extend(listed);
    }
    references.sort();
    assert_eq!(references.len(), ENTRIES);
    references
}

/// Twelve people invited by one table, who accept by the link in their mail.
async fn seat(app: &TestApp, organiser: &Browser) -> Vec<Browser> {
    let lines: Vec<String> = (0..JURORS).map(|juror| format!("{};Juror {juror};;fr", email(juror))).collect();
    let table = format!("email;name;categories;reads\n{}\n", lines.join("\n"));
    let page = organiser.post(&format!("{DESK}/jury/several"), &[("table", &table)]).await.expect(200);
    assert_eq!(page.texts("tbody .tag-ok").len(), JURORS, "{}", page.summary());
    organiser.post(&format!("{DESK}/jury/several"), &[("table", &table), ("send", "1")]).await.expect(303);
    deliver(app).await;
    let mut jurors = Vec::new();
    for juror in 0..JURORS {
        let link = app.mails.last_to(&email(juror)).link();
        let browser = app.browser();
        let name = format!("Juror {juror}");
        let accept = [("name", name.as_str()), ("password", PASSWORD), ("charter", "1")];
        browser.post(&format!("{link}/accept"), &accept).await.expect(303);
        browser.fill("/fr/jury/2027/conflicts", "main form", &[("all", "1")]).await.expect(303);
        jurors.push(browser);
    }
    jurors
}

/// Three jurors an entry, by one table of 360 lines.
async fn assign(organiser: &Browser, references: &[String]) {
    let mut table = "reference,juror_email\n".to_owned();
    for (entry, reference) in references.iter().enumerate() {
        for juror in panel(entry) {
            table.extend([reference, ",", &email(juror), "\n"]);
        }
    }
    let url = format!("{DESK}/assignments/csv");
    let page = organiser.post(&url, &[("table", &table)]).await.expect(200);
    assert_eq!(page.texts("tbody .tag-ok").len(), 3 * ENTRIES, "{}", page.summary());
    organiser.post(&url, &[("table", &table), ("send", "1")]).await.expect(303);
}

/// Every juror fills in and hands in every scorecard.
async fn score(jurors: &[Browser], references: &[String]) {
    let numbers: BTreeMap<&str, usize> = references.iter().enumerate().map(|(i, r)| (r.as_str(), i)).collect();
    let mut done = 0;
    for (juror, browser) in jurors.iter().enumerate() {
        let account = [("email", email(juror)), ("password", PASSWORD.to_owned())];
        let account = account.each_ref().map(|(name, value)| (*name, value.as_str()));
        browser.post("/fr/account/sign-in", &account).await.expect(303);
        let queue = browser.get("/fr/jury/2027/").await.expect(200);
        for address in queue.attributes("ol.queue a", "href") {
            let page = browser.get(&address).await.expect(200);
            let text = page.body();
            let reference = references.iter().find(|reference| text.contains(reference.as_str())).expect("a reference");
            let [innovation, creativity, entrepreneurship] =
                marks(numbers[reference.as_str()], juror).map(|mark| mark.to_string());
            let sheet = [
                ("version", "0"),
                ("c-innovation", innovation.as_str()),
                ("c-creativity", creativity.as_str()),
                ("c-entrepreneurship", entrepreneurship.as_str()),
            ];
            let path = address.split('?').next().unwrap();
            browser.post(&format!("{path}/submit"), &sheet).await.expect(303);
            done += 1;
        }
        let queue = browser.get("/fr/jury/2027/").await.expect(200).body();
        assert!(queue.contains("30"), "thirty entries each");
    }
    assert_eq!(done, 3 * ENTRIES);
}

/// The ranking as the site gives it, checked against the marks that were sent: references, best first.
async fn rank(organiser: &Browser, references: &[String]) -> Vec<String> {
    let table = organiser.get(&format!("{DESK}/results.csv")).await.expect(200).body();
    let mut reader = csv::Reader::from_reader(table.trim_start_matches('\u{feff}').as_bytes());
    let mut ranking = Vec::new();
    let mut last = (0, f64::INFINITY);
    for row in reader.records() {
        let row = row.unwrap();
        let (rank, reference, score): (usize, _, f64) = (
            row[1].trim_start_matches('=').parse().unwrap(),
            row[2].to_owned(),
            row[5].replace(',', ".").parse().unwrap(),
        );
        let entry = references.iter().position(|known| *known == reference).unwrap();
        assert!((score - expected(entry)).abs() < 1e-6, "{reference}: {score} instead of {}", expected(entry));
        assert_eq!(&row[6], "3");
        if (score - last.1).abs() < 1e-9 {
            assert_eq!(rank, last.0, "equal scores share their place");
        } else {
            assert!(score < last.1);
            assert_eq!(rank, ranking.len() + 1);
        }
        last = (rank, score);
        ranking.push(reference);
    }
    assert_eq!(ranking.len(), ENTRIES);
    ranking
}

/// A winner and two finalists: staged, previewed, announced; nothing before, everything after, each
/// applicant told once.
async fn announce(app: &TestApp, organiser: &Person, ranking: &[String]) {
    let desk = &organiser.browser;
    let public = app.browser();
    let before = public.get("/fr/editions/2027/winners").await.expect(404).body();
    for (reference, kind) in ranking.iter().zip(["winner", "finalist", "finalist"]) {
        let address = format!("{DESK}/results/{reference}/stage");
        let decision = [
            ("kind", kind),
            ("citation_fr", "Une réponse juste à un besoin réel."),
            ("citation_ar", "جواب صائب عن حاجة حقيقية."),
            ("citation_en", "A fitting answer to a real need."),
            ("summary_fr", "Résumé"),
            ("summary_ar", "ملخص"),
            ("summary_en", "Summary"),
        ];
        desk.post(&address, &decision).await.expect(303);
    }
    assert_eq!(public.get("/fr/editions/2027/winners").await.expect(404).body(), before, "staging shows nothing");
    let preview = desk.get(&format!("{DESK}/results/preview")).await.expect(200);
    deliver(app).await;
    let mails = app.mails.all().len();
    let url = format!("{DESK}/announcement");
    desk.post(&url, &[("when", "now"), ("confirmation", "2026")]).await.expect(422);
    desk.post(&url, &[("when", "now"), ("confirmation", "2027")]).await.expect(303);
    desk.post(&url, &[("when", "now"), ("confirmation", "2027")]).await.expect(409);
    for (language, words) in [
        ("fr", "Une réponse juste à un besoin réel."),
        ("ar", "جواب صائب عن حاجة حقيقية."),
        ("en", "A fitting answer to a real need."),
    ] {
        let page = public.get(&format!("/{language}/editions/2027/winners")).await.expect(200);
        let winner = page.attribute("main a[href*='/editions/2027/winners/']", "href");
        assert!(public.get(&winner).await.expect(200).body().contains(words), "{language}");
    }
    let winners = public.get("/fr/editions/2027/winners").await.expect(200);
    assert_eq!(winners.texts("main h2, main h3"), preview.texts("main h2, main h3"), "as it was previewed");
    deliver(app).await;
    let outcomes = &app.mails.all()[mails..];
    assert_eq!(outcomes.len().to_string(), ROWS, "one mail for each submitted entry, the refused one too");
    let told = outcomes.iter().filter(|letter| ranking.iter().any(|r| letter.text.contains(r.as_str()))).count();
    assert_eq!(told, ENTRIES);
}
