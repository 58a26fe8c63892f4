//! Where a request came from: the peer, or what a proxy of ours says of it.

use std::net::IpAddr;

use ipnet::IpNet;

/// The client's address: the peer's, or, if the peer is a trusted proxy, the rightmost hop of
/// `X-Forwarded-For` that is none.
pub fn client_address(peer: Option<IpAddr>, forwarded_for: &str, trusted: &[IpNet]) -> Option<IpAddr> {
    let peer = peer?;
    let is_trusted = |address: &IpAddr| trusted.iter().any(|net| net.contains(address));
    if !is_trusted(&peer) {
        return Some(peer);
    }
    let hops = forwarded_for.split(',').rev().map_while(|hop| hop.trim().parse::<IpAddr>().ok());
    let mut nearest = peer;
    for hop in hops {
        nearest = hop;
        if !is_trusted(&hop) {
            break;
        }
    }
    Some(nearest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_trusted_proxy_is_believed() {
        let proxy: IpAddr = "10.0.0.2".parse().unwrap();
        let peer: IpAddr = "203.0.113.9".parse().unwrap();
        let trusted: Vec<IpNet> = vec!["10.0.0.0/8".parse().unwrap()];
        let of = |peer, header| client_address(Some(peer), header, &trusted).unwrap().to_string();
        assert_eq!(of(peer, "1.2.3.4"), "203.0.113.9");
        assert_eq!(of(proxy, "6.6.6.6, 198.51.100.7, 10.0.0.9"), "198.51.100.7");
        assert_eq!(of(proxy, "rubbish"), "10.0.0.2");
        assert_eq!(of(proxy, ""), "10.0.0.2");
    }
}
