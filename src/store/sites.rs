//! What the installation calls itself and looks like.

use diesel::prelude::*;

use super::Conn;
use super::error::{OptionalRow, StoreResult};
use super::schema::{site_pages, sites};
use super::types::Json;
use crate::domain::language::Localised;
use crate::domain::site::{Partner, Site, SitePage};

/// The id of the one row.
const ONE: i32 = 1;

row!(SiteRow of Site in sites {
    id: i32, name: Json<Localised>, tagline: Json<Localised>, brand: String, partners: Json<Vec<Partner>>,
    legal: Json<Localised>, logo_key: Option<String>, version: i32,
});

row!(PageRow of SitePage in site_pages {
    slug: String, title: Json<Localised>, text: Json<Localised>, position: i32, version: i32,
});

/// The site.
pub fn get(c: &mut Conn) -> StoreResult<Site> {
    let found = sites::table.find(ONE).first::<SiteRow>(c).optional_row()?;
    Ok(found.map_or_else(|| Site { id: ONE, ..Site::default() }, Into::into))
}

/// Every field of the site.
pub fn put(c: &mut Conn, site: Site) -> StoreResult<()> {
    diesel::delete(sites::table.find(ONE)).execute(c)?;
    diesel::insert_into(sites::table).values(SiteRow::from(Site { id: ONE, ..site })).execute(c)?;
    Ok(())
}

/// The pages, by their places.
pub fn list_pages(c: &mut Conn) -> StoreResult<Vec<SitePage>> {
    let all = site_pages::table.order((site_pages::position, site_pages::slug));
    Ok(all.load::<PageRow>(c)?.into_iter().map(Into::into).collect())
}

/// The page of a word.
pub fn find_page(c: &mut Conn, slug: &str) -> StoreResult<Option<SitePage>> {
    Ok(site_pages::table.find(slug.to_owned()).first::<PageRow>(c).optional_row()?.map(Into::into))
}

/// Puts a page in the place of any of its word.
pub fn put_page(c: &mut Conn, page: SitePage) -> StoreResult<()> {
    delete_page(c, &page.slug)?;
    diesel::insert_into(site_pages::table).values(PageRow::from(page)).execute(c)?;
    Ok(())
}

/// Forgets a page; whether there was one.
pub fn delete_page(c: &mut Conn, slug: &str) -> StoreResult<bool> {
    Ok(diesel::delete(site_pages::table.find(slug.to_owned())).execute(c)? > 0)
}
