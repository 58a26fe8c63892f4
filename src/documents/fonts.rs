//! The fonts of the site, as printers want them.

use std::sync::Arc;

use parley::FontContext;
use parley::fontique::{Blob, Collection, CollectionOptions, FontInfoOverride, FontWeight, SourceCache};

/// The family of text: Latin and Arabic letters that go together.
pub const TEXT: &str = "text";
/// The family of headings.
pub const HEADING: &str = "heading";
/// Arabic letters of either.
pub const TEXT_ARABIC: &str = "text arabic";
/// Arabic letters of headings.
pub const HEADING_ARABIC: &str = "heading arabic";

const FONTS: &[(&str, f32, &[u8])] = &[
    (TEXT, 400.0, include_bytes!("../../assets/print/instrument-sans-regular.ttf")),
    (TEXT, 600.0, include_bytes!("../../assets/print/instrument-sans-semibold.ttf")),
    (TEXT_ARABIC, 400.0, include_bytes!("../../assets/print/readex-pro-regular.ttf")),
    (TEXT_ARABIC, 600.0, include_bytes!("../../assets/print/readex-pro-semibold.ttf")),
    (HEADING, 700.0, include_bytes!("../../assets/print/bricolage-grotesque-bold.ttf")),
    (HEADING_ARABIC, 700.0, include_bytes!("../../assets/print/reem-kufi-semibold.ttf")),
];

/// The fonts, and none of the machine's: a document is the same wherever it is made.
pub fn context() -> FontContext {
    let mut collection = Collection::new(CollectionOptions { shared: false, system_fonts: false });
    for (family, weight, bytes) in FONTS {
        let names = FontInfoOverride {
            family_name: Some(family),
            weight: Some(FontWeight::new(*weight)),
            ..FontInfoOverride::default()
        };
        collection.register_fonts(Blob::new(Arc::new(*bytes)), Some(names));
    }
    FontContext { collection, source_cache: SourceCache::default() }
}
