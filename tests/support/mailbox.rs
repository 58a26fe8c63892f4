//! A real mail server that keeps what it is given, and can be told to refuse.

use std::io;
use std::net::{IpAddr, TcpListener};
use std::sync::{Arc, Mutex};

use mail_parser::MessageParser;
use mailin_embedded::{Handler, Response, Server, SslConfig, response};

/// A mail as it arrived.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// The address it was delivered to.
    pub to: String,
    /// Its subject, decoded.
    pub subject: String,
    /// Its plain text, decoded.
    pub text: String,
    /// Its HTML, decoded.
    pub html: String,
    /// Its Message-ID.
    pub id: String,
}

impl Letter {
    /// The path of the first link of ours in the text.
    pub fn link(&self) -> String {
        let url = self
            .text
            .split_whitespace()
            .find(|word| word.starts_with("http://127.0.0.1"))
            .unwrap_or_else(|| panic!("no link in {:?}", self.text));
        let rest = url.split("://").nth(1).unwrap();
        rest[rest.find('/').expect("a path")..].to_owned()
    }
}

#[derive(Debug, Default)]
struct Shelf {
    letters: Vec<Letter>,
    refusals: u32,
    /// Refuses one in so many; 0: none.
    one_in: usize,
    asked: usize,
    /// Between a mail that has arrived and the answer to it.
    takes: std::time::Duration,
}

/// The mails that arrived, and the port they arrive at.
#[derive(Debug, Clone)]
pub struct Mailbox {
    /// The port of the server.
    pub port: u16,
    shelf: Arc<Mutex<Shelf>>,
}

#[derive(Debug, Clone)]
struct Receiver {
    shelf: Arc<Mutex<Shelf>>,
    to: Vec<String>,
    bytes: Vec<u8>,
}

impl Handler for Receiver {
    fn mail(&mut self, _: IpAddr, _: &str, _: &str) -> Response {
        let mut shelf = self.shelf.lock().unwrap();
        if shelf.refusals > 0 {
            shelf.refusals -= 1;
            return Response::custom(451, "come back later".into());
        }
        shelf.asked += 1;
        if shelf.one_in > 0 && shelf.asked.is_multiple_of(shelf.one_in) {
            return Response::custom(451, "come back later".into());
        }
        response::OK
    }

    fn data_start(&mut self, _: &str, _: &str, _: bool, to: &[String]) -> Response {
        self.to = to.to_vec();
        self.bytes.clear();
        response::OK
    }

    fn data(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.bytes.extend_from_slice(bytes);
        Ok(())
    }

    fn data_end(&mut self) -> Response {
        let message = MessageParser::default().parse(&self.bytes).expect("a readable mail");
        let letter = Letter {
            to: self.to.join(","),
            subject: message.subject().unwrap_or_default().to_owned(),
            text: message.body_text(0).unwrap_or_default().into_owned(),
            html: message.body_html(0).unwrap_or_default().into_owned(),
            id: message.message_id().unwrap_or_default().to_owned(),
        };
        let takes = {
            let mut shelf = self.shelf.lock().unwrap();
            shelf.letters.push(letter);
            shelf.takes
        };
        std::thread::sleep(takes);
        response::OK
    }
}

impl Mailbox {
    /// Starts a server on a free port. Its thread ends with the test program.
    pub fn start() -> Self {
        Self::start_with(SslConfig::None)
    }

    /// Starts one that offers STARTTLS, or not.
    pub fn start_with(tls: SslConfig) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let shelf = Arc::new(Mutex::new(Shelf::default()));
        let mut server = Server::new(Receiver { shelf: Arc::clone(&shelf), to: Vec::new(), bytes: Vec::new() });
        server.with_name("localhost").with_num_threads(2).with_tcp_listener(listener);
        server.with_ssl(tls).unwrap();
        std::thread::spawn(move || server.serve().map_err(|e| e.to_string()));
        Self { port, shelf }
    }

    /// Every mail so far, in order.
    pub fn all(&self) -> Vec<Letter> {
        self.shelf.lock().unwrap().letters.clone()
    }

    /// The mails to an address, in order.
    pub fn to(&self, address: &str) -> Vec<Letter> {
        self.all().into_iter().filter(|letter| letter.to.contains(address)).collect()
    }

    /// The last mail to an address.
    pub fn last_to(&self, address: &str) -> Letter {
        self.to(address).pop().unwrap_or_else(|| panic!("no mail to {address}"))
    }

    /// From now on refuses one in so many for now.
    pub fn refuse_one_in(&self, count: usize) {
        self.shelf.lock().unwrap().one_in = count;
    }

    /// From now on takes so long between a mail that has arrived and the answer to it.
    pub fn take_long(&self, takes: std::time::Duration) {
        self.shelf.lock().unwrap().takes = takes;
    }

    /// Refuses the next mails for now.
    pub fn refuse(&self, times: u32) {
        self.shelf.lock().unwrap().refusals = times;
    }
}
