//! Long pages of a desk as somebody got them, in memory for when they read them again and nothing that they show has
//! changed: an organiser who decides goes to and fro between a ranking and its entries.
//!
//! For pages that say nothing of the time at which they are read.

use std::any::Any;
use std::fmt::Debug;
use std::sync::{Arc, Weak};

use actix_web::HttpResponse;
use actix_web::web::Bytes;
use askama::Template;

use super::error::PageError;
use super::kept::Kept;
use super::organiser::desk::Desk;
use super::page::Page;
use crate::domain::ids::UserId;
use crate::domain::language::Language;

/// Most bytes that are kept: a few of the largest.
const MOST: usize = 4 << 20;

/// What a page was drawn from: the very thing in memory, which is another one when anything of it changes.
type Source = dyn Any + Send + Sync;

/// Who reads which address.
type Key = (UserId, Language, String, String);

/// A page, and all that it was drawn from.
#[derive(Debug)]
struct Drawing {
    p: Page,
    desk: Desk,
    /// They hold nothing in memory but its place: no other thing can take it.
    sources: Vec<Weak<Source>>,
    html: Bytes,
}

impl Drawing {
    fn is_of(&self, p: &Page, desk: &Desk, sources: &[Arc<Source>]) -> bool {
        let is_same =
            |(mine, theirs): (&Weak<Source>, &Arc<Source>)| std::ptr::addr_eq(mine.as_ptr(), Arc::as_ptr(theirs));
        self.sources.len() == sources.len()
            && self.sources.iter().zip(sources).all(is_same)
            && self.desk == *desk
            && self.p.is_but_for_time(p)
    }
}

/// The pages that are kept.
#[derive(Debug, Clone)]
pub struct Drawn(Kept<Key, Arc<Drawing>>);

impl Default for Drawn {
    fn default() -> Self {
        Self(Kept::new(MOST))
    }
}

impl Drawn {
    /// A page for somebody: as they got it last where it would be the same, else drawn.
    pub fn html<T: Template>(
        &self,
        user: UserId,
        p: Page,
        desk: Desk,
        sources: &[Arc<Source>],
        draw: impl FnOnce(Page, Desk) -> T,
    ) -> Result<HttpResponse, PageError> {
        let key = (user, p.language, p.path.clone(), p.query.clone());
        let kept = self.0.find(&key).filter(|kept| kept.is_of(&p, &desk, sources));
        let html = if let Some(kept) = kept {
            check(&kept, || draw(p, desk))?;
            kept.html.clone()
        } else {
            let html = Bytes::from(draw(p.clone(), desk.clone()).render()?);
            let sources = sources.iter().map(Arc::downgrade).collect();
            let bytes = html.len();
            self.0.keep(key, Arc::new(Drawing { p, desk, sources, html: html.clone() }), bytes);
            html
        };
        Ok(HttpResponse::Ok().content_type("text/html; charset=utf-8").body(html))
    }
}

/// In builds for tests a page that is kept is drawn again, and compared.
fn check<T: Template>(kept: &Drawing, draw: impl FnOnce() -> T) -> Result<(), PageError> {
    if cfg!(debug_assertions) {
        assert_eq!(kept.html, draw().render()?, "drawn from the same, and not the same");
    }
    Ok(())
}
