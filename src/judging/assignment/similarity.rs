//! How near two texts are: the cosine of their words, each weighing more the rarer it is (TF-IDF;
//! Salton & Buckley 1988). Three languages, accents and letter forms folded, words cut to their
//! first letters so that "irrigation" meets "irriguer": crude, and as good as a stemmer for
//! finding texts (Can et al. 2008). Integers only: the same answer on every machine.

use std::collections::BTreeMap;

use crate::domain::text::searchable;

/// What two texts with the same words reach.
pub const SAME: u32 = 1000;

/// Letters that a word keeps.
const STEM: usize = 5;

/// Shortest word that counts, in letters.
const SHORTEST: usize = 3;

/// Words that say nothing about a subject, folded.
const STOP: &str = " the and for are was were with that this from into our has have had not but its their they them \
    you your who whom which what when where will would can could been more most than then also very only about after \
    before over under between each other such these those there here out all any some one two three \
    les des une aux est sont etait ete que qui dans par pour sur avec sans sous entre vers chez plus moins tres tout \
    toute tous toutes nous vous ils elles leur leurs nos vos ses son mes mon cette ces cet elle lui pas mais donc car \
    comme quand alors ainsi aussi deux trois dont ont avons avez etre avoir fait faire puis apres avant depuis encore \
    autre autres meme chaque \
    من الي علي عن في مع هذا هذه ذلك تلك التي الذي الذين هو هي هم نحن انا انت كان كانت يكون ان او ثم قد كل بعض غير بين \
    عند عندما بعد قبل حتي لكن اذا ما لا لم لن كما منذ ايضا حول خلال دون لها له لهم لنا فيها فيه منها منه عليها عليه ";

/// Letters glued to the front of an Arabic word, the longest first.
const ARABIC_FRONT: &[&str] = &["وال", "بال", "كال", "فال", "لل", "ال"];
/// Letters glued to its end.
const ARABIC_END: &[&str] = &["ات", "ون", "ين", "ها", "يه", "ه"];

/// A text as its words: what each weighs, by the number of the word.
#[derive(Debug, Clone, Default)]
struct Bag {
    weights: Vec<(u32, u64)>,
    square: u64,
}

/// The texts of entries and of jurors, ready to be compared.
#[derive(Debug, Clone)]
pub struct Similarity {
    /// A word of each stem as it was written, for people.
    words: Vec<String>,
    entries: Vec<Bag>,
    jurors: Vec<Bag>,
}

impl Similarity {
    /// Reads the texts. A word is rare or common among all of them.
    pub fn new(entries: &[String], jurors: &[String]) -> Self {
        let mut numbers: BTreeMap<String, u32> = BTreeMap::new();
        let mut words = Vec::new();
        // Jurors first: their own words are the ones to show.
        let counted: Vec<BTreeMap<u32, u64>> = jurors
            .iter()
            .chain(entries)
            .map(|text| {
                let mut counts = BTreeMap::new();
                for (stem, word) in stems(text) {
                    let number = *numbers.entry(stem).or_insert_with(|| {
                        words.push(word);
                        u32::try_from(words.len() - 1).unwrap_or(u32::MAX)
                    });
                    *counts.entry(number).or_default() += 1;
                }
                counts
            })
            .collect();
        let mut texts_with = vec![0_u64; words.len()];
        for number in counted.iter().flat_map(BTreeMap::keys) {
            texts_with[*number as usize] += 1;
        }
        let all = log2(counted.len() as u64 + 1);
        let mut bags: Vec<Bag> = counted
            .into_iter()
            .map(|counts| {
                let weigh = |(number, count): (u32, u64)| {
                    let rarity = ONE + all - log2(texts_with[number as usize] + 1);
                    (number, (ONE + log2(count)) * rarity / ONE)
                };
                let weights: Vec<(u32, u64)> = counts.into_iter().map(weigh).collect();
                let square = weights.iter().map(|(_, weight)| weight * weight).sum();
                Bag { weights, square }
            })
            .collect();
        let entries = bags.split_off(jurors.len());
        Self { words, entries, jurors: bags }
    }

    /// From 0 (no word in common) to [`SAME`].
    pub fn of(&self, entry: usize, juror: usize) -> u32 {
        let (Some(a), Some(b)) = (self.entries.get(entry), self.jurors.get(juror)) else { return 0 };
        let product: u128 = in_common(a, b).map(|(_, product)| u128::from(product)).sum();
        let size = (u128::from(a.square) * u128::from(b.square)).isqrt();
        let near = (product * u128::from(SAME)).checked_div(size).unwrap_or(0);
        u32::try_from(near).unwrap_or(SAME).min(SAME)
    }

    /// The words that bring the two together most, at most so many.
    pub fn words_in_common(&self, entry: usize, juror: usize, most: usize) -> Vec<&str> {
        let (Some(a), Some(b)) = (self.entries.get(entry), self.jurors.get(juror)) else { return Vec::new() };
        let mut shared: Vec<(u64, u32)> = in_common(a, b).map(|(number, product)| (product, number)).collect();
        shared.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
        shared
            .iter()
            .take(most)
            .filter_map(|(_, number)| self.words.get(*number as usize))
            .map(String::as_str)
            .collect()
    }
}

/// The words of both, each with the product of its weights. The shorter text is looked up in the
/// longer one: a juror writes three lines, an entry three pages.
fn in_common<'a>(a: &'a Bag, b: &'a Bag) -> impl Iterator<Item = (u32, u64)> + 'a {
    let (short, long) = if a.weights.len() < b.weights.len() { (a, b) } else { (b, a) };
    short.weights.iter().filter_map(|(number, weight)| {
        let at = long.weights.binary_search_by_key(number, |(other, _)| *other).ok()?;
        Some((*number, weight * long.weights.get(at)?.1))
    })
}

/// The stems of a text, each with the word it comes from.
fn stems(text: &str) -> impl Iterator<Item = (String, String)> {
    // Punctuation splits before folding, so that each word can also be shown as it was written.
    let words: Vec<String> = text
        .split(|c: char| !c.is_alphanumeric() && !is_mark(c))
        .filter(|w| !w.is_empty())
        .map(str::to_lowercase)
        .collect();
    words.into_iter().filter_map(|word| Some((stem(&searchable(&word))?, word)))
}

/// Marks that stand on a letter, vowel signs among them.
fn is_mark(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c) || c == '\u{0640}'
}

fn stem(folded: &str) -> Option<String> {
    let is_stop = STOP.contains(&format!(" {folded} "));
    if is_stop || folded.chars().all(|c| c.is_numeric()) {
        return None;
    }
    let mut core = folded;
    if core.starts_with(|c: char| ('\u{0600}'..='\u{06FF}').contains(&c)) {
        let long_enough = |rest: &&str| rest.chars().count() >= SHORTEST;
        core = ARABIC_FRONT.iter().find_map(|front| core.strip_prefix(front)).filter(long_enough).unwrap_or(core);
        core = ARABIC_END.iter().find_map(|end| core.strip_suffix(end)).filter(long_enough).unwrap_or(core);
    }
    (core.chars().count() >= SHORTEST).then(|| core.chars().take(STEM).collect())
}

/// One, in the fixed point of [`log2`].
const ONE: u64 = 256;

/// The binary logarithm in 256ths, of a number of at least 1.
fn log2(number: u64) -> u64 {
    let whole = number.max(1).ilog2();
    // The rest, between 1 and 2, with 31 bits behind the point: squared, it gives a bit at a time.
    let mut rest = if whole > 31 { number >> (whole - 31) } else { number.max(1) << (31 - whole) };
    let mut log = u64::from(whole);
    for _ in 0..8 {
        rest = (rest * rest) >> 31;
        log *= 2;
        if rest >= 1 << 32 {
            rest >>= 1;
            log += 1;
        }
    }
    log
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(entry: &str, juror: &str) -> u32 {
        Similarity::new(&[entry.to_owned()], &[juror.to_owned()]).of(0, 0)
    }

    #[test]
    fn the_logarithm_is_right_to_a_256th() {
        for number in [1, 2, 3, 5, 10, 1000, 65_535, 10_000_000_019] {
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // far from the limits
            let real = ((number as f64).log2() * 256.0).floor() as u64;
            assert!(log2(number).abs_diff(real) <= 1, "{number}: {} and {real}", log2(number));
        }
    }

    #[test]
    fn the_same_words_are_the_same_in_any_order_case_or_accent() {
        assert_eq!(near("Énergie solaire, irrigation", "IRRIGATION solaire energie"), SAME);
        assert_eq!(near("العدالة والقروض الفلاحية", "عداله قروض فِلاحيّة"), SAME);
        assert_eq!(near("Rural women", "women, rural!"), SAME);
    }

    #[test]
    fn words_of_one_family_meet() {
        assert!(near("Nous irriguons les palmeraies", "irrigation et palmeraie") > 900);
        assert_eq!(near("بالتعليم", "التعليم"), SAME);
    }

    #[test]
    fn what_says_nothing_counts_for_nothing() {
        assert_eq!(near("l’eau et les terres pour nous", "la mer et les dunes pour nous"), 0);
        assert_eq!(near("2027 12 %", "2027 12 %"), 0);
        assert_eq!(near("", "irrigation"), 0);
    }

    #[test]
    fn a_rare_word_counts_for_more_than_a_common_one() {
        let entries = ["startup santé", "startup irrigation", "startup radio", "startup bourse"].map(str::to_owned);
        let similarity = Similarity::new(&entries, &["startup irrigation fromage".to_owned()]);
        assert!(similarity.of(1, 0) > 2 * similarity.of(0, 0));
        assert_eq!(similarity.words_in_common(1, 0, 1), ["irrigation"]);
        assert_eq!(similarity.words_in_common(0, 0, 3), ["startup"]);
    }
}
