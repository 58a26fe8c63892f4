//! Mails that organisers write: to an exact list, in each person's language, and nothing twice.

use std::collections::{BTreeMap, BTreeSet};
use std::time::{Duration, Instant};

use chrono::{TimeDelta, Utc};
use digital_awards::app::AppError;
use digital_awards::domain::entry::Entry;
use digital_awards::domain::ids::{JurorId, UserId};
use digital_awards::domain::juror::Juror;
use digital_awards::domain::language::Language;
use digital_awards::domain::text::EmailAddress;
use digital_awards::domain::user::User;
use digital_awards::store;

use crate::faults::expect_sound;
use crate::jury::award::Award;
use crate::support::client::Response;
use crate::support::{Node, TestApp};

const CAMPAIGNS: &str = "/fr/organiser/2027/campaigns";

/// Begins a campaign and writes it; its address.
async fn written(award: &Award, audience: &[&str]) -> String {
    let begun = award.organiser.browser.post(CAMPAIGNS, &[]).await.expect(303);
    let address = begun.location().clone();
    write(award, &address, audience).await.expect(303);
    address
}

async fn write(award: &Award, address: &str, audience: &[&str]) -> Response {
    let version = award.organiser.browser.get(address).await.expect(200).value("version");
    let mut fields = vec![
        ("version", version.as_str()),
        ("subject_fr", "Dernière étape de {edition}"),
        ("subject_ar", "المرحلة الأخيرة من {edition}"),
        ("text_fr", "Cher {name},\nil reste un jour : {deadline}."),
        ("text_ar", "عزيزي {name}،\nبقي يوم واحد."),
    ];
    fields.extend(audience.iter().map(|group| ("audience", *group)));
    award.organiser.browser.post(address, &fields).await
}

async fn order(award: &Award, address: &str, more: &[(&str, &str)]) -> Response {
    let seen = award.organiser.browser.get(address).await.expect(200).value("seen");
    let fields = [&[("when", "now"), ("seen", seen.as_str())][..], more].concat();
    award.organiser.browser.post(&format!("{address}/order"), &fields).await
}

/// Puts so many jurors on the jury, every third of whom reads Arabic.
async fn jury_of(award: &Award, count: usize) {
    let first = award.juror("first").await;
    let (juror, person) = (first.juror, first.person.user);
    let write = move |c: &mut store::Conn| {
        for number in 1..count {
            let language = if number % 3 == 0 { Language::Arabic } else { Language::French };
            let (email, name) = (format!("juror{number}@people.example"), format!("Juror {number}"));
            let email = EmailAddress::parse(&email).unwrap();
            let user = User { id: UserId::new(), email: email.clone(), name: name.clone(), language, ..person.clone() };
            store::users::insert(c, user.clone())?;
            let (id, user_id) = (JurorId::new(), Some(user.id));
            store::jurors::insert(c, Juror { id, email, name, language, user_id, ..juror.clone() })?;
        }
        Ok::<_, AppError>(())
    };
    award.app.state.db.write(write).await.unwrap();
}

#[actix_web::test]
async fn each_person_of_the_list_gets_one_mail_in_their_language() {
    let award = Award::with_entries(2).await;
    jury_of(&award, 4).await;
    let address = written(&award, &[]).await;
    let page = award.organiser.browser.get(&address).await.expect(200);
    assert!(page.body().contains("Personne pour l’instant") && !page.has("form[action$='/order']"));
    award.organiser.browser.post(&format!("{address}/order"), &[("when", "now"), ("seen", "")]).await.expect(409);
    // Both entries are of one applicant: one mail.
    write(&award, &address, &["eligible", "jurors"]).await.expect(303);
    let page = award.organiser.browser.get(&address).await.expect(200);
    assert_eq!(page.texts("#recipients tbody tr").len(), 5, "{}", page.summary());
    // What a chosen person will read, variables filled in.
    let at = page.attributes("select[name=as] option", "value").len() - 1;
    let shown = award.organiser.browser.get(&format!("{address}?as={at}")).await.expect(200);
    assert!(shown.text("article.mail").contains("Cher first"), "{}", shown.text("article.mail"));
    award.organiser.browser.post(&format!("{address}/test"), &[("language", "ar")]).await.expect(303);
    award.app.do_jobs().await;
    let test = award.app.mails.last_to("organiser@people.example");
    assert!(test.text.contains("عزيزي organiser"), "{}", test.text);

    award.app.do_jobs().await;
    let before = award.app.mails.all().len();
    order(&award, &address, &[]).await.expect(303);
    order_again(&award, &address).await;
    for _ in 0..3 {
        award.app.do_jobs().await;
    }
    let mails = award.app.mails.all().split_off(before);
    assert_eq!(mails.len(), 5);
    let of = |to: &str| mails.iter().find(|mail| mail.to.contains(to)).unwrap();
    assert!(of("juror3@").subject.contains("المرحلة") && of("juror3@").text.contains("/ar/jury/2027/"));
    assert!(of("juror1@").text.contains("Cher Juror 1,") && of("juror1@").text.contains("/fr/jury/2027/"));
    assert!(of("applicant@").subject.contains("Dernière étape de Digital Awards 2027"));
    assert!(of("applicant@").text.contains("/fr/entries/") && !of("applicant@").text.contains('{'));
    let list = award.organiser.browser.get(CAMPAIGNS).await.expect(200);
    assert!(list.text("tbody tr").contains('5'));
}

async fn order_again(award: &Award, address: &str) {
    award.organiser.browser.post(&format!("{address}/order"), &[("when", "now"), ("seen", "x")]).await.expect(409);
    let later = [("version", "3"), ("subject_fr", "Autre"), ("audience", "jurors")];
    award.organiser.browser.post(address, &later).await.expect(409);
}

#[actix_web::test]
async fn over_twenty_the_number_is_typed_and_the_list_is_the_one_that_was_seen() {
    let award = Award::with_entries(1).await;
    jury_of(&award, 21).await;
    let address = written(&award, &["jurors"]).await;
    let wrong = order(&award, &address, &[("count", "20")]).await.expect(422);
    assert!(wrong.has("#count-err") && wrong.value("count") == "20");
    let seen = award.organiser.browser.get(&address).await.expect(200).value("seen");
    award.juror("late").await;
    let fields = [("when", "now"), ("seen", seen.as_str()), ("count", "21")];
    let stale = award.organiser.browser.post(&format!("{address}/order"), &fields).await.expect(409);
    assert!(stale.body().contains("a changé depuis"), "{}", stale.summary());
    order(&award, &address, &[("count", "22")]).await.expect(303);
}

#[actix_web::test]
async fn what_is_missing_or_unknown_is_said_beside_its_field() {
    let award = Award::with_entries(1).await;
    jury_of(&award, 4).await;
    let begun = award.organiser.browser.post(CAMPAIGNS, &[]).await.expect(303);
    let address = begun.location().clone();
    let unknown = [("version", "1"), ("audience", "jurors"), ("text_fr", "Bonjour {nom}"), ("subject_fr", "Objet")];
    let refused = award.organiser.browser.post(&address, &unknown).await.expect(422);
    assert!(refused.texts(".err").iter().any(|err| err.contains("{nom}")), "{:?}", refused.texts(".err"));
    assert!(refused.body().contains("Bonjour {nom}"));
    let french = [("version", "1"), ("audience", "jurors"), ("text_fr", "Bonjour {name}"), ("subject_fr", "Objet")];
    award.organiser.browser.post(&address, &french).await.expect(303);
    // One juror reads Arabic.
    let refused = order(&award, &address, &[]).await.expect(422);
    assert!(refused.body().contains("Des destinataires lisent cette langue"));
    assert!(order(&award, &address, &[("when", "later")]).await.status == 422);
}

#[actix_web::test]
async fn a_campaign_waits_for_its_time_and_can_be_called_off() {
    let award = Award::with_entries(1).await;
    jury_of(&award, 4).await;
    let at = (award.app.now() + TimeDelta::hours(3)).format("%Y-%m-%dT%H:%M").to_string();
    let later = async |address: &str| {
        let seen = award.organiser.browser.get(address).await.expect(200).value("seen");
        let fields = [("when", "later"), ("send_at", at.as_str()), ("seen", seen.as_str())];
        award.organiser.browser.post(&format!("{address}/order"), &fields).await.expect(303);
    };
    let (called_off, kept) = (written(&award, &["jurors"]).await, written(&award, &["jurors"]).await);
    later(&called_off).await;
    later(&kept).await;
    award.organiser.browser.post(&format!("{called_off}/stop"), &[]).await.expect(303);
    award.app.do_jobs().await;
    let before = award.app.mails.all().len();
    award.app.wait(TimeDelta::hours(4));
    for _ in 0..2 {
        award.app.do_jobs().await;
    }
    assert_eq!(award.app.mails.all().len(), before + 4);
}

#[actix_web::test]
async fn five_hundred_mails_arrive_though_the_program_is_killed_and_the_mail_server_fails_now_and_then() {
    let app = TestApp::start().await;
    app.clock.set(Utc::now());
    let award = Award::with_entries_on(app, 1).await;
    jury_of(&award, 500).await;
    award.app.do_jobs().await;
    let before = award.app.mails.all().len();
    let address = written(&award, &["jurors"]).await;
    order(&award, &address, &[("count", "500")]).await.expect(303);
    award.app.mails.refuse_one_in(10);
    let node = || Node::start(&award.app.state.settings.database.url.0, award.app.folder(), award.app.mails.port);
    let mut kills = 0;
    let arrived = || award.app.mails.all().len() - before;
    for share in [60, 180, 330] {
        let server = node();
        let begun = Instant::now();
        while arrived() < share && begun.elapsed() < Duration::from_secs(60) {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        // SIGKILL.
        drop(server);
        kills += 1;
    }
    let server = node();
    let people = || -> BTreeMap<String, BTreeSet<String>> {
        let mut people: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for mail in award.app.mails.all().split_off(before) {
            people.entry(mail.to).or_default().insert(mail.id);
        }
        people
    };
    let begun = Instant::now();
    while people().len() < 500 {
        assert!(begun.elapsed() < Duration::from_secs(120), "{} of 500 arrived", people().len());
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
    // One mail each. A kill between the server's yes and our note of it repeats a mail, as the very same:
    // its Message-ID tells.
    assert!(people().values().all(|ids| ids.len() == 1));
    assert!(arrived() <= 500 + kills, "{} mails for 500 people and {kills} kills", arrived());
    drop(server);
    expect_sound(&award.app);
}

#[actix_web::test]
async fn applicants_picked_in_the_list_of_entries_are_written_to_and_nobody_else() {
    const LIST: &str = "/fr/organiser/2027/entries";
    let award = Award::with_entries(2).await;
    let other = award.app.person("other").await;
    let (id, owner_id) = (award.entries[1].id, other.user.id);
    let give = move |c: &mut store::Conn| {
        let entry = store::entries::get(c, id)?;
        Ok::<_, AppError>(store::entries::update(c, Entry { owner_id, ..entry })?)
    };
    award.app.state.db.write(give).await.unwrap();
    let entry = id.to_string();
    let organiser = &award.organiser.browser;
    assert!(organiser.get(LIST).await.expect(200).has("option[value=mail]"));
    organiser.post(LIST, &[("act", "mail")]).await.expect(409);
    let begun = organiser.post(LIST, &[("act", "mail"), ("entry", &entry)]).await.expect(303);
    let address = begun.location().clone();
    let ticked = "[name=audience][value=picked][checked]";
    assert!(organiser.get(&address).await.expect(200).has(ticked));
    write(&award, &address, &["picked"]).await.expect(303);
    let people = organiser.get(&address).await.expect(200).texts("#recipients tbody tr");
    assert!(people.len() == 1 && people[0].contains("other@people.example"), "{people:?}");
    order(&award, &address, &[]).await.expect(303);
    award.app.do_jobs().await;
    assert!(award.app.mails.last_to("other@people.example").subject.contains("Dernière étape"));
    // Not ticked any more: nobody is left.
    let begun = organiser.post(LIST, &[("act", "mail"), ("entry", &entry)]).await.expect(303);
    write(&award, &begun.location(), &[]).await.expect(303);
    let page = organiser.get(&begun.location()).await.expect(200);
    assert!(!page.has("#recipients tbody tr") && !page.has("[value=picked]"));
    // Who only screens does not write to applicants.
    let screener = award.app.person("screener").await;
    let join = [("email", "screener@people.example"), ("role", "screener")];
    organiser.post("/fr/organiser/2027/team", &join).await.expect(303);
    assert!(!screener.browser.get(LIST).await.expect(200).has("option[value=mail]"));
    screener.browser.post(LIST, &[("act", "mail"), ("entry", &entry)]).await.expect(403);
}
