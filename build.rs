//! Prepares what the browser loads: joins the style sheets, gives every asset
//! a name that contains its hash, compresses it, and writes the table that
//! `web::assets` serves from. Pure Rust, no external tool.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

type Fallible<T> = Result<T, Box<dyn Error>>;

fn main() -> Fallible<()> {
    println!("cargo::rerun-if-changed=assets");
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=migrations/sqlite");
    println!("cargo::rustc-env=DIGITAL_AWARDS_COMMIT={}", commit()?);
    println!("cargo::rustc-env=DIGITAL_AWARDS_SCHEMA={}", schema()?);
    let out = PathBuf::from(std::env::var("OUT_DIR")?).join("assets");
    if out.exists() {
        fs::remove_dir_all(&out)?;
    }
    fs::create_dir_all(&out)?;

    let mut shelf = Shelf::default();
    // Order matters: a file may only mention files that already have their
    // hashed name. A module that imports comes after those that don't, `app.js` last.
    for folder in ["assets/fonts", "assets/icons"] {
        for path in files_in(Path::new(folder))? {
            shelf.put(&file_name(&path)?, fs::read(&path)?);
        }
    }
    shelf.put("favicon.svg", fs::read("assets/favicon.svg")?);
    let mut scripts = Vec::new();
    for path in files_in(Path::new("assets/js"))? {
        scripts.push((file_name(&path)?, fs::read_to_string(&path)?));
    }
    scripts.sort_by_key(|(_, text)| text.matches("'./").count());
    for (name, text) in scripts {
        let text = shelf.with_hashed_names(&text);
        shelf.put(&name, text.into_bytes());
    }
    let mut sheet = String::new();
    for path in files_in(Path::new("assets/css"))? {
        sheet.push_str(&fs::read_to_string(&path)?);
    }
    let sheet = shelf.with_hashed_names(&sheet);
    shelf.put("app.css", sheet.into_bytes());

    fs::write(out.join("table.rs"), shelf.write(&out)?)?;
    Ok(())
}

/// The commit that is built: what the environment says, or git. Nothing that differs from build to build.
fn commit() -> Fallible<String> {
    println!("cargo::rerun-if-env-changed=DIGITAL_AWARDS_COMMIT");
    if let Ok(commit) = std::env::var("DIGITAL_AWARDS_COMMIT") {
        return Ok(commit);
    }
    if std::env::var("PROFILE")? == "release" {
        // While developing, a commit is no reason to build everything again.
        for file in [".git/HEAD", ".git/logs/HEAD"].into_iter().filter(|file| Path::new(file).exists()) {
            println!("cargo::rerun-if-changed={file}");
        }
    }
    let asked = std::process::Command::new("git").args(["--git-dir=.git", "rev-parse", "--short=12", "HEAD"]).output();
    let commit = asked.ok().filter(|answer| answer.status.success()).and_then(|a| String::from_utf8(a.stdout).ok());
    Ok(commit.map_or_else(|| "unknown".to_owned(), |commit| commit.trim().to_owned()))
}

/// The name of the last migration.
fn schema() -> Fallible<String> {
    let mut last = String::new();
    for folder in fs::read_dir("migrations/sqlite")? {
        last = last.max(folder?.file_name().to_string_lossy().into_owned());
    }
    Ok(last)
}

/// The files of one folder, by name; a folder that does not exist is empty.
fn files_in(folder: &Path) -> Fallible<Vec<PathBuf>> {
    if !folder.exists() {
        return Ok(Vec::new());
    }
    let mut paths =
        fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<Vec<_>, _>>()?;
    paths.retain(|path| path.is_file());
    paths.sort();
    Ok(paths)
}

fn file_name(path: &Path) -> Fallible<String> {
    let name = path.file_name().and_then(|name| name.to_str());
    Ok(name.ok_or("an asset without a readable name")?.to_owned())
}

/// Every asset so far, by the name pages call it.
#[derive(Default)]
struct Shelf {
    assets: BTreeMap<String, Asset>,
}

struct Asset {
    hashed: String,
    digest: String,
    bytes: Vec<u8>,
}

impl Shelf {
    fn put(&mut self, name: &str, bytes: Vec<u8>) {
        let mut digest = String::new();
        for byte in Sha256::digest(&bytes) {
            let _ = write!(digest, "{byte:02x}");
        }
        let (stem, extension) = name.rsplit_once('.').unwrap_or((name, "bin"));
        let hashed = format!("{stem}.{}.{extension}", &digest[..8]);
        let asset = Asset { hashed, digest, bytes };
        self.assets.insert(name.to_owned(), asset);
    }

    /// Replaces every `"./name"` and `url(name)` by its hashed name, so that
    /// what a style sheet or a module loads may be cached for ever as well.
    fn with_hashed_names(&self, text: &str) -> String {
        let mut text = text.to_owned();
        for (name, Asset { hashed, .. }) in &self.assets {
            text = text
                .replace(&format!("'./{name}'"), &format!("'./{hashed}'"))
                .replace(&format!("url({name})"), &format!("url({hashed})"));
        }
        text
    }

    /// Writes each asset with its compressed forms, and returns the table.
    fn write(&self, out: &Path) -> Fallible<String> {
        let mut table = String::from("&[\n");
        for (name, Asset { hashed, digest, bytes }) in &self.assets {
            fs::write(out.join(hashed), bytes)?;
            let brotli = smaller(brotli(bytes)?, bytes);
            let gzip = smaller(gzip(bytes)?, bytes);
            let _ = writeln!(
                table,
                "Asset {{ name: {name:?}, url: {url:?}, etag: {etag:?}, content_type: {kind:?}, \
                 identity: include_bytes!({file:?}), brotli: {br}, gzip: {gz} }},",
                url = format!("/a/{hashed}"),
                etag = &digest[..16],
                kind = content_type(name)?,
                file = out.join(hashed).display().to_string(),
                br = option(out, hashed, "br", brotli)?,
                gz = option(out, hashed, "gz", gzip)?,
            );
        }
        table.push_str("]\n");
        Ok(table)
    }
}

/// The expression for a compressed form, after writing it.
fn option(out: &Path, hashed: &str, suffix: &str, bytes: Option<Vec<u8>>) -> Fallible<String> {
    let Some(bytes) = bytes else {
        return Ok("None".to_owned());
    };
    let path = out.join(format!("{hashed}.{suffix}"));
    fs::write(&path, bytes)?;
    Ok(format!("Some(include_bytes!({:?}))", path.display().to_string()))
}

/// A compressed form is worth keeping if it saves a tenth (fonts do not).
fn smaller(compressed: Vec<u8>, plain: &[u8]) -> Option<Vec<u8>> {
    (compressed.len() * 10 < plain.len() * 9).then_some(compressed)
}

fn brotli(bytes: &[u8]) -> Fallible<Vec<u8>> {
    let mut compressed = Vec::new();
    let params = brotli::enc::BrotliEncoderParams::default();
    brotli::BrotliCompress(&mut &bytes[..], &mut compressed, &params)?;
    Ok(compressed)
}

fn gzip(bytes: &[u8]) -> Fallible<Vec<u8>> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

fn content_type(name: &str) -> Fallible<&'static str> {
    match name.rsplit_once('.').map(|(_, extension)| extension) {
        Some("css") => Ok("text/css; charset=utf-8"),
        Some("js") => Ok("text/javascript; charset=utf-8"),
        Some("svg") => Ok("image/svg+xml"),
        Some("woff2") => Ok("font/woff2"),
        Some("png") => Ok("image/png"),
        _ => Err(format!("no content type for {name}").into()),
    }
}
