//! A network cable: a port that leads to a server until it is cut.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use tokio::io::copy_bidirectional;
use tokio::net::{TcpListener, TcpStream};

/// A port that leads to a server until it is cut.
pub struct Wire {
    /// The address at its near end.
    pub url: String,
    is_cut: Arc<AtomicBool>,
}

impl Wire {
    /// To the server at an address.
    pub fn to(url: &str) -> Self {
        let far = url.trim_start_matches("http://").to_owned();
        let near = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        near.set_nonblocking(true).unwrap();
        let url = format!("http://{}", near.local_addr().unwrap());
        let is_cut = Arc::new(AtomicBool::new(false));
        let flag = Arc::clone(&is_cut);
        std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(async move { lead(TcpListener::from_std(near).unwrap(), far, flag).await });
        });
        Self { url, is_cut }
    }

    /// Cuts it, also what is under way, or mends it.
    pub fn cut(&self, is_cut: bool) {
        self.is_cut.store(is_cut, Ordering::SeqCst);
    }
}

async fn lead(near: TcpListener, far: String, is_cut: Arc<AtomicBool>) {
    while let Ok((mut here, _)) = near.accept().await {
        let (far, is_cut) = (far.clone(), Arc::clone(&is_cut));
        tokio::spawn(async move {
            if is_cut.load(Ordering::SeqCst) {
                return;
            }
            let Ok(mut there) = TcpStream::connect(far).await else { return };
            let cut = async {
                while !is_cut.load(Ordering::SeqCst) {
                    tokio::time::sleep(Duration::from_millis(5)).await;
                }
            };
            tokio::select! {
                _ = copy_bidirectional(&mut here, &mut there) => {}
                () = cut => {}
            }
        });
    }
}
