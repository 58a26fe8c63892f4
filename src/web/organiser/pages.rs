//! The pages of a long list.

use crate::web::page::Page;

/// The links of a list's pages, and the words that say which lines are shown.
#[derive(Debug, Clone, Default)]
pub struct Pages {
    /// Address, words, whether it is this one; empty when there is one page only.
    pub links: Vec<(String, String, bool)>,
    /// "51 to 100 of 312".
    pub shown: String,
}

impl Pages {
    /// Of `total` lines, `size` a page; `here` from 1; `href` gives the address of a page.
    pub fn new(p: &Page, total: i64, size: i64, here: i64, href: impl Fn(i64) -> String) -> Self {
        let last = (total + size - 1) / size;
        if last <= 1 {
            return Self::default();
        }
        let here = here.clamp(1, last);
        let near = |n: i64| n == 1 || n == last || (n - here).abs() <= 2;
        let links = (1..=last).filter(|n| near(*n)).map(|n| (href(n), p.n(n), n == here)).collect();
        let (from, to) = ((here - 1) * size + 1, (here * size).min(total));
        let shown = p.m("desk-pages").arg("from", from).arg("to", to).arg("total", total).to_string();
        Self { links, shown }
    }
}

/// A query of names and values; empty values are left out.
pub fn query(pairs: &[(&str, &str)]) -> String {
    use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
    let kept = pairs.iter().filter(|(_, value)| !value.is_empty());
    let joined: Vec<String> =
        kept.map(|(name, value)| format!("{name}={}", utf8_percent_encode(value, NON_ALPHANUMERIC))).collect();
    if joined.is_empty() { String::new() } else { format!("?{}", joined.join("&")) }
}
