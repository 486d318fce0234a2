#!/bin/sh
# Makes the namespaces that the pictures of `rxnl web` show: a router, two nodes with pods on bridges that a VXLAN joins, and
# traffic. To be run where names of namespaces and links may be made.
set -e

# Joins two namespaces by a pair: pair NAMESPACE LINK ADDRESS NAMESPACE LINK ADDRESS
pair() {
  ip -n "$1" link add "$2" type veth peer name "$5" netns "$4"
  ip -n "$1" link set "$2" up
  ip -n "$4" link set "$5" up
  [ "$3" = - ] || ip -n "$1" address add "$3" dev "$2"
  [ "$6" = - ] || ip -n "$4" address add "$6" dev "$5"
}

for name in router internet node-a node-b api db web queue; do
  ip netns add "$name"
  ip -n "$name" link set lo up
done

pair router wan0 203.0.113.2/30 internet isp0 203.0.113.1/30
pair router lan-a 10.0.1.1/24 node-a eth0 10.0.1.10/24
pair router lan-b 10.0.2.1/24 node-b eth0 10.0.2.10/24
ip -n router route add default via 203.0.113.1
ip -n internet route add 10.0.0.0/8 via 203.0.113.2
ip -n internet address add 198.51.100.7/32 dev lo
ip -n router address add 2001:db8::1/64 dev lan-a nodad
ip netns exec router sysctl -qw net.ipv4.ip_forward=1
ip -n router tuntap add vpn0 mode tun
ip -n router address add 10.8.0.1/24 dev vpn0
ip -n router link set vpn0 up

# A node with a bridge, pods at it, and the overlay to the other node: node NAME ROUTER NUMBER OTHER POD...
node() {
  name=$1 router=$2 number=$3 other=$4
  shift 4
  ip netns exec "$name" sysctl -qw net.ipv4.ip_forward=1
  ip -n router route add "10.42.$number.0/24" via "10.0.$number.10"
  ip -n "$name" route add default via "$router"
  ip -n "$name" link add pods type bridge
  ip -n "$name" address add "10.42.$number.1/16" dev pods
  ip -n "$name" link set pods up
  ip -n "$name" link add overlay type vxlan id 42 dstport 4789 remote "$other" dev eth0
  ip -n "$name" link set overlay master pods up
  host=10
  for pod in "$@"; do
    pair "$name" "veth-$pod" - "$pod" eth0 "10.42.$number.$host/16"
    ip -n "$name" link set "veth-$pod" master pods
    ip -n "$pod" route add default via "10.42.$number.1"
    host=$((host + 1))
  done
}
node node-a 10.0.1.1 1 10.0.2.10 api db
node node-b 10.0.2.1 2 10.0.1.10 web queue
ip -n node-b link add link eth0 name probe type macvlan mode bridge
ip -n node-a link add spare type veth peer name spare-end

ip netns exec router nft -f - <<'RULES'
table inet edge {
  chain forward {
    type filter hook forward priority filter; policy accept;
    ct state established,related counter accept
    iifname "wan0" oifname "lan-*" tcp dport { 80, 443 } counter accept
    iifname "lan-*" counter accept
    counter drop
  }
  chain postrouting {
    type nat hook postrouting priority srcnat; policy accept;
    oifname "wan0" counter masquerade
  }
}
RULES
