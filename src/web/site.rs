//! The look of the installation as every page needs it: read once in a while, kept in memory.

use std::sync::{Arc, PoisonError, RwLock};
use std::time::{Duration, Instant};

use sha2::{Digest, Sha256};
use tokio::sync::Mutex;

use crate::app::{AppError, site};
use crate::domain::language::{Language, Localised};
use crate::domain::site::{Colour, Site};
use crate::store::Db;

/// How long another node's change may take to be seen here.
const FRESH: Duration = Duration::from_secs(5);

/// What every page needs of the site.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Look {
    /// What is saved.
    pub site: Site,
    /// The word and title of its own pages.
    pub pages: Vec<(String, Localised)>,
    /// The style sheet of its colour; empty for the usual colours.
    pub css: String,
    /// A few digits that change with the style sheet.
    pub css_version: String,
}

impl Look {
    fn new(site: Site, pages: Vec<(String, Localised)>) -> Self {
        let css = Colour::parse(&site.brand).map(css_of).unwrap_or_default();
        let css_version = hex::encode(&Sha256::digest(css.as_bytes())[..4]);
        Self { site, pages, css, css_version }
    }

    /// What the site says for a key, where it says something of its own.
    pub fn says(&self, key: &str, language: Language) -> Option<String> {
        let text = match key {
            "site-name" => &self.site.name,
            "site-tagline" => &self.site.tagline,
            _ => return None,
        };
        (!text.is_empty()).then(|| text.get(language).to_owned())
    }
}

/// The colours in the place of the usual ones, in the light scheme and in the dark one.
fn css_of(brand: Colour) -> String {
    let [light, dark] = brand.palette();
    let lines = |palette: Vec<(&str, Colour)>| -> String {
        let line = |(name, colour): &(&str, Colour)| format!("--{name}:{};", colour.hex());
        palette.iter().map(line).collect::<Vec<_>>().concat()
    };
    let (light, dark) = (lines(light), lines(dark));
    format!(
        "@layer tokens{{:root{{{light}}}@media (prefers-color-scheme:dark){{:root:not([data-theme=light]){{{dark}}}}}}}\n"
    )
}

/// What was read last.
#[derive(Debug, Default)]
struct Last {
    at: Option<Instant>,
    version: Arc<str>,
    look: Arc<Look>,
}

/// What was read last, and when.
#[derive(Debug, Clone, Default)]
pub struct Looks {
    last: Arc<RwLock<Last>>,
    /// Held while it is read: what was read later is what is kept.
    turn: Arc<Mutex<()>>,
}

impl Looks {
    /// What was read last; nothing is asked.
    pub fn last(&self) -> Arc<Look> {
        Arc::clone(&self.last.read().unwrap_or_else(PoisonError::into_inner).look)
    }

    /// The look, read anew when it is old.
    pub async fn get(&self, db: &Db) -> Result<Arc<Look>, AppError> {
        let read_at = self.last.read().unwrap_or_else(PoisonError::into_inner).at;
        if read_at.is_some_and(|at| at.elapsed() < FRESH) {
            return Ok(self.last());
        }
        self.read(db).await
    }

    /// The look that goes with a version of what is public, or a newer one.
    pub async fn of_version(&self, db: &Db, version: &Arc<str>) -> Result<(), AppError> {
        if self.last.read().unwrap_or_else(PoisonError::into_inner).version != *version {
            self.read_as(db, version).await?;
        }
        Ok(())
    }

    /// Reads it anew: after a change on this node.
    pub async fn read(&self, db: &Db) -> Result<Arc<Look>, AppError> {
        self.read_as(db, &Arc::default()).await
    }

    async fn read_as(&self, db: &Db, version: &Arc<str>) -> Result<Arc<Look>, AppError> {
        let _turn = self.turn.lock().await;
        let (site, pages) = db.read(site::read).await?;
        let pages = pages.into_iter().map(|page| (page.slug, page.title)).collect();
        let look = Arc::new(Look::new(site, pages));
        let last = Last { at: Some(Instant::now()), version: Arc::clone(version), look: Arc::clone(&look) };
        *self.last.write().unwrap_or_else(PoisonError::into_inner) = last;
        Ok(look)
    }
}
