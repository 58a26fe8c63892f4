//! What tests stand on: a real server on a free port over a fresh database, a real mail server,
//! and browsers that keep cookies.

pub mod app;
pub mod chrome;
pub mod client;
pub mod command;
pub mod database;
pub mod mailbox;
pub mod node;
pub mod people;
pub mod raw;
pub mod wire;

pub use app::TestApp;
pub use client::Browser;
pub use node::Node;

/// A port that nothing listens on.
pub fn free_port() -> u16 {
    std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

/// A small picture.
pub fn png() -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    let picture = image::RgbImage::from_pixel(30, 20, image::Rgb([36, 48, 191]));
    image::DynamicImage::ImageRgb8(picture).write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    bytes.into_inner()
}
