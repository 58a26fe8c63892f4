//! One award, from the first account to the report that the public reads: every step by the pages,
//! every mail through a mail server, three applicants in three languages.

use std::collections::BTreeMap;

use chrono::TimeDelta;

use super::{DESK, deliver, set_up};
use crate::support::command::{expect_code, program};
use crate::support::people::PASSWORD;
use crate::support::{Browser, TestApp};

/// Somebody who enters, and what the mails and pages say to them.
struct Applicant {
    language: &'static str,
    name: &'static str,
    email: &'static str,
    title: &'static str,
    /// Subjects of the mails in the order in which they come, `…` for the reference.
    letters: [&'static str; 3],
}

/// The first will win, the second be a finalist.
const APPLICANTS: [Applicant; 3] = [
    Applicant {
        language: "fr",
        name: "Hanane Oubrahim",
        email: "hanane@saqya.example",
        title: "Saqya",
        letters: ["Confirmez votre adresse", "Dossier … reçu", "Saqya est distingué"],
    },
    Applicant {
        language: "ar",
        name: "فاطمة الزهراء بناني",
        email: "fatima@zellij.example",
        title: "زليج",
        letters: ["أكّد عنوانك", "تم استلام الملف …", "تم تكريم زليج"],
    },
    Applicant {
        language: "en",
        name: "Youssef Amrani",
        email: "youssef@atlas.example",
        title: "Atlas Trails",
        letters: ["Confirm your address", "Entry … received", "Results: Digital Awards 2027"],
    },
];

/// What each of two jurors gives to each entry, on every criterion.
const MARKS: [[&str; 2]; 3] = [["5", "5"], ["4", "3"], ["2", "1"]];

const JURORS: [(&str, &str); 2] = [("Najat Bouhlal", "najat@cluster.example"), ("Omar Tazi", "omar@jury.example")];

#[actix_web::test]
async fn an_award_from_the_first_account_to_the_published_report() {
    let app = TestApp::start().await;
    let organiser = app.founder("organiser").await;
    set_up(&organiser.browser).await;
    let mut references = Vec::new();
    for applicant in &APPLICANTS {
        references.push(enter(&app, applicant).await);
    }
    let desk = &organiser.browser;
    screen(desk).await;
    // After the deadline.
    app.wait(TimeDelta::days(8));
    let desk = app.browser_of(&organiser.user).await;
    desk.post(&format!("{DESK}/status"), &[("status", "closed")]).await.expect(303);
    let jurors = seat(&app, &desk).await;
    assign(&desk).await;
    app.wait(TimeDelta::days(2));
    let desk = app.browser_of(&organiser.user).await;
    let results = desk.get(&format!("{DESK}/results")).await.expect(200);
    desk.post(&results.attribute("form[action$='/open']", "action"), &[]).await.expect(303);
    deliver(&app).await;
    for (place, juror) in jurors.iter().enumerate() {
        score(&app, juror, place).await;
    }
    let results = desk.get(&format!("{DESK}/results")).await.expect(200);
    desk.post(&results.attribute("form[action$='/close']", "action"), &[]).await.expect(303);
    let results = desk.get(&format!("{DESK}/results")).await.expect(200);
    assert_eq!(results.texts("tbody th a bdi"), APPLICANTS.each_ref().map(|x| x.title));
    announce(&app, &desk, &references).await;
    for (applicant, reference) in APPLICANTS.iter().zip(&references) {
        let subjects: Vec<String> = app
            .mails
            .to(applicant.email)
            .into_iter()
            .map(|letter| letter.subject.replace(['\u{2068}', '\u{2069}'], ""))
            .collect();
        assert_eq!(subjects, applicant.letters.map(|subject| subject.replace('…', reference)));
    }
    report(&app, &desk).await;
    let log = program(&app.state.settings.database.url.0, app.folder()).args(["audit", "verify"]).output().unwrap();
    expect_code(&log, 0);
    crate::house::invariants::assert_kept(&app).await;
}

/// Publishes the report: figures for everybody, in three languages, of which none tells of three applicants.
async fn report(app: &TestApp, desk: &Browser) {
    let address = format!("{DESK}/report");
    desk.post(&address, &[]).await.expect(303);
    for language in ["fr", "ar", "en"] {
        let page = app.browser().get(&format!("/{language}/editions/2027/report")).await.expect(200);
        assert_eq!(page.texts("#funnel tbody td").len(), 6);
        assert!(!page.body().contains(APPLICANTS[0].title) && page.text("#funnel tbody td") != "3");
        let pdf = app.browser().get(&format!("/{language}/editions/2027/report.pdf")).await.expect(200);
        assert!(pdf.bytes.starts_with(b"%PDF-"));
    }
    // What was won is a signed record that anybody can check.
    let records = desk.get(&format!("{DESK}/distinctions")).await.expect(200);
    let records = records.attributes("td a[href*='/records/']", "href");
    assert_eq!(records.len(), 2);
    assert!(app.browser().get(&records[0]).await.expect(200).has(".flash-ok"));
}

/// Makes an account, proves its address, starts an entry, answers every question and submits it; the
/// reference.
async fn enter(app: &TestApp, who: &Applicant) -> String {
    let browser = app.browser();
    let at = |path: &str| format!("/{}{path}", who.language);
    let account = [("name", who.name), ("email", who.email), ("password", PASSWORD)];
    browser.fill(&at("/account/sign-up"), "main form", &account).await.expect(303);
    deliver(app).await;
    browser.submit(&app.mails.last_to(who.email).link(), &[]).await.expect(200);
    browser
        .fill(&at("/account/sign-in"), "main form", &[("email", who.email), ("password", PASSWORD)])
        .await
        .expect(303);
    let questions = browser.get(&at("/entries/eligibility")).await.expect(200);
    let yes: Vec<(String, &str)> =
        (0..questions.texts("main form fieldset").len()).map(|n| (format!("q{n}"), "yes")).collect();
    let yes: Vec<(&str, &str)> = yes.iter().map(|(name, answer)| (name.as_str(), *answer)).collect();
    let category = browser.submit(&at("/entries/eligibility"), &yes).await.expect(200);
    let category = category.attributes("input[name=category], #category option[value]", "value");
    let category = category.iter().find(|value| !value.is_empty()).expect("a category");
    let start = [
        ("category", category.as_str()),
        ("title", who.title),
        ("organisation", who.title),
        ("website", ""),
        ("city", "Errachidia"),
        ("language", who.language),
    ];
    let started = browser.fill(&at("/entries/new"), "main form", &start).await.expect(303).location();
    let entry = started.split('?').next().unwrap();
    let sections = browser.get(entry).await.expect(200).attributes(".tasks a[href*='/sections/']", "href");
    assert!(!sections.is_empty());
    for section in &sections {
        answer(&browser, section).await;
    }
    let check = browser.get(&format!("{entry}/check")).await.expect(200);
    assert!(!check.has(".errors"), "{}", check.summary());
    let receipt = browser.submit(&format!("{entry}/submit"), &[("declaration", "1")]).await.expect(200);
    let reference = receipt.text("main bdi[dir=ltr]");
    assert!(reference.starts_with("2027-"), "{reference}");
    deliver(app).await;
    assert!(app.mails.last_to(who.email).text.contains(&receipt.text("code")), "the receipt names the fingerprint");
    reference
}

/// Answers every question of a section by the kind of its field.
async fn answer(browser: &Browser, section: &str) {
    let page = browser.get(section).await.expect(200);
    let mut answers = BTreeMap::new();
    for (name, value) in page.fields("main form[method=post]") {
        if !name.starts_with("answer-") || !value.is_empty() {
            continue;
        }
        let kind = page.attributes(&format!("input[name='{name}']"), "type").into_iter().next();
        let answer = match (kind.as_deref(), name.as_str()) {
            (Some("url"), _) => "https://startup.example".to_owned(),
            (_, "answer-founded_year") => "2024".to_owned(),
            (_, "answer-team_size") => "9".to_owned(),
            _ => format!("Réponse à {name}"),
        };
        answers.insert(name, answer);
    }
    for name in page.attributes("main form input[type=radio], main form input[type=checkbox]", "name") {
        let value = page.attributes(&format!("input[name='{name}'][value]:not([type=hidden])"), "value");
        answers.insert(name, value[0].clone());
    }
    let answers: Vec<(&str, &str)> = answers.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    browser.fill(section, "main form[method=post]", &answers).await.expect(303);
}

/// Finds every entry eligible, on the page of the list.
async fn screen(desk: &Browser) {
    let page = desk.get(&format!("{DESK}/entries?screening=pending&status=submitted")).await.expect(200);
    let ids = page.attributes("input[name=entry]", "value");
    assert_eq!(ids.len(), APPLICANTS.len());
    let ticked: Vec<(&str, &str)> = ids.iter().map(|id| ("entry", id.as_str())).collect();
    desk.post(&format!("{DESK}/entries"), &ticked).await.expect(303);
}

/// Invites the jurors, who accept by the link of their mail, sign the charter and declare their ties.
async fn seat(app: &TestApp, desk: &Browser) -> Vec<Browser> {
    let mut jurors = Vec::new();
    for (name, email) in JURORS {
        let fields =
            [("name", name), ("email", email), ("language", "fr"), ("reads", "fr"), ("reads", "ar"), ("reads", "en")];
        desk.post(&format!("{DESK}/jury/new"), &fields).await.expect(303);
        deliver(app).await;
        let browser = app.browser();
        let accept = [("name", name), ("password", PASSWORD), ("charter", "1")];
        browser.post(&format!("{}/accept", app.mails.last_to(email).link()), &accept).await.expect(303);
        browser.fill("/fr/jury/2027/conflicts", "main form", &[("all", "1")]).await.expect(303);
        jurors.push(browser);
    }
    jurors
}

/// Every entry to every juror, by the boxes of the matrix.
async fn assign(desk: &Browser) {
    let url = format!("{DESK}/assignments");
    let pairs = desk.get(&url).await.expect(200).attributes("input[name=pair]", "value");
    assert_eq!(pairs.len(), APPLICANTS.len() * JURORS.len());
    let pairs: Vec<(&str, &str)> = pairs.iter().map(|pair| ("pair", pair.as_str())).collect();
    desk.post(&url, &pairs).await.expect(303);
}

/// Signs in and follows the link of the mail to the queue; fills in and hands in each scorecard.
async fn score(app: &TestApp, juror: &Browser, place: usize) {
    let (_, email) = JURORS[place];
    juror.post("/fr/account/sign-in", &[("email", email), ("password", PASSWORD)]).await.expect(303);
    let queue = juror.get(&app.mails.last_to(email).link()).await.expect(200);
    let sheets = queue.attributes("ol.queue a", "href");
    assert_eq!(sheets.len(), APPLICANTS.len());
    for sheet in sheets {
        let page = juror.get(&sheet).await.expect(200).body();
        let entry = APPLICANTS.iter().position(|x| page.contains(x.title)).expect("one of the entries");
        let mark = MARKS[entry][place];
        let marks = [("version", "0"), ("c-innovation", mark), ("c-creativity", mark), ("c-entrepreneurship", mark)];
        juror.post(&format!("{}/submit", sheet.split('?').next().unwrap()), &marks).await.expect(303);
    }
}

/// Stages, announces, and reads as the public what was announced and how it was counted.
async fn announce(app: &TestApp, desk: &Browser, references: &[String]) {
    let public = app.browser();
    public.get("/fr/editions/2027/winners").await.expect(404);
    for (reference, kind) in references.iter().zip(["winner", "finalist"]) {
        let decision = [
            ("kind", kind),
            ("citation_fr", "Une eau comptée, partagée, comprise."),
            ("citation_ar", "ماء محسوب ومقسوم ومفهوم."),
            ("citation_en", "Water counted, shared, understood."),
            ("summary_fr", "L’irrigation des oasis."),
            ("summary_ar", "ري الواحات."),
            ("summary_en", "Irrigation for oases."),
        ];
        desk.fill(&format!("{DESK}/results/{reference}/stage"), "main form", &decision).await.expect(303);
    }
    public.get("/fr/editions/2027/winners").await.expect(404);
    let announcement = [("when", "now"), ("confirmation", "2027")];
    desk.post(&format!("{DESK}/announcement"), &announcement).await.expect(303);
    for (language, citation) in [
        ("fr", "Une eau comptée, partagée, comprise."),
        ("ar", "ماء محسوب ومقسوم ومفهوم."),
        ("en", "Water counted, shared, understood."),
    ] {
        let page = public.get(&format!("/{language}/editions/2027/winners")).await.expect(200);
        assert!(page.body().contains(APPLICANTS[1].title), "the finalist is named");
        assert!(!page.body().contains(APPLICANTS[2].title), "the others are not");
        let winner = page.attribute("main a[href*='/editions/2027/winners/']", "href");
        let winner = public.get(&winner).await.expect(200).body();
        assert!(winner.contains(citation) && winner.contains(APPLICANTS[0].title), "{language}");
    }
    let tally = public.get("/fr/editions/2027/tally.json").await.expect(200).bytes;
    let verdict = public.upload("/fr/verify", &[], "file", "tally.json", &tally).await.expect(200);
    assert_eq!(verdict.text("#verdict"), "Dépouillement valable");
    deliver(app).await;
}
