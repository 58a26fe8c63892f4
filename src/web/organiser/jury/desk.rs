//! The way around the jury's pages: crumbs above, tabs below.

use crate::web::page::Page;

/// A page of the jury.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tab {
    /// The jurors.
    Jury,
    /// The assignments.
    Assignments,
    /// How far the jury has come.
    Progress,
}

/// Addresses and links of the jury's pages.
#[derive(Debug, Clone)]
pub struct Desk {
    /// The address of the edition's desk, without a slash at its end.
    pub base: String,
    /// The pages above: address and words.
    pub crumbs: Vec<(String, String)>,
    /// The pages beside: address, words, whether it is this one.
    pub tabs: Vec<(String, String, bool)>,
}

impl Desk {
    /// Of an edition.
    pub fn new(p: &Page, slug: &str, name: &str, here: Tab) -> Self {
        let base = p.url(&format!("/organiser/{slug}"));
        let tab = |path: &str, key: &str, tab: Tab| (format!("{base}/{path}"), p.t(key), tab == here);
        let tabs = vec![
            tab("jury", "jurors-tab-jury", Tab::Jury),
            tab("assignments", "jurors-tab-assignments", Tab::Assignments),
            tab("progress", "jurors-tab-progress", Tab::Progress),
        ];
        Self { crumbs: vec![(format!("{base}/"), name.to_owned())], tabs, base }
    }

    /// Of a page under one of the three.
    pub fn under(p: &Page, slug: &str, name: &str, here: Tab) -> Self {
        let mut desk = Self::new(p, slug, name, here);
        let above = desk.tabs.iter().find(|(_, _, is_here)| *is_here);
        let above = above.map(|(href, words, _)| (href.clone(), words.clone()));
        desk.crumbs.extend(above);
        desk
    }
}
