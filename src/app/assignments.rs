//! Who scores what: by hand and by CSV.
