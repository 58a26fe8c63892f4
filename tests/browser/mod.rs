//! What only a browser shows.

mod pages;
