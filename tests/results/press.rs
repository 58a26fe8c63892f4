//! The press kit: read under embargo by whoever holds a link, by nobody else, and not once it is revoked.

use std::io::Read;

use chrono::TimeDelta;

use super::{DESK, closed, stage};

#[actix_web::test]
async fn a_newsroom_reads_the_laureates_under_embargo_until_its_link_is_revoked() {
    let award = closed(&[[5, 5], [3, 3]]).await;
    let (organiser, reader) = (&award.organiser.browser, award.app.browser());
    stage(&award, 0, "winner").await;
    let give = |name: &'static str| {
        let organiser = organiser.clone();
        async move { organiser.post(&format!("{DESK}/press"), &[("given_to", name)]).await }
    };
    // While the choice may still change there is nothing to give.
    give("La Dépêche").await.expect(409);
    let at = award.app.now() + TimeDelta::days(2);
    let at = at.with_timezone(&award.edition.zone()).format("%Y-%m-%dT%H:%M").to_string();
    let order = [("when", "later"), ("embargo_at", at.as_str()), ("confirmation", "2027")];
    organiser.post(&format!("{DESK}/announcement"), &order).await.expect(303);
    give(" ").await.expect(422);
    let made = give("La Dépêche").await.expect(200);
    assert!(made.header("cache-control").contains("no-store"));
    let link = made.text(".flash code");
    let link = &link[link.find("/fr/press/").unwrap()..];
    let page = reader.get(link).await.expect(200);
    assert!(page.body().contains("Entry 1") && page.body().contains("Une eau comptée") && page.has(".flash-warn"));
    assert!(page.header("x-robots-tag").contains("noindex") && page.header("referrer-policy") == "no-referrer");
    let kit = reader.get(&format!("{link}/kit.zip")).await.expect(200);
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(kit.bytes)).unwrap();
    assert_eq!(zip.len(), 6);
    let mut release = String::new();
    zip.by_name("fr/release.txt").unwrap().read_to_string(&mut release).unwrap();
    assert!(release.contains("Entry 1") && release.contains("embargo"), "{release}");
    // Nobody else knows more than before.
    assert!(!reader.get("/fr/winners").await.body().contains("Entry 1"));
    reader.get(&format!("/fr/press/{}", "0".repeat(64))).await.expect(404);

    let revoke = organiser.get(&format!("{DESK}/press")).await.expect(200).attribute("tbody form", "action");
    organiser.post(&revoke, &[]).await.expect(303);
    reader.get(link).await.expect(404);
    // A link of an announcement that is called off leads nowhere.
    let other = give("Le Courrier").await.expect(200).text(".flash code");
    let other = &other[other.find("/fr/press/").unwrap()..];
    reader.get(other).await.expect(200);
    organiser.post(&format!("{DESK}/announcement/cancel"), &[]).await.expect(303);
    reader.get(other).await.expect(404);
}
