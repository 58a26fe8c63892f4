//! The gallery: entries of an announced edition, of those applicants who let everybody see them.

use super::{announce, closed, stage};

const GALLERY: &str = "/fr/editions/2027/gallery";

#[actix_web::test]
async fn an_entry_is_in_the_gallery_once_announced_and_only_while_its_applicant_wants_it() {
    let award = closed(&[[5, 5], [3, 3], [2, 2]]).await;
    let (applicant, visitor) = (&award.applicant.browser, award.app.browser());
    stage(&award, 0, "winner").await;
    let consent = |place: usize| format!("/fr/entries/{}/gallery", award.entries[place].id);
    for place in [0, 1] {
        applicant.post(&consent(place), &[("shows", "1")]).await.expect(303);
    }
    visitor.get(GALLERY).await.expect(404);
    announce(&award.organiser.browser).await;
    let page = visitor.get(GALLERY).await.expect(200);
    assert_eq!(page.texts(".wins h2"), ["Entry 1", "Entry 2"]);
    assert_eq!(page.texts(".wins .tag"), ["Lauréat"]);
    assert!(visitor.get("/fr/editions/2027/winners").await.has(&format!("a[href='{GALLERY}']")));
    assert_eq!(visitor.get(&format!("{GALLERY}?q=entry+2")).await.texts(".wins h2"), ["Entry 2"]);
    assert!(visitor.get(&format!("{GALLERY}?q=rien")).await.expect(200).has(".empty"));
    // The applicant thinks again; nobody else decides.
    applicant.post(&consent(1), &[]).await.expect(303);
    assert_eq!(visitor.get(GALLERY).await.texts(".wins h2"), ["Entry 1"]);
    award.organiser.browser.post(&consent(1), &[("shows", "1")]).await.expect(404);
    assert!(applicant.get(&format!("/fr/entries/{}", award.entries[1].id)).await.has("form[action$=gallery]"));
}
