//! A whole plan at once: looked at, verified offline, applied as shown, undone.

use std::io::Cursor;

use crate::jury::award::{Award, OnJury};
use crate::support::client::Response;
use crate::support::command::{expect_code, program};

const AUTO: &str = "/fr/organiser/2027/assignments/auto";
const ASSIGNMENTS: &str = "/fr/organiser/2027/assignments";

/// An award with entries and accepted jurors.
async fn award(entries: i32, jurors: &[&str]) -> (Award, Vec<OnJury>) {
    let award = Award::with_entries(entries).await;
    let mut jury = Vec::new();
    for name in jurors {
        jury.push(award.juror(name).await);
    }
    award.app.do_jobs().await;
    (award, jury)
}

/// The query of the usual wishes, some of them otherwise.
fn wishes(changes: &[(&str, &str)]) -> String {
    let mut fields = vec![
        ("show", "1"),
        ("w_category", "4"),
        ("w_expertise", "4"),
        ("w_language", "2"),
        ("w_preference", "2"),
        ("per_entry", "3"),
        ("max_load", ""),
        ("keep", "locked"),
        ("level", "1"),
        ("connect", "1"),
    ];
    for (name, value) in changes {
        fields.retain(|(known, _)| known != name);
        fields.push((name, value));
    }
    fields.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("&")
}

/// Presses the button that applies the plan a page shows.
async fn apply(award: &Award, page: &Response) -> Response {
    let fields = page.fields("#plan form[method=post]");
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    award.organiser.browser.post(AUTO, &fields).await
}

/// The pairs of the table that the site exports: reference and address.
async fn pairs(award: &Award) -> Vec<(String, String)> {
    let table = award.organiser.browser.get("/fr/organiser/2027/assignments.csv").await.expect(200).body();
    let cells = |line: &str| line.split(',').map(str::to_owned).collect::<Vec<_>>();
    table.lines().skip(1).map(cells).map(|row| (row[0].clone(), row[1].clone())).collect()
}

#[actix_web::test]
async fn a_plan_is_proven_applied_as_it_was_shown_told_once_and_undone_as_one() {
    let (award, _) = award(6, &["najat", "omar", "zineb", "yto"]).await;
    let organiser = &award.organiser.browser;
    let form = organiser.get(AUTO).await.expect(200);
    assert_eq!(form.value("per_entry"), "3", "what the round says");
    let page = organiser.get(&format!("{AUTO}?{}", wishes(&[]))).await.expect(200);
    assert!(page.text("#plan").contains("Optimum prouvé") && page.text("#plan").contains("Un seul jury"));
    assert!(pairs(&award).await.is_empty(), "looking writes nothing");

    apply(&award, &page).await.expect(303);
    let assigned = pairs(&award).await;
    assert_eq!(assigned.len(), 18);
    for entry in &award.entries {
        assert_eq!(assigned.iter().filter(|(reference, _)| *reference == entry.reference).count(), 3);
    }
    let mut loads: Vec<usize> = ["najat", "omar", "zineb", "yto"]
        .iter()
        .map(|name| assigned.iter().filter(|(_, email)| email.starts_with(name)).count())
        .collect();
    loads.sort_unstable();
    assert_eq!(loads, [4, 4, 5, 5], "level");
    award.app.do_jobs().await;
    for name in ["najat", "omar", "zineb", "yto"] {
        let mails = award.app.mails.to(&format!("{name}@people.example"));
        assert_eq!(mails.iter().filter(|mail| mail.text.contains("confiés")).count(), 1, "{name}");
    }

    let page = organiser.get(ASSIGNMENTS).await.expect(200);
    let batch = page.value("batch");
    organiser.post("/fr/organiser/2027/assignments/undo", &[("batch", &batch)]).await.expect(303);
    assert!(pairs(&award).await.is_empty());
    organiser.post("/fr/organiser/2027/assignments/undo", &[("batch", &batch)]).await.expect(409);
}

#[actix_web::test]
async fn a_juror_gets_what_they_would_rather_judge_and_the_plan_says_how_much_it_counts() {
    let (award, jury) = award(3, &["najat", "omar"]).await;
    let organiser = &award.organiser.browser;
    let preferences = "/fr/jury/2027/preferences";
    // The entries are all of one category: one juror would rather have them, the other rather not.
    let page = jury[0].browser.get(preferences).await.expect(200);
    let field = page.attributes("main form fieldset input", "name").into_iter().next().expect("a category");
    for (juror, choice) in jury.iter().zip(["rather", "rather_not"]) {
        let chosen = [(field.as_str(), choice), ("expertise", "Irrigation des oasis")];
        juror.browser.fill(preferences, "main form", &chosen).await.expect(303);
        let page = juror.browser.get(preferences).await.expect(200);
        assert_eq!(page.attributes(&format!("input[name='{field}'][checked]"), "value"), [choice]);
    }
    let loads = async |weight: &str| {
        let query = wishes(&[("per_entry", "1"), ("level", ""), ("connect", ""), ("w_preference", weight)]);
        let query = query.replace("level=&", "").replace("connect=", "");
        organiser.get(&format!("{AUTO}?{query}")).await.expect(200)
    };
    let page = loads("2").await;
    let rows = page.texts("tbody tr").into_iter().map(|row| row.replace(['\u{2068}', '\u{2069}'], ""));
    let lines: Vec<String> = rows.filter(|row| row.contains("100 × 2")).collect();
    assert!(!lines.is_empty() && lines.iter().all(|row| row.contains("najat")), "{}", page.text("#plan"));
    let jurors = organiser.get("/fr/organiser/2027/jury").await.expect(200).attributes("tbody th a", "href");
    let told = organiser.get(&jurors[0]).await.expect(200);
    assert!(told.text("dl").contains("De préférence"), "{}", told.text("dl"));
    // Somebody outside the jury has none to state, and a category of another edition is not found.
    award.applicant.browser.get(preferences).await.expect(404);
    let other = [("category-01a214b7-0111-7293-b09c-12225e53f83e", "rather")];
    jury[0].browser.post(preferences, &other).await.expect(404);
}

#[actix_web::test]
async fn anybody_verifies_a_plan_offline_and_a_changed_one_fails() {
    let (award, _) = award(6, &["najat", "omar", "zineb", "yto"]).await;
    let address = format!("/fr/organiser/2027/assignments/auto/proof.zip?{}", wishes(&[("bottleneck", "1")]));
    let bytes = award.organiser.browser.get(&address).await.expect(200).bytes;
    let folder = tempfile::tempdir().unwrap();
    zip::ZipArchive::new(Cursor::new(bytes)).unwrap().extract(folder.path()).unwrap();
    let check = || {
        let arguments = ["assign", "check", "instance", "plan.csv", "certificate.json"];
        program("sqlite://unused.db", folder.path()).args(arguments).output().unwrap()
    };
    expect_code(&check(), 0);
    let plan = std::fs::read_to_string(folder.path().join("plan.csv")).unwrap();
    let shorter: Vec<&str> = plan.lines().take(18).collect();
    std::fs::write(folder.path().join("plan.csv"), shorter.join("\n")).unwrap();
    expect_code(&check(), 1);
}

#[actix_web::test]
async fn a_plan_that_is_no_longer_what_was_shown_is_shown_again_and_nothing_is_written() {
    let (award, jury) = award(6, &["najat", "omar", "zineb", "yto"]).await;
    let page = award.organiser.browser.get(&format!("{AUTO}?{}", wishes(&[]))).await.expect(200);
    let tie = [("organisation", award.entries[0].organisation_id.to_string()), ("reason", "Cousine".to_owned())];
    let tie: Vec<(&str, &str)> = tie.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let conflicts = format!("/fr/organiser/2027/jury/{}/conflicts", jury[0].juror.id);
    award.organiser.browser.post(&conflicts, &tie).await.expect(303);
    let again = apply(&award, &page).await.expect(409);
    assert!(again.has(".flash-bad") && again.has("#plan"), "{}", again.summary());
    assert!(pairs(&award).await.is_empty());
    apply(&award, &again).await.expect(303);
    let tied = (award.entries[0].reference.clone(), "najat@people.example".to_owned());
    assert_eq!(pairs(&award).await.len(), 18);
    assert!(!pairs(&award).await.contains(&tied), "never a juror with a tie");
}

#[actix_web::test]
async fn what_is_scored_stays_and_what_was_begun_cannot_be_undone_at_once() {
    let (award, jury) = award(6, &["najat", "omar", "zineb", "yto"]).await;
    let id = award.assign(&jury[0], &[0]).await[0];
    let sheet = [("version", "0"), ("c-innovation", "4"), ("c-creativity", "4"), ("c-entrepreneurship", "4")];
    jury[0].browser.post(&award.url(id, "/submit"), &sheet).await.expect(303);
    let page = award.organiser.browser.get(&format!("{AUTO}?{}", wishes(&[("keep", "free")]))).await.expect(200);
    apply(&award, &page).await.expect(303);
    let assigned = pairs(&award).await;
    assert_eq!(assigned.len(), 18);
    assert!(assigned.contains(&(award.entries[0].reference.clone(), "najat@people.example".to_owned())));

    let begun = jury[1].browser.get("/fr/jury/2027/").await.expect(200).attribute("ol.queue a", "href");
    let begun = begun.split('?').next().unwrap();
    jury[1].browser.post(&format!("{begun}/save"), &sheet[..2]).await.expect(303);
    let page = award.organiser.browser.get(ASSIGNMENTS).await.expect(200);
    assert!(page.body().contains("ne peut plus être reprise d’un coup"), "{}", page.summary());
}

#[actix_web::test]
async fn an_impossible_wish_is_explained_with_its_cure_in_three_languages() {
    let (award, _) = award(6, &["najat", "omar", "zineb", "yto"]).await;
    let query = wishes(&[("max_load", "3")]);
    for (language, need, cure) in [
        ("fr", "Il faut 18 fiches pour 6 dossiers", "Invitez 2 jurés de plus, ou portez leur limite à 5."),
        ("en", "It takes 18 scorecards for 6 entries", "Invite 2 more jurors, or raise their limit to 5."),
        ("ar", "يلزم 18 بطاقة لـ6 ملفات", "ادعوا محكّمَين آخرَين، أو ارفعوا حدّهم إلى 5."),
    ] {
        let address = format!("/{language}/organiser/2027/assignments/auto?{query}");
        let text = award.organiser.browser.get(&address).await.expect(200).text("#plan");
        let plain: String = text.chars().filter(|c| !matches!(c, '\u{2066}'..='\u{2069}')).collect();
        assert!(plain.contains(need) && plain.contains(cure), "{plain}");
    }
    let wrong = award.organiser.browser.get(&format!("{AUTO}?{}", wishes(&[("per_entry", "0")]))).await.expect(422);
    assert!(wrong.has("#per_entry-err") && wrong.value("per_entry") == "0");
    let many = award.organiser.browser.get(&format!("{AUTO}?{}", wishes(&[("per_entry", "5")]))).await.expect(422);
    assert!(many.has("#per_entry-err"));
}

#[actix_web::test]
async fn after_somebody_steps_back_the_least_disturbing_replacement_is_one_click() {
    let (award, jury) = award(3, &["najat", "omar", "zineb", "yto"]).await;
    for juror in &jury[..3] {
        award.assign(juror, &[0, 1, 2]).await;
    }
    let before = pairs(&award).await;
    let queue = jury[0].browser.get("/fr/jury/2027/").await.expect(200).attribute("ol.queue a", "href");
    let sheet = queue.split('?').next().unwrap();
    jury[0].browser.post(&format!("{sheet}/recuse"), &[("reason", "Mon cousin y travaille")]).await.expect(303);
    for page in ["progress", "assignments"] {
        let page = award.organiser.browser.get(&format!("/fr/organiser/2027/{page}")).await.expect(200);
        assert_eq!(page.texts("#gaps li").len(), 1, "{}", page.summary());
        assert!(page.text("#gaps li").starts_with("yto"), "{}", page.text("#gaps"));
    }
    let page = award.organiser.browser.get("/fr/organiser/2027/progress").await.expect(200);
    let fields = page.fields("#gaps form");
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    award.organiser.browser.post(AUTO, &fields).await.expect(303);
    let after = pairs(&award).await;
    assert_eq!(after.iter().filter(|(_, email)| email.starts_with("yto")).count(), 1);
    let others = |all: &[(String, String)]| all.iter().filter(|(_, email)| email.starts_with("omar")).count();
    assert_eq!(others(&after), others(&before), "nobody else is disturbed");
    assert!(!award.organiser.browser.get("/fr/organiser/2027/progress").await.expect(200).has("#gaps"));
}
