//! Several files as one, in the format everybody can open (ZIP).

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::result::ZipError;
use zip::write::SimpleFileOptions;

/// An archive of named files. Without times: the same content is the same archive.
pub fn archive(files: &[(String, Vec<u8>)]) -> Result<Vec<u8>, ZipError> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().last_modified_time(zip::DateTime::default());
    for (name, content) in files {
        zip.start_file(name.as_str(), options)?;
        zip.write_all(content)?;
    }
    Ok(zip.finish()?.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_archive_gives_back_what_was_put_in_and_is_the_same_each_time() {
        let files = [("a/b.csv".to_owned(), vec![b'x'; 5000]), ("c".to_owned(), Vec::new())];
        let bytes = archive(&files).unwrap();
        assert_eq!(bytes, archive(&files).unwrap());
        let mut read = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        for (name, content) in files {
            let mut back = Vec::new();
            std::io::Read::read_to_end(&mut read.by_name(&name).unwrap(), &mut back).unwrap();
            assert_eq!(back, content);
        }
    }
}
