//! Rankings with their uncertainty.

use digital_awards::app::AppError;
use digital_awards::domain::conflict::{Conflict, ConflictSource};
use digital_awards::domain::ids::ConflictId;
use digital_awards::domain::round::RankingMethod;
use digital_awards::store::{self, Conn};

use super::world::{Lab, interval, number, usual};

/// The cells of every row: the label of a column, and what it says.
fn rows(page: &crate::support::client::Response) -> Vec<Vec<String>> {
    let rows = page.texts("tbody tr").len();
    (1..=rows).map(|row| page.texts(&format!("tbody tr:nth-child({row}) > *"))).collect()
}

#[actix_web::test]
async fn an_open_round_says_nothing() {
    let lab = Lab::open(6, 5, usual(), RankingMethod::WeightedMean).await;
    let entry = format!("/entries/{}", lab.award.entries[0].reference);
    for path in ["", ".csv", "/jury", "/jury.csv", "/robustness", "/advice", &entry] {
        let page = lab.page(path).await.expect(409);
        assert!(page.body().contains("Les résultats se lisent quand le tour est clos"), "{}", page.summary());
        assert!(!page.body().contains("Entry 1"), "{path} names an entry");
    }
}

#[actix_web::test]
async fn the_table_says_what_the_model_says_in_the_official_order() {
    for method in [RankingMethod::WeightedMean, RankingMethod::Calibrated] {
        let lab = Lab::closed(6, 5, usual(), method).await;
        let (fit, means) = (lab.fit(), lab.means());
        let page = lab.page("").await.expect(200);
        let score = |entry: u32| match method {
            RankingMethod::Calibrated => fit.score(entry).unwrap(),
            _ => means[&entry],
        };
        let mut order: Vec<u32> = (0..6).collect();
        order.sort_by(|a, b| score(*b).total_cmp(&score(*a)));
        let rows = rows(&page);
        assert_eq!(rows.len(), 6);
        let draws = fit.rank_uncertainty(6, 2, 20_000, 2027, 1);
        for (place, (row, &entry)) in rows.iter().zip(&order).enumerate() {
            assert_eq!(row[0], (place + 1).to_string());
            assert!(row[1].starts_with(&format!("Entry {}", entry + 1)), "{row:?}");
            assert!((number(&row[2]) - means[&entry]).abs() < 0.0051, "{row:?}");
            assert!((number(&row[3]) - fit.score(entry).unwrap()).abs() < 0.0051, "{row:?}");
            let (low, high) = interval(&row[4]);
            let half = 1.6449 * fit.standard_error(entry).unwrap();
            assert!((high - low - 2.0 * half).abs() < 0.011, "{row:?} {half}");
            let ranks = draws[entry as usize].unwrap();
            assert!(row[5].contains(&ranks.rank_low.to_string()) && row[5].contains(&ranks.rank_high.to_string()));
            let percent = (100.0 * ranks.p_top).round();
            let says = if percent < 1.0 {
                "< 1".into()
            } else if percent > 99.0 {
                "> 99".into()
            } else {
                percent.to_string()
            };
            assert!(row[6].starts_with(&says), "{row:?} {percent}");
            let next = order.get(place + 1).map(|next| fit.probability_above(entry, *next).unwrap());
            assert_eq!(row[7].contains("Trop proche"), next.is_some_and(|p| p < 0.9), "{row:?} {next:?}");
        }
        let official: Vec<f64> = page.texts("td.official").iter().map(|text| number(text)).collect();
        assert!(
            official.iter().zip(&order).all(|(shown, entry)| (shown - score(*entry)).abs() < 0.0051),
            "{official:?}"
        );
        // A bracket for each pair that is too close, and a dot for each entry, higher to the right.
        let close = rows.iter().filter(|row| row[7].contains("Trop proche")).count();
        assert!(close > 0 && close < 5, "the world has clear and unclear pairs");
        assert_eq!(page.texts("svg.dots g.d-close").len(), close);
        let at: Vec<f64> =
            page.attributes("svg.dots circle", "cx").iter().map(|x| x.trim_end_matches('%').parse().unwrap()).collect();
        for (pair, x) in order.windows(2).zip(at.windows(2)) {
            let higher = fit.score(pair[0]).unwrap() > fit.score(pair[1]).unwrap();
            assert_eq!(x[0] > x[1], higher);
        }
        let arabic = lab.award.organiser.browser.get("/ar/organiser/2027/results/lab").await.expect(200);
        let mirrored: Vec<f64> = arabic
            .attributes("svg.dots circle", "cx")
            .iter()
            .map(|x| x.trim_end_matches('%').parse().unwrap())
            .collect();
        assert!(at.iter().zip(&mirrored).all(|(x, y)| (x + y - 100.0).abs() < 0.02), "the scale begins on the right");
    }
}

#[actix_web::test]
async fn the_file_has_the_same_numbers_in_full() {
    let lab = Lab::closed(6, 5, usual(), RankingMethod::Calibrated).await;
    let fit = lab.fit();
    let file = lab.page(".csv").await.expect(200);
    assert!(file.header("content-type").starts_with("text/csv"));
    let text = file.body();
    let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{FEFF}').as_bytes());
    let records: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(records.len(), 6);
    for record in records {
        let entry: u32 = record[3].trim_start_matches("Entry ").parse::<u32>().unwrap() - 1;
        assert_eq!(record[5], format!("{:.6}", fit.score(entry).unwrap()));
        assert_eq!(record[8], record[5]);
        assert!((record[7].parse::<f64>().unwrap() - lab.means()[&entry]).abs() < 1e-6);
        assert_eq!(record[17], *"A");
    }
}

#[actix_web::test]
async fn juries_without_anything_in_common_are_named_with_what_would_join_them() {
    // Two blocks: jurors 0 and 1 on entries 0 to 2, jurors 2 and 3 on entries 3 and 4.
    let mut marks = Vec::new();
    for (juror, entries) in [(0, 0..3), (1, 0..3), (2, 3..5), (3, 3..5)] {
        marks.extend(entries.map(|e: u32| (juror, e, [1 + ((e + juror) % 4) as i32, 3, 2 + ((e * juror) % 3) as i32])));
    }
    let mut lab = Lab::open(5, 4, marks, RankingMethod::Calibrated).await;
    // Juror 0 would be asked for Entry 4; a tie with its organisation stands between them.
    let tie = Conflict {
        id: ConflictId::new(),
        juror_id: lab.jurors[0].juror.id,
        organisation_id: lab.award.entries[3].organisation_id,
        reason: "Cousins".into(),
        source: ConflictSource::Organiser,
        created_by: lab.award.organiser.user.id,
        created_at: lab.award.app.now(),
    };
    let write = move |c: &mut Conn| Ok::<_, AppError>(store::conflicts::insert(c, tie.clone())?);
    lab.award.app.state.db.write(write).await.unwrap();
    lab.close().await;
    let page = lab.page("").await.expect(200);
    assert!(page.texts("h2").iter().any(|title| title == "2 groupes sans lien"), "{}", page.summary());
    let sentences = page.texts(".sentences li");
    assert_eq!(sentences.len(), 1, "{sentences:?}");
    let asked: Vec<&str> = sentences[0].split(" note ").collect();
    let (juror, entry) = (asked[0].trim_matches(['\u{2068}', '\u{2069}']), asked[1]);
    let left = ["juror-0", "juror-1"].contains(&juror) && (entry.contains("Entry 4") || entry.contains("Entry 5"));
    assert!(left, "{sentences:?}");
    assert!(!(juror == "juror-0" && entry.contains("Entry 4")), "a tie forbids it: {sentences:?}");
    let letters: Vec<String> = rows(&page).iter().map(|row| format!("{}{}", &row[1][6..7], row[10])).collect();
    assert_eq!(letters.iter().filter(|x| x.ends_with('A')).count(), 3, "{letters:?}");
    let whole = lab.page("?category=all").await.expect(200);
    assert!(whole.text("main").contains("Le tour entier ne se classe pas"), "{}", whole.summary());
    assert!(!whole.has("svg.dots"));
    lab.page("?category=nowhere").await.expect(404);
}

#[actix_web::test]
async fn what_no_model_can_say_is_said_in_words() {
    let alone = vec![(0, 0, [4, 3, 5]), (0, 1, [2, 3, 3]), (0, 2, [5, 5, 4])];
    let lab = Lab::closed(3, 1, alone, RankingMethod::Calibrated).await;
    for (language, words) in
        [("fr", "Un seul juré a tout noté"), ("en", "One juror scored everything"), ("ar", "نقّط محكّم واحد كل شيء")]
    {
        for path in ["", "/jury", "/advice", "/entries/"] {
            let path =
                if path == "/entries/" { format!("/entries/{}", lab.award.entries[0].reference) } else { path.into() };
            let page = lab.award.organiser.browser.get(&format!("/{language}/organiser/2027/results/lab{path}")).await;
            assert!(page.clone().expect(200).text(".flash-warn").contains(words), "{path}: {}", page.summary());
        }
    }
    let page = lab.page("").await.expect(200);
    // The means still rank, without intervals.
    let rows = rows(&page);
    assert_eq!(rows.iter().map(|row| row[1][..7].to_owned()).collect::<Vec<_>>(), ["Entry 3", "Entry 1", "Entry 2"]);
    assert!(rows.iter().all(|row| row[4] == "–" && row[6] == "–"));
    assert!(!page.has("svg.dots .d-bar"));
}
