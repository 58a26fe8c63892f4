//! Texts against texts, and instances against their own files: what must hold whatever they say.

use std::io::Read;

use digital_awards::judging::assignment::{Instance, Options};
use digital_awards::judging::assignment::{
    SAME, Similarity, read_instance, read_plan, solve, write_instance, write_plan,
};
use proptest::prelude::*;

use super::draft;

/// Texts in three languages, some with words in common.
fn text() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "irrigation",
        "Irriguer",
        "palmeraie",
        "santé",
        "health",
        "villages",
        "القروض",
        "تعليم",
        "the",
        "من",
        "2027",
        "—",
        "énergie",
    ]);
    prop::collection::vec(word, 0..12).prop_map(|words| words.join(" "))
}

fn texts(most: usize) -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec(text(), 1..most)
}

proptest! {
    #[test]
    fn a_similarity_is_between_none_and_the_same_both_ways(a in texts(6), b in texts(6)) {
        let (there, back) = (Similarity::new(&a, &b), Similarity::new(&b, &a));
        for i in 0..a.len() {
            for j in 0..b.len() {
                prop_assert!(there.of(i, j) <= SAME);
                prop_assert_eq!(there.of(i, j), back.of(j, i));
                let shared = there.words_in_common(i, j, 99);
                prop_assert_eq!(shared.is_empty(), there.of(i, j) == 0);
            }
        }
    }

    #[test]
    fn a_text_is_the_same_as_itself_unless_it_says_nothing(texts in texts(6)) {
        let similarity = Similarity::new(&texts, &texts);
        for i in 0..texts.len() {
            let says_nothing = similarity.words_in_common(i, i, 1).is_empty();
            prop_assert_eq!(similarity.of(i, i), if says_nothing { 0 } else { SAME });
        }
    }

    #[test]
    fn order_of_texts_and_of_words_changes_nothing(a in texts(6), b in texts(6)) {
        let turned = |list: &[String]| -> Vec<String> {
            list.iter().rev().map(|text| text.split(' ').rev().collect::<Vec<_>>().join(", ")).collect()
        };
        let (one, other) = (Similarity::new(&a, &b), Similarity::new(&turned(&a), &turned(&b)));
        for i in 0..a.len() {
            for j in 0..b.len() {
                prop_assert_eq!(one.of(i, j), other.of(a.len() - 1 - i, b.len() - 1 - j));
            }
        }
    }

    #[test]
    fn what_was_written_reads_as_the_same_instance(
        needs in prop::collection::vec(0_u32..3, 1..6),
        loads in prop::collection::vec((0_u32..2, 2_u32..5), 3..5),
        cells in prop::collection::vec(prop::option::of(-9_i64..9), 30),
    ) {
        let pairs: Vec<(u32, u32, i64)> = (0..).zip(&needs).flat_map(|(entry, _)| (0..).zip(&loads).map(move |(juror, _)| (entry, juror)))
            .zip(&cells)
            .filter_map(|((entry, juror), value)| Some((entry, juror, (*value)?)))
            .collect();
        let mut draft = draft(&needs, &loads, &pairs);
        draft.entries[0].panel = Some("Agri, \"Tech\"".into());
        let instance = Instance::new(draft).unwrap();
        let files = write_instance(&instance);
        let open = |name: &str| -> std::io::Result<Box<dyn Read>> {
            let found = files.iter().find(|(file, _)| *file == name).ok_or(std::io::ErrorKind::NotFound)?;
            Ok(Box::new(std::io::Cursor::new(found.1.clone())))
        };
        let read = read_instance(&open).unwrap();
        prop_assert_eq!(read.entries()[0].panel.as_deref(), Some("Agri, \"Tech\""));
        for (entry, _) in (0_u32..).zip(instance.entries()) {
            prop_assert_eq!(read.row(entry).collect::<Vec<_>>(), instance.row(entry).collect::<Vec<_>>());
        }
        if let (Ok(plan), Ok(again)) = (solve(&instance, &Options::default()), solve(&read, &Options::default())) {
            prop_assert_eq!(&plan.pairs, &again.pairs);
            let text = write_plan(&plan.pairs);
            let open = |_: &str| -> std::io::Result<Box<dyn Read>> { Ok(Box::new(std::io::Cursor::new(text.clone()))) };
            prop_assert_eq!(read_plan(&open, "plan.csv", &read).unwrap(), plan.pairs);
        }
    }
}
