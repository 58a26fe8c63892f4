//! The season report: counted, without anybody to recognise, private until it is published.

use digital_awards::app::AppError;
use digital_awards::store;

use super::{DESK, announce, closed, stage};
use crate::jury::award::Award;

const PUBLIC: &str = "/fr/editions/2027/report";

/// Says what the startups of the first entries are.
fn profile(award: &Award, count: usize, region: &'static str) {
    let wanted: Vec<_> = award.entries[..count].iter().map(|entry| entry.organisation_id).collect();
    let done = award.app.state.db.write_now(move |c| {
        for id in &wanted {
            let mut organisation = store::organisations::get(c, *id)?;
            organisation.profile.region = Some(region.to_owned());
            store::organisations::update(c, organisation)?;
        }
        Ok::<_, AppError>(())
    });
    done.unwrap();
}

#[actix_web::test]
async fn a_report_counts_what_was_submitted_and_hides_small_numbers() {
    let award = closed(&[[5, 5]; 8]).await;
    profile(&award, 6, "MA-09");
    profile(&award, 1, "MA-02");
    let organiser = &award.organiser.browser;
    let page = organiser.get(&format!("{DESK}/report")).await.expect(200);
    // Five of Souss-Massa can be shown, but they would tell how many the others are together: three.
    assert_eq!(page.texts("#region tbody tr td"), ["< 5", "< 5", "< 5"]);
    assert_eq!(page.texts("#funnel tbody tr td"), ["8", "8", "8", "8"]);
    assert_eq!(page.texts("#language tbody tr td"), ["8"]);
    assert_eq!(page.texts("#agreement tbody tr").len(), 3);
    profile(&award, 8, "MA-09");
    let page = organiser.get(&format!("{DESK}/report")).await.expect(200);
    assert_eq!(page.texts("#region tbody tr td"), ["8"]);
    let csv = organiser.get(&format!("{DESK}/report.csv")).await.expect(200);
    assert!(csv.body().contains("Par région,Souss-Massa,Digital Awards 2027,8"), "{}", csv.body());
    for language in ["fr", "ar", "en"] {
        let pdf = organiser.get(&format!("/{language}/organiser/2027/report.pdf")).await.expect(200);
        assert!(pdf.bytes.starts_with(b"%PDF-"));
    }
}

#[actix_web::test]
async fn a_report_is_public_once_published_and_stays_as_it_was() {
    let award = closed(&[[5, 5]; 6]).await;
    let (organiser, visitor) = (&award.organiser.browser, award.app.browser());
    stage(&award, 0, "winner").await;
    let publish = format!("{DESK}/report");
    let refused = organiser.post(&publish, &[]).await.expect(409);
    assert!(refused.body().contains("une fois les lauréats annoncés"));
    announce(organiser).await;
    for end in ["", ".pdf", ".csv"] {
        visitor.get(&format!("{PUBLIC}{end}")).await.expect(404);
    }
    organiser.post(&publish, &[]).await.expect(303);
    let page = visitor.get(PUBLIC).await.expect(200);
    assert_eq!(page.texts("#funnel tbody tr td"), ["6", "6", "6", "6", "1", "1"]);
    assert!(visitor.get("/fr/editions/2027/winners").await.expect(200).body().contains(PUBLIC));
    for end in [".pdf", ".csv"] {
        visitor.get(&format!("{PUBLIC}{end}")).await.expect(200);
    }
    let map = visitor.get("/sitemap.xml").await.expect(200).body();
    assert!(map.contains("/fr/editions/2027/report") && map.contains("/ar/editions/2027/gallery"));
    // What changes later is not published by itself.
    profile(&award, 6, "MA-02");
    assert_eq!(visitor.get(PUBLIC).await.texts("#region tbody th"), ["Non précisé"]);
    let desk = organiser.get(&publish).await.expect(200);
    assert!(desk.body().contains("Les chiffres ont changé depuis la publication"));
    organiser.post(&publish, &[]).await.expect(303);
    assert_eq!(visitor.get(PUBLIC).await.texts("#region tbody th"), ["Oriental"].map(|x| format!("L’{x}")));
    organiser.post(&format!("{publish}/withdraw"), &[]).await.expect(303);
    visitor.get(PUBLIC).await.expect(404);
    // Who only looks sees none of it.
    let watcher = award.app.person("watcher").await;
    let join = [("email", "watcher@people.example"), ("role", "observer")];
    organiser.post(&format!("{DESK}/team"), &join).await.expect(303);
    let refused = watcher.browser.get(&publish).await.status;
    assert!(matches!(refused, 403 | 404), "{refused}");
}
