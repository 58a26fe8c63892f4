//! Why an entry stands where it stands.

use digital_awards::app::AppError;
use digital_awards::domain::round::RankingMethod;
use digital_awards::store::{self, Conn};

use super::world::{Lab, Marks, number, shown, usual};

/// Millionths of a number of a French page with six decimals.
fn micros(text: &str) -> i64 {
    let plain = text.replace('\u{2212}', "-");
    let (whole, part) = plain.split_once(',').unwrap();
    assert_eq!(part.len(), 6, "{text}");
    format!("{whole}{part}").parse().unwrap()
}

#[actix_web::test]
async fn the_parts_add_up_to_the_score_that_is_shown() {
    for method in [RankingMethod::WeightedMean, RankingMethod::Calibrated] {
        let lab = Lab::closed(6, 5, usual(), method).await;
        let (fit, means) = (lab.fit(), lab.means());
        for (at, entry) in (0..).zip(&lab.award.entries) {
            let page = lab.page(&format!("/entries/{}", entry.reference)).await.expect(200);
            let adds = page.texts("table.sum tbody td:last-child");
            let score = page.text("table.sum tfoot td:last-child");
            assert_eq!(adds.iter().map(|text| micros(text)).sum::<i64>(), micros(&score), "{adds:?} {score}");
            let expected = if method == RankingMethod::Calibrated { fit.score(at).unwrap() } else { means[&at] };
            assert!((micros(&score) as f64 / 1e6 - expected).abs() < 1.1e-6, "{score} {expected}");
            let mine: Vec<_> = lab.marks.iter().filter(|(_, e, _)| *e == at).collect();
            assert_eq!(adds.len(), mine.len() + usize::from(method == RankingMethod::Calibrated));
            // Its scorecards, with the severity of each juror.
            let last = page.texts("section:last-of-type tbody tr").len();
            assert_eq!(last, mine.len());
            for (row, (juror, _, marks)) in mine.iter().enumerate() {
                let cells = page.texts(&format!("section:last-of-type tbody tr:nth-child({}) > *", row + 1));
                assert_eq!(cells[0], format!("juror-{juror}"));
                assert_eq!(cells[1..4], marks.map(|mark| mark.to_string()));
                assert!((number(&cells[4]) - fit.severity(*juror).unwrap()).abs() < 0.0051);
            }
        }
    }
}

#[actix_web::test]
async fn neighbours_say_how_sure_the_order_is() {
    let lab = Lab::closed(6, 5, usual(), RankingMethod::Calibrated).await;
    let fit = lab.fit();
    let mut order: Vec<u32> = (0..6).collect();
    order.sort_by(|a, b| fit.score(*b).unwrap().total_cmp(&fit.score(*a).unwrap()));
    let third = order[2];
    let page = lab.page(&format!("/entries/{}", lab.award.entries[third as usize].reference)).await.expect(200);
    assert_eq!(page.text("h1"), "Pourquoi le rang 3 ?");
    let near = page.texts("section:nth-of-type(2) tbody tr");
    assert_eq!(near.len(), 4);
    for (row, &other) in near.iter().zip([order[0], order[1], order[3], order[4]].iter()) {
        assert!(row.contains(&format!("Entry {}", other + 1)), "{row}");
        let is_before = fit.score(other).unwrap() > fit.score(third).unwrap();
        let (better, worse) = if is_before { (other, third) } else { (third, other) };
        let p = fit.probability_above(better, worse).unwrap();
        let percent = (100.0 * p).round();
        assert!(percent > 99.0 || row.contains(&format!("{percent}")), "{row} {p}");
        assert!(row.contains(if is_before { "Devant ce dossier" } else { "Derrière ce dossier" }), "{row}");
        assert_eq!(row.contains("Trop proche"), p < 0.9, "{row} {p}");
    }
}

#[actix_web::test]
async fn the_tie_break_that_fired_is_named() {
    // Entries 0 and 1 have equal means; creativity tells them apart. Entries 2 and 3 are equal in all.
    let marks: Marks = (0..2_u32)
        .flat_map(|juror| {
            let juror_marks = [[4, 5, 3], [4, 3, 5], [2, 2, 3], [2, 2, 3]];
            (0..4_u32).zip(juror_marks).map(move |(entry, marks)| (juror, entry, marks))
        })
        .collect();
    let mut lab = Lab::open(4, 2, marks, RankingMethod::WeightedMean).await;
    let id = lab.award.round.id;
    let write = move |c: &mut Conn| {
        let mut round = store::rounds::get(c, id)?;
        round.tie_breaks = vec!["creativity".into()];
        Ok::<_, AppError>(store::rounds::update(c, round)?)
    };
    lab.award.app.state.db.write(write).await.unwrap();
    lab.close().await;
    let first = lab.page(&format!("/entries/{}", lab.award.entries[0].reference)).await.expect(200);
    let near = first.text("section:nth-of-type(2) tbody tr").replace(['\u{2068}', '\u{2069}'], "");
    assert!(near.contains(&format!("Créativité les départage ({} pour ce voisin)", shown(3.0))), "{near}");
    // The table says it too, beside those whom it concerns only.
    let lines = lab.page("").await.expect(200).texts("tbody th");
    let told: Vec<bool> = lines.iter().map(|line| line.contains("départagé par")).collect();
    assert_eq!(told, [true, true, false, false], "{lines:?}");
    let tied = lab.page(&format!("/entries/{}", lab.award.entries[2].reference)).await.expect(200);
    assert_eq!(tied.text("h1"), "Pourquoi le rang 3, partagé ?");
    assert!(tied.text("main").contains("rien dans le règlement ne les départage"), "{}", tied.summary());
    lab.page("/entries/2027-XXX-999").await.expect(404);
}
