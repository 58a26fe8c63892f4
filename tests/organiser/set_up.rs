//! Setting an edition up: the list of what is left, a copy of the year before, the words of mails.

use chrono::TimeDelta;
use digital_awards::app::AppError;
use digital_awards::domain::language::Localised;
use digital_awards::store;

use crate::jury::award::Award;
use crate::support::TestApp;

#[actix_web::test]
async fn an_edition_cannot_open_while_something_is_missing() {
    let award = Award::with_entries(0).await;
    let (organiser, id) = (&award.organiser.browser, award.edition.id);
    let now = award.app.now();
    let empty = move |c: &mut store::Conn| {
        let mut edition = store::editions::get(c, id)?;
        edition.status = digital_awards::domain::edition::EditionStatus::Draft;
        edition.rules = Localised::default();
        edition.closes_at = now + TimeDelta::days(30);
        edition.results_on = now + TimeDelta::days(90);
        Ok::<_, AppError>(store::editions::update(c, edition)?)
    };
    award.app.state.db.write(empty).await.unwrap();
    let page = organiser.get("/fr/organiser/2027/setup").await.expect(200);
    assert_eq!(page.texts("ol.setup .tag-bad"), ["Manque"]);
    assert!(page.body().contains("Le règlement est vide") && !page.has("main form[action$=status]"));
    let refused = organiser.post("/fr/organiser/2027/status", &[("status", "open")]).await.expect(409);
    assert!(refused.body().contains("« Mise en place » dit lesquels"));
    assert!(organiser.get("/fr/organiser/2027/").await.expect(200).has("ol.todo a[href$='/setup']"));

    // The whole way with made-up entries; what nobody can compute is said by whoever looked.
    let drive = organiser.get("/fr/organiser/2027/test-drive").await.expect(200);
    assert_eq!(drive.texts("tbody tr").len(), 5);
    assert_eq!(drive.texts("tbody .tag-ok").len(), 5, "{:?}", drive.texts("tbody small"));
    for part in ["test-drive", "mails"] {
        organiser.post("/fr/organiser/2027/setup", &[("part", part)]).await.expect(303);
    }
    organiser
        .fill("/fr/organiser/2027/settings", "form[action$=settings]", &[("rules_fr", "## Règlement")])
        .await
        .expect(303);
    let page = organiser.get("/fr/organiser/2027/setup").await.expect(200);
    assert!(
        !page.has(".tag-bad") && page.body().contains("2 textes attendent une traduction"),
        "{}",
        page.text("ol.setup")
    );
    organiser.post("/fr/organiser/2027/status", &[("status", "open")]).await.expect(303);
}

#[actix_web::test]
async fn an_edition_is_copied_from_the_year_before_with_its_dates_moved() {
    let award = Award::with_entries(1).await;
    let id = award.organiser.user.id;
    let founder = move |c: &mut store::Conn| {
        let mut user = store::users::get(c, id)?;
        user.is_founder = true;
        Ok::<_, AppError>(store::users::update(c, user)?)
    };
    award.app.state.db.write(founder).await.unwrap();
    let organiser = &award.organiser.browser;
    organiser
        .fill("/fr/organiser/2027/settings", "form[action$=settings]", &[("tagline_fr", "Un millésime à nous")])
        .await
        .expect(303);
    let form = organiser.get("/fr/organiser/new?from=2027").await.expect(200);
    assert_eq!(
        (form.value("slug"), form.value("year"), form.value("name_fr")),
        ("2028".into(), "2028".into(), "Digital Awards 2028".into())
    );
    let before = organiser.get("/fr/organiser/2027/settings").await.value("opens_at");
    assert_eq!(form.value("opens_at"), before.replace("2026", "2027"));
    organiser
        .submit(
            "/fr/organiser/new",
            &form.fields("form.panel").iter().map(|(a, b)| (a.as_str(), b.as_str())).collect::<Vec<_>>(),
        )
        .await
        .expect(200);
    let settings = organiser.get("/fr/organiser/2028/settings").await.expect(200);
    assert_eq!(settings.value("tagline_fr"), "Un millésime à nous");
    let (old, new) = (award.edition.id, "2028");
    let counts = award.app.state.db.read(move |c| {
        let copy = store::editions::find_by_slug(c, new)?.ok_or(AppError::NotFound)?.id;
        let of = |c: &mut store::Conn, edition| {
            let form = store::entry_forms::get_current(c, edition)?;
            let rounds = store::rounds::list(c, edition)?;
            let criteria = store::rounds::list_criteria(c, rounds[0].id)?;
            Ok::<_, AppError>((
                store::categories::list(c, edition)?.len(),
                store::categories::list_prizes(c, edition)?.len(),
                form.fields,
                rounds.len(),
                criteria.into_iter().map(|x| (x.key, x.weight_bp)).collect::<Vec<_>>(),
            ))
        };
        Ok::<_, AppError>((of(c, old)?, of(c, copy)?))
    });
    let (old, new) = counts.await.unwrap();
    assert_eq!(old, new);
    // Nothing of entries or people but its owner.
    assert_eq!(organiser.get("/fr/organiser/2028/entries").await.expect(200).texts("tbody tr").len(), 0);
}

#[actix_web::test]
async fn an_edition_says_its_own_words_in_mails_and_cannot_name_what_is_not_known() {
    let award = Award::with_entries(1).await;
    let (app, organiser) = (&award.app, &award.organiser.browser);
    let list = organiser.get("/fr/organiser/2027/mail-texts").await.expect(200);
    assert_eq!(list.texts("ul.rows li").len(), 10);
    let at = "/fr/organiser/2027/mail-texts/invitation";
    let words =
        [("subject_fr", "{name}, le jury vous attend"), ("text_fr", "Venez noter {edition}.\nAvant le {deadline}.")];
    let wrong = organiser.fill(at, "form.panel", &[words[0], ("text_fr", "Bonjour {prenom}")]).await.expect(422);
    assert!(wrong.summary().contains("{prenom}") && wrong.value("subject_fr") == words[0].1, "{}", wrong.summary());
    organiser.fill(at, "form.panel", &words).await.expect(303);
    let page = organiser.get(at).await.expect(200);
    assert!(page.text("article.mail").contains("Venez noter Digital Awards 2027."), "{}", page.text("article.mail"));
    // A language without words keeps the usual ones.
    let arabic = organiser.get(&format!("{at}?language=ar")).await.expect(200);
    assert!(!arabic.text("article.mail").contains("Venez"));
    let invite = [("email", "Juror@people.example"), ("name", "Najat"), ("language", "fr"), ("reads", "fr")];
    organiser.fill("/fr/organiser/2027/jury/new", "form.panel", &invite).await.expect(303);
    // While it waits, its link is nobody else's to see.
    let waiting = organiser.get(at).await.expect(200);
    assert!(waiting.body().contains("Najat") && !waiting.body().contains("/jury/invitation/"));
    app.do_jobs().await;
    let letter = app.mails.last_to("juror@people.example");
    assert_eq!(letter.subject, "Najat, le jury vous attend");
    assert!(letter.text.contains("Venez noter Digital Awards 2027.") && letter.text.contains("/fr/jury/invitation/"));
    // To me, in a language; and back to the usual words.
    organiser.post(&format!("{at}/test"), &[("language", "fr")]).await.expect(303);
    app.do_jobs().await;
    assert!(app.mails.last_to(award.organiser.user.email.as_str()).subject.ends_with("le jury vous attend"));
    organiser.fill(at, "form.panel", &[("subject_fr", ""), ("text_fr", "")]).await.expect(303);
    let list = organiser.get("/fr/organiser/2027/mail-texts").await.expect(200);
    assert!(!list.has(".tag-ok"));
    organiser.get("/fr/organiser/2027/mail-texts/verify").await.expect(404);
}

#[actix_web::test]
async fn only_who_organises_the_year_before_copies_it() {
    let app = TestApp::start().await;
    let founder = app.founder("jamal").await;
    let form = founder.browser.get("/fr/organiser/new?from=2027").await.expect(200);
    assert!(form.value("slug").is_empty() && !form.has("select[name=from]"));
}
