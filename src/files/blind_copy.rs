//! A PDF without what tells who made it: for jurors who are not to know.
//!
//! What is drawn on the pages stays, and so does the structure that screen readers follow. Everything
//! beside it goes: properties, XMP, attachments, links, notes, scripts, bookmarks, and what a camera or a
//! program wrote into pictures.

use lopdf::{Dictionary, Document, Object, ObjectId};

/// The command of the program that makes it.
pub const COMMAND: &str = "blind-copy";
/// Most bytes of a copy.
pub const MAX_BYTES: u64 = 2 * crate::domain::file::MAX_FILE_BYTES as u64;

/// What stays of the catalogue: pages, layers, language and structure.
const CATALOG: &[&[u8]] = &[b"Type", b"Version", b"Pages", b"Lang", b"MarkInfo", b"StructTreeRoot", b"OCProperties"];
/// What stays of a page: how it is drawn and read.
const PAGE: &[&[u8]] = &[
    b"Type",
    b"Parent",
    b"Resources",
    b"MediaBox",
    b"CropBox",
    b"Rotate",
    b"Contents",
    b"Group",
    b"StructParents",
    b"Tabs",
    b"UserUnit",
];
/// What goes wherever it stands: what a program notes for itself.
const NOTES: &[&[u8]] = &[b"Metadata", b"PieceInfo", b"LastModified", b"AF", b"AA", b"OPI", b"Measure", b"PtData"];

/// The copy; none of a document that can't be read, as an encrypted one. Call it in the process of its own.
pub fn make(pdf: &[u8]) -> Option<Vec<u8>> {
    let mut document = Document::load_mem(pdf).ok()?;
    if document.is_encrypted() {
        return None;
    }
    let root = document.trailer.get(b"Root").and_then(Object::as_reference).ok()?;
    document.trailer = Dictionary::from_iter([("Root", Object::Reference(root))]);
    let pages: Vec<ObjectId> = document.page_iter().collect();
    if pages.is_empty() {
        return None;
    }
    keep_only(document.get_dictionary_mut(root).ok()?, CATALOG);
    for page in pages {
        keep_only(document.get_dictionary_mut(page).ok()?, PAGE);
    }
    for object in document.objects.values_mut() {
        forget_notes(object);
    }
    document.prune_objects();
    document.renumber_objects();
    // Comments and the name of the program in the head of the file are not written again.
    let mut copy = Vec::new();
    document.save_to(&mut copy).ok()?;
    Some(copy)
}

fn keep_only(dictionary: &mut Dictionary, names: &[&[u8]]) {
    let gone: Vec<Vec<u8>> =
        dictionary.iter().map(|(name, _)| name.clone()).filter(|name| !names.contains(&name.as_slice())).collect();
    for name in gone {
        dictionary.remove(&name);
    }
}

fn forget_notes(object: &mut Object) {
    match object {
        Object::Dictionary(dictionary) => forget_in(dictionary),
        Object::Array(objects) => objects.iter_mut().for_each(forget_notes),
        Object::Stream(stream) => {
            forget_in(&mut stream.dict);
            let is_jpeg = stream.filters().is_ok_and(|filters| filters == [b"DCTDecode".as_slice()]);
            if is_jpeg && let Some(plain) = plain_jpeg(&stream.content) {
                stream.set_content(plain);
            }
        }
        _ => {}
    }
}

fn forget_in(dictionary: &mut Dictionary) {
    for note in NOTES {
        dictionary.remove(note);
    }
    for (_, value) in dictionary.iter_mut() {
        forget_notes(value);
    }
}

/// A JPEG without its comments and the segments of applications: but those that say how its colours are read
/// (JFIF, colour profile, Adobe). None where it isn't one.
fn plain_jpeg(jpeg: &[u8]) -> Option<Vec<u8>> {
    let mut rest = jpeg.strip_prefix(&[0xFF, 0xD8])?;
    let mut plain = vec![0xFF, 0xD8];
    loop {
        let (&[0xFF, marker], after) = rest.split_first_chunk::<2>()? else { return None };
        if marker == 0xFF {
            // Padding before a marker.
            rest = &rest[1..];
            continue;
        }
        let size = usize::from(u16::from_be_bytes(*after.first_chunk::<2>()?));
        let segment = rest.get(..2 + size)?;
        let is_note = matches!(marker, 0xE1 | 0xE3..=0xED | 0xEF | 0xFE)
            || (marker == 0xE2 && !segment.get(4..).is_some_and(|body| body.starts_with(b"ICC_PROFILE")));
        if marker == 0xDA {
            // What follows is the picture itself.
            plain.extend_from_slice(rest);
            return Some(plain);
        }
        if !is_note {
            plain.extend_from_slice(segment);
        }
        rest = &rest[2 + size..];
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECRET: &[&str] = &["Saqya", "saqya.example", "plan-secret.xlsx", "Hanane", "WordMaker"];

    /// A document that tells its author in every place but the page.
    fn telling() -> Vec<u8> {
        let text = |words: &str| Object::string_literal(words);
        let mut document = Document::with_version("1.7");
        let jpeg = [
            &[0xFF, 0xD8, 0xFF, 0xE1, 0x00, 0x08][..],
            b"Hanane",
            &[0xFF, 0xFE, 0x00, 0x07],
            b"Saqya",
            &[0xFF, 0xDB, 0x00, 0x03, 0x01, 0xFF, 0xDA, 0x00, 0x02, 0x11, 0x22, 0xFF, 0xD9],
        ]
        .concat();
        let picture = Dictionary::from_iter([
            ("Type", Object::from("XObject")),
            ("Subtype", Object::Name(b"Image".to_vec())),
            ("Filter", Object::Name(b"DCTDecode".to_vec())),
            ("PieceInfo", text("WordMaker")),
        ]);
        let picture = document.add_object(lopdf::Stream::new(picture, jpeg));
        let content = document.add_object(lopdf::Stream::new(Dictionary::new(), b"BT (Une ferme) Tj ET".to_vec()));
        let xmp = document.add_object(lopdf::Stream::new(Dictionary::new(), b"<dc:creator>Saqya".to_vec()));
        let link = Dictionary::from_iter([("URI", text("https://saqya.example"))]);
        let link = document.add_object(Dictionary::from_iter([("A", Object::Dictionary(link))]));
        let pages = document.new_object_id();
        let pictures = Dictionary::from_iter([("Im1", Object::Reference(picture))]);
        let page = document.add_object(Dictionary::from_iter([
            ("Type", Object::Name(b"Page".to_vec())),
            ("Parent", Object::Reference(pages)),
            ("MediaBox", Object::Array(vec![0.into(), 0.into(), 200.into(), 200.into()])),
            ("Contents", Object::Reference(content)),
            ("Resources", Object::Dictionary(Dictionary::from_iter([("XObject", Object::Dictionary(pictures))]))),
            ("Annots", Object::Array(vec![Object::Reference(link)])),
            ("Metadata", Object::Reference(xmp)),
        ]));
        document.objects.insert(
            pages,
            Object::Dictionary(Dictionary::from_iter([
                ("Type", Object::Name(b"Pages".to_vec())),
                ("Count", 1.into()),
                ("Kids", Object::Array(vec![Object::Reference(page)])),
            ])),
        );
        let attached = Dictionary::from_iter([("F", text("plan-secret.xlsx"))]);
        let root = document.add_object(Dictionary::from_iter([
            ("Type", Object::Name(b"Catalog".to_vec())),
            ("Pages", Object::Reference(pages)),
            ("Metadata", Object::Reference(xmp)),
            ("Names", Object::Dictionary(attached)),
        ]));
        let info =
            document.add_object(Dictionary::from_iter([("Author", text("Hanane")), ("Producer", text("WordMaker"))]));
        document.trailer.set("Root", Object::Reference(root));
        document.trailer.set("Info", Object::Reference(info));
        let mut bytes = Vec::new();
        document.save_to(&mut bytes).unwrap();
        bytes
    }

    fn holds(bytes: &[u8], word: &str) -> bool {
        bytes.windows(word.len()).any(|window| window == word.as_bytes())
    }

    #[test]
    fn nothing_but_the_pages_is_left_of_a_document() {
        let telling = telling();
        assert!(SECRET.iter().all(|word| holds(&telling, word)));
        let copy = make(&telling).unwrap();
        for word in SECRET {
            assert!(!holds(&copy, word), "{word} is left");
        }
        let read = Document::load_mem(&copy).unwrap();
        let page = read.page_iter().next().unwrap();
        assert!(read.get_page_content(page).unwrap().windows(9).any(|bytes| bytes == b"Une ferme"));
        assert!(holds(&copy, "DCTDecode") && copy.windows(4).any(|bytes| bytes == [0x11, 0x22, 0xFF, 0xD9]));
    }

    #[test]
    fn the_copy_of_a_document_of_our_own_says_the_same() {
        let receipt = crate::documents::receipt::Receipt { entry: "Une ferme".into(), ..Default::default() };
        let pdf = crate::documents::receipt::pdf(crate::domain::language::Language::French, &receipt).unwrap();
        let text = |pdf: &[u8]| pdf_extract::extract_text_from_mem(pdf).unwrap();
        assert_eq!(text(&make(&pdf).unwrap()), text(&pdf));
        assert!(crate::files::first_page::draw(make(&pdf).unwrap()).is_some());
    }

    #[test]
    fn what_is_no_document_has_no_copy() {
        assert_eq!(make(b""), None);
        assert_eq!(make(b"%PDF-1.7\nnothing"), None);
    }
}
