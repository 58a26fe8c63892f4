//! Organisers looking at entries: lists, screening, returning.
