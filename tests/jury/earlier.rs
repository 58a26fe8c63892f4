//! A juror of last year is invited again with one click.

use digital_awards::app::AppError;
use digital_awards::app::editions::{self, NewEdition};
use digital_awards::domain::language::Localised;
use digital_awards::store;

use super::award::Award;

#[actix_web::test]
async fn who_judged_last_year_is_invited_with_one_click_and_once() {
    let award = Award::with_entries(1).await;
    let najat = award.juror("najat").await;
    award.juror("omar").await;
    let (founder, now) = (award.organiser.user.id, award.app.now());
    let next = move |c: &mut store::Conn| -> Result<_, AppError> {
        let actor = store::organisers::actor(c, founder)?;
        let day = chrono::TimeDelta::days;
        let new = NewEdition {
            slug: "2028".into(),
            year: 2028,
            name: Localised::same("Digital Awards 2028"),
            time_zone: "Africa/Casablanca".into(),
            contact_email: String::new(),
            opens_at: now + day(365),
            closes_at: now + day(380),
            judging_opens_at: now + day(385),
            judging_closes_at: now + day(390),
            results_on: now + day(395),
        };
        editions::create(c, &actor, new, now)
    };
    award.app.state.db.write(next).await.unwrap();
    let (organiser, path) = (&award.organiser.browser, "/fr/organiser/2028/jury/earlier");
    let page = organiser.get(path).await.expect(200);
    assert_eq!(page.texts("tbody tr").len(), 2);
    assert_eq!(organiser.get(&format!("{path}?q=najat")).await.texts("tbody tr").len(), 1);
    let juror = najat.juror.id.to_string();
    let page = organiser.submit(path, &[("juror", &juror)]).await.expect(200);
    assert_eq!(page.texts("tbody tr").len(), 1, "{}", page.summary());
    organiser.post(path, &[("juror", &juror)]).await.expect(404);
    assert!(organiser.get("/fr/organiser/2028/jury").await.expect(200).body().contains("najat@people.example"));
    award.app.do_jobs().await;
    let mails = award.app.mails.to("najat@people.example");
    assert!(mails.iter().any(|mail| mail.subject.contains("Digital Awards 2028")));
    // Of an edition that one does not organise nobody is seen.
    let other = award.app.founder("other").await.browser;
    other.get(path).await.expect(404);
}
