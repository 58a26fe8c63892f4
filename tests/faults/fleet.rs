//! Two nodes behind a load balancer that asks each whether it is ready.

use std::process::{Child, Command};
use std::time::Duration;

use reqwest::Method;

use super::until;
use crate::support::node::Plan;
use crate::support::{Browser, Node, free_port};

/// Two nodes, and the balancer before them.
pub struct Fleet<'a> {
    /// The address of the balancer.
    pub url: String,
    nodes: [Option<Node>; 2],
    ports: [u16; 2],
    plan: Box<dyn Fn() -> Plan + 'a>,
    balancer: Child,
    _folder: tempfile::TempDir,
}

impl Drop for Fleet<'_> {
    fn drop(&mut self) {
        let _ = self.balancer.kill();
        let _ = self.balancer.wait();
    }
}

impl<'a> Fleet<'a> {
    /// Two nodes, each of this plan on a port of its own.
    pub async fn start(plan: impl Fn() -> Plan + 'a) -> Self {
        let ports = [free_port(), free_port()];
        let nodes = ports.map(|port| Some(plan().on(&address(port)).start()));
        let folder = tempfile::tempdir().unwrap();
        let port = free_port();
        let config = format!(
            "defaults\n mode http\n timeout connect 2s\n timeout client 30s\n timeout server 30s\n timeout check 2s\n retries 3\n \
             option redispatch 1\n option http-server-close\n\
             listen awards\n bind {}\n balance roundrobin\n option httpchk GET /readyz\n \
             default-server check inter 200ms fall 1 rise 1\n server one {}\n server two {}\n",
            address(port),
            address(ports[0]),
            address(ports[1]),
        );
        let file = folder.path().join("haproxy.cfg");
        std::fs::write(&file, config).unwrap();
        let balancer = Command::new("haproxy").args(["-q", "-db", "-f"]).arg(&file).spawn().unwrap();
        let url = format!("http://{}", address(port));
        let fleet = Self { url, nodes, ports, plan: Box::new(plan), balancer, _folder: folder };
        let browser = Browser::new(&fleet.url);
        until("the balancer", async || {
            let answer = browser.request(Method::GET, "/readyz").send().await;
            answer.is_ok_and(|answer| answer.status() == 200)
        })
        .await;
        fleet
    }

    /// A browser that goes to one of the nodes, past the balancer.
    pub fn past_balancer(&self, place: usize) -> Browser {
        self.nodes[place].as_ref().expect("a node that serves").browser()
    }

    /// Restarts one node after the other, as somebody does who installs another version.
    pub async fn restart_each(&mut self) {
        for place in 0..self.nodes.len() {
            tokio::time::sleep(Duration::from_millis(700)).await;
            let node = self.nodes[place].take().expect("a node that serves");
            node.terminate();
            let ended = tokio::task::spawn_blocking(move || node.ended()).await.unwrap();
            assert!(ended.success(), "{ended}");
            let starting = (self.plan)().on(&address(self.ports[place])).spawn();
            let node = tokio::task::spawn_blocking(move || starting.listening()).await.unwrap();
            until("the node is ready", async || node.browser().get("/readyz").await.status == 200).await;
            self.nodes[place] = Some(node);
            // Until the balancer sends it requests again.
            tokio::time::sleep(Duration::from_millis(500)).await;
        }
    }
}

fn address(port: u16) -> String {
    format!("127.0.0.1:{port}")
}
