//! Which scorecards would settle the podium.

use std::collections::HashSet;

use digital_awards::app::AppError;
use digital_awards::domain::round::RankingMethod;
use digital_awards::judging::ranking::advisor::Availability;
use digital_awards::store::{self, Conn};

use super::world::{Lab, number, usual};

#[actix_web::test]
async fn advice_respects_loads_and_scorecards_and_lowers_the_doubt() {
    let mut lab = Lab::open(6, 5, usual(), RankingMethod::WeightedMean).await;
    // Juror 0 has no room left, juror 2 room for one more.
    let loads: Vec<usize> = (0..5).map(|j| lab.marks.iter().filter(|(juror, ..)| *juror == j).count()).collect();
    for (juror, room) in [(0, 0), (2, 1)] {
        let mut person = lab.jurors[juror].juror.clone();
        person.max_load = Some(i32::try_from(loads[juror]).unwrap() + room);
        let write = move |c: &mut Conn| Ok::<_, AppError>(store::jurors::update(c, person.clone())?);
        lab.award.app.state.db.write(write).await.unwrap();
    }
    lab.close().await;
    let page = lab.page("/advice?count=5").await.expect(200);
    let rows: Vec<Vec<String>> =
        (1..=5).map(|row| page.texts(&format!("section:first-of-type tbody tr:nth-child({row}) > *"))).collect();
    let scored: HashSet<(u32, u32)> = lab.marks.iter().map(|(juror, entry, _)| (*entry, *juror)).collect();
    let everyone: Vec<u32> = (0..6).collect();
    let availability = Availability { spare: &[0, 99, 1, 99, 99], forbidden: &scored };
    let expected = lab.fit().advise(&everyone, 2, 5, &availability);
    assert_eq!(expected.len(), 5);
    for (row, advice) in rows.iter().zip(&expected) {
        assert_eq!(row[0], format!("juror-{}", advice.juror));
        assert_eq!(row[1], format!("Entry {}", advice.entry + 1));
        assert!((number(&row[2]) - advice.doubt_before).abs() < 0.0051, "{row:?}");
        assert!((number(&row[3]) - advice.doubt_after).abs() < 0.0051, "{row:?}");
        assert!(!scored.contains(&(advice.entry, advice.juror)) && advice.juror != 0);
    }
    assert!(rows.iter().filter(|row| row[0] == "juror-2").count() <= 1);
}
