# Makes the namespaces of kinds.pcapng.gz, which was recorded under Linux 6.12 by
#   rxnl web --no-open --netns site,switch,branch --record kinds.pcapng
# while up0 went down, bond0.20.5 was deleted and the VLAN qinq was added on bond0.10. The lists of counters were left out.
set -e
echo 1 > /proc/sys/net/core/fb_tunnels_only_for_init_net
for name in site switch branch; do ip netns add $name; ip -n $name link set lo up; done
ip link add up0 netns site type veth peer name port0 netns switch
ip link add up1 netns site type veth peer name port1 netns switch
ip link add uplink netns branch type veth peer name port2 netns switch

ip -n switch link add br0 up type bridge vlan_filtering 1
for port in port0 port1 port2; do ip -n switch link set $port master br0 up; done

site="ip -n site"
$site link add bond0 type bond mode active-backup miimon 100
for port in up0 up1; do $site link set $port master bond0; $site link set $port up; done
$site link set bond0 up
$site address add 192.0.2.1/24 dev bond0
$site link add blue up type vrf table 10
$site link add red up type vrf table 20
$site link add link bond0 name bond0.10 type vlan id 10
$site link add link bond0 name bond0.20 type vlan id 20
$site link set bond0.10 master blue up
$site link set bond0.20 master red up
$site address add 10.0.10.1/24 dev bond0.10
$site address add 10.0.20.1/24 dev bond0.20
$site link add dummy0 up master red type dummy
$site link add mv0 link bond0 up type macvlan mode bridge
$site link add mv1 link bond0 type macvlan mode bridge
$site link set mv1 netns branch
ip -n branch link set mv1 up
$site link add br0 up type bridge
$site link add vx42 up master br0 type vxlan id 42 dev bond0 local 192.0.2.1 remote 192.0.2.2 dstport 4789
ip netns exec site ip tuntap add tap0 mode tap
$site link set tap0 master br0 up
$site link add link br0 name br0.30 up type vlan id 30
$site address add 10.0.30.1/24 dev br0.30
$site link add gre1 up type gre local 192.0.2.1 remote 192.0.2.2
$site address add 10.1.0.1/30 dev gre1
$site link add ipip1 up type ipip remote 192.0.2.2
$site link add gnv1 up type geneve id 7 remote 192.0.2.2
$site link add dummy1 up type dummy
$site link add ipv0 link dummy1 up type ipvlan mode l3
$site link add link bond0.20 name bond0.20.5 up type vlan id 5
$site link add wg0 type wireguard
wg genkey > /run/site.key; wg genkey > /run/branch.key
ip netns exec site wg set wg0 listen-port 51820 private-key /run/site.key peer $(wg pubkey < /run/branch.key) allowed-ips 10.2.0.0/24 endpoint 192.0.2.2:51820
$site link set wg0 up
$site address add 10.2.0.1/24 dev wg0

branch="ip -n branch"
$branch link set uplink up
$branch address add 192.0.2.2/24 dev uplink
$branch link add vx42 up type vxlan id 42 dev uplink local 192.0.2.2 remote 192.0.2.1 dstport 4789
$branch link add gre1 up type gre local 192.0.2.2 remote 192.0.2.1
$branch address add 10.1.0.2/30 dev gre1
$branch link add ipip1 up type ipip local 192.0.2.2 remote 192.0.2.1
$branch link add six1 up type ip6tnl mode any remote 2001:db8::1
$branch link add wg0 type wireguard
ip netns exec branch wg set wg0 listen-port 51820 private-key /run/branch.key peer $(wg pubkey < /run/site.key) allowed-ips 10.2.0.0/24 endpoint 192.0.2.1:51820
$branch link set wg0 up
$branch address add 10.2.0.2/24 dev wg0
