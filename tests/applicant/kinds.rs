//! A questionnaire with every kind of question: built, answered, submitted, read back.

use std::collections::BTreeMap;

use digital_awards::app::jury::{self, Invitation};
use digital_awards::app::{AppError, assignments};
use digital_awards::domain::entry::Screening;
use digital_awards::domain::form::FieldKind;
use digital_awards::domain::ids::EntryId;
use digital_awards::domain::language::Language;
use digital_awards::domain::round::RoundStatus;
use digital_awards::store;

use super::{all_answers, founder, id_of, open_edition, started};
use crate::support::TestApp;
use crate::support::people::Person;

const FORM: &str = "/fr/organiser/2027/form";

/// A question: its kind, label, and what is typed for it beside the label.
struct Built {
    kind: FieldKind,
    label: &'static str,
    more: Vec<(&'static str, &'static str)>,
    /// What is typed as the answer: fields after `answer-KEY`.
    typed: Vec<(&'static str, &'static str)>,
    /// What people read.
    read: &'static str,
}

fn built(
    kind: FieldKind,
    label: &'static str,
    more: &[(&'static str, &'static str)],
    typed: &[(&'static str, &'static str)],
    read: &'static str,
) -> Built {
    Built { kind, label, more: more.to_vec(), typed: typed.to_vec(), read }
}

/// One of each kind that is typed; the last is asked only of those who have a patent.
fn questions() -> Vec<Built> {
    let options = [("option0_fr", "Ville"), ("option1_fr", "Oasis"), ("option2_fr", "Montagne")];
    vec![
        built(FieldKind::ShortText, "Devise", &[], &[("", "L’eau juste")], "L’eau juste"),
        built(FieldKind::LongText, "Récit", &[("max_words", "50")], &[("", "Un capteur.\nUne voix.")], "Un capteur."),
        built(FieldKind::Number, "Clients", &[("unit_fr", "fermes")], &[("", "1 214")], "1214\u{a0}fermes"),
        built(FieldKind::Date, "Premier jour", &[], &[("", "2024-03-01")], "1er mars 2024"),
        built(FieldKind::Choice, "Terrain", &options, &[("", "oasis")], "Oasis"),
        built(FieldKind::Choices, "Terrains", &options, &[("", "ville"), ("", "montagne")], "Ville"),
        built(FieldKind::YesNo, "Brevet déposé", &[], &[("", "yes")], "Oui"),
        built(FieldKind::Link, "Blog", &[], &[("", "https://blog.example")], "https://blog.example"),
        built(FieldKind::Video, "Film", &[], &[("", "https://youtu.be/1")], "https://youtu.be/1"),
        built(FieldKind::Email, "Presse", &[("hidden", "1")], &[("", "Presse@Saqya.example")], "presse@saqya.example"),
        built(FieldKind::Phone, "Standard", &[("hidden", "1")], &[("", "06 12 34 56 78")], "0612345678"),
        built(FieldKind::Country, "Pays", &[], &[("", "SN")], "Sénégal"),
        built(FieldKind::Region, "Région", &[], &[("", "MA-08")], "Drâa-Tafilalet"),
        built(
            FieldKind::Team,
            "Équipe fondatrice",
            &[],
            &[("-0-0", "Hanane"), ("-0-1", "Directrice"), ("-2-0", "Saïd")],
            "Hanane · Directrice",
        ),
        built(FieldKind::Declaration, "Tout est vrai", &[], &[("", "yes")], "Oui"),
        built(
            FieldKind::ShortText,
            "Numéro du brevet",
            &[("condition", "brevet_depose=yes")],
            &[("", "MA 42")],
            "MA 42",
        ),
    ]
}

/// Builds them on the pages of the organiser; the key of each label.
async fn build(organiser: &Person) -> BTreeMap<&'static str, String> {
    let sections = organiser.browser.get(FORM).await.expect(200).attributes("#section option", "value");
    let section = sections.iter().rfind(|value| !value.is_empty()).unwrap().clone();
    let mut keys = BTreeMap::new();
    for question in questions() {
        let new = format!("{FORM}/new?kind={}&section={section}", question.kind);
        let mut typed = vec![("label_fr", question.label), ("required", "1")];
        typed.extend(question.more.iter().copied());
        organiser.browser.fill(&new, "main form.panel", &typed).await.expect(303);
        let list = organiser.browser.get(FORM).await.expect(200);
        let links = list.attributes("ol.builder > li a[href*='/form/']", "href");
        let labels = list.texts("ol.builder > li a[href*='/form/']");
        let at = labels.iter().position(|label| label == question.label).expect("it is listed");
        keys.insert(question.label, links[at].rsplit('/').next().unwrap().to_owned());
    }
    keys
}

/// Fills a started entry: the questions of the preset, then those that were built.
async fn answer(app: &TestApp, person: &Person, entry: &str, keys: &BTreeMap<&'static str, String>) {
    super::fill(app, person, entry).await;
    let sections = person.browser.get(entry).await.expect(200).attributes(".tasks a[href*='/sections/']", "href");
    let page = person.browser.get(sections.last().unwrap()).await.expect(200);
    let mut typed = vec![("version".to_owned(), page.value("version"))];
    for question in questions() {
        for (rest, value) in &question.typed {
            typed.push((format!("answer-{}{rest}", keys[question.label]), (*value).to_owned()));
        }
    }
    let typed: Vec<(&str, &str)> = typed.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    person.browser.post(sections.last().unwrap(), &typed).await.expect(303);
}

/// The page of a juror to whom the entry is assigned.
async fn juror_reads(app: &TestApp, organiser: &Person, entry: EntryId) -> String {
    let person = app.person("najat").await;
    let (founder, judge, email, now) = (organiser.user.id, person.user.id, person.user.email.to_string(), app.now());
    let assign = move |c: &mut store::Conn| {
        let actor = store::organisers::actor(c, founder)?;
        let mut entry = store::entries::get(c, entry)?;
        (entry.screening, entry.screened_by, entry.screened_at) = (Screening::Eligible, Some(founder), Some(now));
        let edition = entry.edition_id;
        store::entries::update(c, entry.clone())?;
        let mut round = store::rounds::list(c, edition)?.remove(0);
        (round.status, round.opens_at) = (RoundStatus::Open, now);
        store::rounds::update(c, round.clone())?;
        let invitation = Invitation {
            email: email.clone(),
            name: "Najat".into(),
            reads: vec![Language::French],
            ..Invitation::default()
        };
        let juror = jury::invite(c, &actor, edition, invitation, "http://x", now)?;
        let person = store::organisers::actor(c, judge)?;
        jury::accept_as(c, &person, juror.id, now)?;
        let person = store::organisers::actor(c, judge)?;
        jury::declare_conflicts(c, &person, edition, &[], true, now)?;
        assignments::assign(c, &actor, round.id, &[(entry.id, juror.id)], "http://x", now)?;
        Ok::<_, AppError>(store::assignments::find(c, round.id, entry.id, juror.id)?.unwrap().id)
    };
    let assignment = app.state.db.write(assign).await.unwrap();
    person.browser.get(&format!("/fr/jury/2027/{assignment}")).await.expect(200).body()
}

#[actix_web::test]
async fn every_kind_of_question_is_built_answered_submitted_and_read_back() {
    let app = TestApp::start().await;
    let edition = open_edition(&app).await;
    let organiser = founder(&app).await;
    let keys = build(&organiser).await;
    let hanane = app.person("hanane").await;
    let entry = started(&app, &hanane, &edition).await;
    answer(&app, &hanane, &entry, &keys).await;

    // The check shows every answer in words; nothing is missing.
    let check = hanane.browser.get(&format!("{entry}/check")).await.expect(200);
    assert!(!check.has(".errors"), "{}", check.summary());
    for question in questions() {
        assert!(check.body().contains(question.read), "{}: {}", question.label, check.summary());
    }
    // The section shows every answer in its field.
    let sections = hanane.browser.get(&entry).await.expect(200).attributes(".tasks a[href*='/sections/']", "href");
    let section = hanane.browser.get(sections.last().unwrap()).await.expect(200);
    let chosen = section.attributes("input[type=checkbox][checked], input[type=radio][checked]", "value");
    assert_eq!(chosen, ["oasis", "ville", "montagne", "yes", "yes"]);
    assert_eq!(section.value(&format!("answer-{}", keys["Pays"])), "SN");
    assert_eq!(section.value(&format!("answer-{}-1-0", keys["Équipe fondatrice"])), "Saïd", "the empty row is gone");
    hanane.browser.submit(&format!("{entry}/submit"), &[("declaration", "1")]).await.expect(200);

    // The receipt says the same on paper, in every language.
    for language in ["fr", "en", "ar"] {
        let address = format!("{}/receipt.pdf", entry.replacen("/fr/", &format!("/{language}/"), 1));
        let pdf = hanane.browser.get(&address).await.expect(200);
        assert_eq!(pdf.header("content-type"), "application/pdf");
        let text = pdf_extract::extract_text_from_mem(&pdf.bytes).unwrap();
        let text: String = text.split_whitespace().collect();
        assert!(text.contains("2027-AGR-001") && text.contains("Saqya"), "{language}: {text}");
        for question in questions().iter().filter(|_| language == "fr") {
            let read: String = question.read.split_whitespace().collect();
            assert!(text.contains(&read), "{}: {text}", question.label);
        }
    }
    // Organisers read the same, on the page and in the table.
    let id = id_of(&entry);
    let file = organiser.browser.get(&format!("/fr/organiser/2027/entries/{id}")).await.expect(200);
    let table = organiser.browser.post("/fr/organiser/2027/entries.csv", &[]).await.expect(200).body();
    let mut reader = csv::Reader::from_reader(table.trim_start_matches('\u{feff}').as_bytes());
    let head = reader.headers().unwrap().clone();
    let row = reader.records().next().unwrap().unwrap();
    for question in questions() {
        assert!(file.body().contains(question.read), "{}: {}", question.label, file.summary());
        let at = head.iter().position(|label| label == question.label).unwrap();
        assert!(row[at].starts_with(question.read), "{}: {}", question.label, &row[at]);
    }
    // A juror reads what is not hidden, and no byte of what is.
    let sheet = juror_reads(&app, &organiser, id).await;
    for question in questions() {
        let is_hidden = question.more.contains(&("hidden", "1"));
        let is_read = !is_hidden && question.kind != FieldKind::Declaration;
        // Somebody else's "Oui" is read.
        if question.kind != FieldKind::Declaration {
            assert_eq!(sheet.contains(question.read), is_read, "{}", question.label);
        }
        assert_eq!(sheet.contains(question.label), is_read, "{}", question.label);
    }
    let preset = all_answers();
    assert!(file.body().contains(&preset["pitch"]) && row.iter().any(|cell| *cell == preset["pitch"]));
}

#[actix_web::test]
async fn every_kind_has_its_own_message_in_three_languages_and_keeps_what_was_typed() {
    let app = TestApp::start().await;
    let edition = open_edition(&app).await;
    let organiser = founder(&app).await;
    let keys = build(&organiser).await;
    let hanane = app.person("hanane").await;
    let entry = started(&app, &hanane, &edition).await;
    let sections = hanane.browser.get(&entry).await.expect(200).attributes(".tasks a[href*='/sections/']", "href");
    let last = sections.last().unwrap();
    for (label, rest, wrong, fr, en, ar) in [
        ("Premier jour", "", "31/02/2027", "Écrivez une date", "Write a date", "اكتبوا تاريخا"),
        ("Clients", "", "beaucoup", "nombre", "number", "عدد"),
        ("Presse", "", "presse", "adresse e-mail", "e-mail address", "بريد إلكتروني"),
        ("Standard", "", "appelez-nous", "6 à 15 chiffres", "6 to 15 digits", "من 6 إلى 15"),
        ("Film", "", "https://saqya.example/film", "youtube.com", "youtube.com", "youtube.com"),
        ("Équipe fondatrice", "-0-1", "Directrice", "personne 1", "person 1", "الشخص رقم 1"),
    ] {
        for (language, words) in [("fr", fr), ("en", en), ("ar", ar)] {
            let address = last.replacen("/fr/", &format!("/{language}/"), 1);
            let version = hanane.browser.get(&address).await.expect(200).value("version");
            let name = format!("answer-{}{rest}", keys[label]);
            let typed = [("version", version.as_str()), (name.as_str(), wrong)];
            let page = hanane.browser.post(&address, &typed).await.expect(422);
            assert_eq!(page.value(&name), wrong, "{label} keeps what was typed");
            let error = page.text(&format!("#answer-{}-err", keys[label])).replace(['\u{2068}', '\u{2069}'], "");
            assert!(error.contains(words), "{language} {label}: {error}");
        }
    }
}
