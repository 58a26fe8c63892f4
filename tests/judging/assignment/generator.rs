//! Made-up instances, drawn by counter-based SplitMix64, so that every language that follows the
//! same recipe gets the same files to the byte.
#![allow(clippy::unwrap_used, reason = "small numbers and text in memory can't fail")]

use std::fmt::Write;

const G1: u64 = 0x9E37_79B9_7F4A_7C15;
const G2: u64 = 0xBF58_476D_1CE4_E5B9;
const G3: u64 = 0x94D0_49BB_1331_11EB;
const CATEGORIES: u64 = 12;
const LANGUAGES: u64 = 5;

/// The size and the kind of an instance.
#[derive(Debug, Clone, Copy)]
pub struct Recipe {
    pub entries: u64,
    pub jurors: u64,
    /// Allowed jurors per entry.
    pub candidates: u64,
    pub need: u64,
    pub seed: u64,
    /// Everyone nearly full.
    pub is_tight: bool,
}

/// The files of an instance, as `juror-assignment/1` has them.
#[derive(Debug, Clone, Default)]
pub struct Files {
    pub meta: String,
    pub entries: String,
    pub jurors: String,
    pub affinity: String,
    pub conflicts: String,
    pub locked: String,
}

impl Files {
    pub fn get(&self, name: &str) -> Option<&str> {
        match name {
            "meta.json" => Some(&self.meta),
            "entries.csv" => Some(&self.entries),
            "jurors.csv" => Some(&self.jurors),
            "affinity.csv" => Some(&self.affinity),
            "conflicts.csv" => Some(&self.conflicts),
            "locked.csv" => Some(&self.locked),
            _ => None,
        }
    }
}

fn draw(seed: u64, stream: u64, counter: u64) -> u64 {
    let base = seed.wrapping_mul(G1).wrapping_add(stream.wrapping_mul(G2));
    let mut z = base.wrapping_add(counter.wrapping_mul(G3));
    z = (z ^ (z >> 30)).wrapping_mul(G2);
    z = (z ^ (z >> 27)).wrapping_mul(G3);
    z ^ (z >> 31)
}

struct Juror {
    min: i64,
    max: i64,
    categories: [u64; 2],
    languages: [u64; 3],
    org: u64,
    bias: i64,
}

impl Recipe {
    pub fn files(&self) -> Files {
        let h = |stream, counter| draw(self.seed, stream, counter);
        let orgs = (self.jurors / 4).max(5);
        let jurors: Vec<Juror> = (0..self.jurors).map(|j| self.juror(j, orgs)).collect();
        let mut files = Files { meta: self.meta(), ..Files::default() };
        files.entries.push_str("entry,k,category,language,org\n");
        files.jurors.push_str("juror,min,max,category1,category2,languages,org\n");
        files.affinity.push_str("entry,juror,affinity\n");
        files.conflicts.push_str("entry,juror\n");
        files.locked.push_str("entry,juror\n");
        for (id, juror) in jurors.iter().enumerate() {
            let mut languages = juror.languages.to_vec();
            languages.sort_unstable();
            languages.dedup();
            let languages: Vec<String> = languages.iter().map(u64::to_string).collect();
            let [first, second] = juror.categories;
            let (min, max, org, languages) = (juror.min, juror.max, juror.org, languages.join("|"));
            writeln!(files.jurors, "{id},{min},{max},{first},{second},{languages},{org}").unwrap();
        }
        let mut locked = vec![0; jurors.len()];
        for entry in 0..self.entries {
            let category = h(1, entry) % CATEGORIES;
            let draw = h(2, entry) % 100;
            let language = if draw < 55 { 0 } else { 1 + (draw - 55) * (LANGUAGES - 1) / 45 };
            let org = h(3, entry) % orgs;
            writeln!(files.entries, "{entry},{},{category},{language},{org}", self.need).unwrap();
            let mut lock: Option<(u64, u64)> = None;
            for j in self.candidates_of(entry, category, &jurors) {
                let (juror, key) = (&jurors[usize::try_from(j).unwrap()], entry * self.jurors + j);
                let base = match juror.categories {
                    [first, _] if first == category => 500,
                    [_, second] if second == category => 300,
                    _ => 80,
                };
                let value = base + i64::try_from(h(31, key) % 401).unwrap() + juror.bias;
                let value = if juror.languages.contains(&language) { value } else { value / 3 };
                writeln!(files.affinity, "{entry},{j},{}", value.clamp(1, 1000)).unwrap();
                if org == juror.org || h(41, key) % 100 == 0 {
                    writeln!(files.conflicts, "{entry},{j}").unwrap();
                } else if lock.is_none_or(|(least, _)| h(52, key) < least) {
                    lock = Some((h(52, key), j));
                }
            }
            if let Some((_, j)) = lock.filter(|_| h(51, entry) % 200 == 0) {
                let at = usize::try_from(j).unwrap();
                if locked[at] < jurors[at].min {
                    locked[at] += 1;
                    writeln!(files.locked, "{entry},{j}").unwrap();
                }
            }
        }
        files
    }

    fn meta(&self) -> String {
        let (entries, jurors, need) = (self.entries, self.jurors, self.need);
        format!("{{\"format\":\"juror-assignment/1\",\"n_entries\":{entries},\"n_jurors\":{jurors},\"k\":{need}}}")
    }

    #[allow(clippy::cast_possible_truncation)]
    fn juror(&self, j: u64, orgs: u64) -> Juror {
        let h = |stream| draw(self.seed, stream, j);
        let average = (self.entries * self.need) as f64 / self.jurors as f64;
        let slack = if self.is_tight { 1.05 } else { 1.15 + 0.10 * (h(17) % 5) as f64 };
        let max = if self.is_tight { (average * slack).ceil() } else { (average * slack - 1e-9).ceil() };
        Juror {
            min: (average * if self.is_tight { 0.9 } else { 0.6 }).floor() as i64,
            max: max as i64,
            categories: [h(11) % CATEGORIES, h(12) % CATEGORIES],
            languages: [0, h(13) % LANGUAGES, h(14) % LANGUAGES],
            org: h(15) % orgs,
            bias: i64::try_from(h(16) % 101).unwrap() - 50,
        }
    }

    /// Half the draws come from all jurors, half from those of the entry's category.
    fn candidates_of(&self, entry: u64, category: u64, jurors: &[Juror]) -> Vec<u64> {
        if self.candidates >= self.jurors {
            return (0..self.jurors).collect();
        }
        let pool: Vec<u64> =
            (0..).zip(jurors).filter(|(_, juror)| juror.categories[0] == category).map(|j| j.0).collect();
        let draws = 3 * self.candidates;
        let mut candidates: Vec<u64> = Vec::new();
        let mut drawn = vec![false; jurors.len()];
        for t in 0..draws {
            let counter = entry * draws + t;
            let juror = if t % 2 == 0 && !pool.is_empty() {
                let at = draw(self.seed, 22, counter) % pool.len() as u64;
                pool[usize::try_from(at).unwrap()]
            } else {
                draw(self.seed, 21, counter) % self.jurors
            };
            let is_new = !std::mem::replace(&mut drawn[usize::try_from(juror).unwrap()], true);
            if is_new && (candidates.len() as u64) < self.candidates {
                candidates.push(juror);
            }
        }
        candidates.sort_unstable();
        candidates
    }
}
