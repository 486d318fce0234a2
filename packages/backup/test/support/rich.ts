// A configuration that has something of everything.
import type { Sandbox } from "@rxnetlink/testing/kernel";

/** Lines that every kernel with bridges, veth, vxlan and htb takes. */
const LINES = `
ip link set lo up
ip link add br0 type bridge stp_state 0 ageing_time 20000
ip link add v0 type veth peer name p0
ip link add v1 numtxqueues 3 type veth peer name p1
ip link add vx0 type vxlan id 42 local 192.0.2.1 dstport 4789 dev v1 nolearning
ip link add i0 mtu 1400 group 7 type ifb
ip link set v0 master br0
ip link set vx0 master br0
ip link set v0 type bridge_slave hairpin on cost 7
ip link set br0 mtu 1400 alias "the bridge"
ip link property add dev br0 altname the-bridge-of-everything
ip link set p1 address 02:00:00:00:00:b1 allmulticast on
for link in br0 v0 p0 v1 p1 vx0; do ip link set $link up; done
ip address add 192.0.2.1/24 dev v1
ip address add 192.0.2.2/24 dev v1
ip address add 10.9.0.1/16 dev br0 label br0:x
ip address add 10.8.0.1 peer 10.8.0.2/32 dev p0
ip address add 2001:db8::1/64 dev v1 nodad
ip address add 2001:db8:5::1/64 dev v1 nodad noprefixroute
ip nexthop add id 10 via 192.0.2.10 dev v1
ip nexthop add id 11 via 192.0.2.11 dev v1
ip nexthop add id 5 group 10,3/11
ip nexthop add id 20 blackhole
ip route add default via 192.0.2.254
ip route add 198.51.100.0/24 via 192.0.2.254 metric 50 mtu 1300 advmss 1000
ip route add 198.51.100.0/24 via 192.0.2.253 metric 60
ip route append 198.51.100.0/24 via 192.0.2.252 metric 60
ip route add 203.0.113.0/24 nexthop via 192.0.2.253 weight 3 nexthop via 192.0.2.252
ip route add 203.0.114.0/24 nhid 5
ip route add blackhole 203.0.115.0/24
ip route add unreachable 203.0.116.0/24 table 100
ip route add 10.77.0.0/16 dev v1 scope link src 192.0.2.2
ip route add 10.78.0.0/16 via 198.18.0.1 dev v1 onlink proto 99
ip -6 route add 2001:db8:1::/48 via 2001:db8::ff metric 77
ip -6 route add 2001:db8:2::/48 nexthop via 2001:db8::fe nexthop via 2001:db8::fd
ip rule add from 10.0.0.0/8 lookup 100 priority 1000
ip rule add fwmark 0x10/0xff iif v0 lookup 200 priority 1001
ip rule add from 10.1.0.0/16 to 10.2.0.0/16 ipproto tcp dport 80-90 blackhole priority 1002
ip rule add not from 10.1.0.0/16 lookup 301 priority 1003
ip rule del priority 32767
ip -6 rule add to 2001:db8:9::/48 lookup 300 priority 2000
ip neighbour add 192.0.2.77 lladdr 02:00:00:00:00:77 dev v1
ip neighbour add 2001:db8::77 lladdr 02:00:00:00:00:77 dev v1
ip neighbour add proxy 192.0.2.99 dev v1
bridge fdb add 02:00:00:00:01:01 dev v0 master static
bridge fdb append 00:00:00:00:00:00 dev vx0 dst 192.0.2.9
bridge fdb append 00:00:00:00:00:00 dev vx0 dst 192.0.2.8
bridge fdb add 02:00:00:00:01:02 dev vx0 dst 192.0.2.8 vni 7
tc qdisc add dev v0 root handle 1: htb default 10
tc class add dev v0 parent 1: classid 1:1 htb rate 10mbit
tc class add dev v0 parent 1:1 classid 1:10 htb rate 5mbit ceil 10mbit prio 1
tc qdisc add dev v0 parent 1:10 handle 10: tbf rate 4mbit burst 10k limit 30k
tc filter add dev v0 parent 1: protocol ip prio 5 u32 match ip dst 10.1.0.0/16 flowid 1:10
tc filter add dev v0 parent 1: protocol ip prio 6 u32 match ip dport 80 0xffff flowid 1:1`;

/** Lines of kernels that have more. */
const OPTIONAL = `
ip link set br0 type bridge vlan_filtering 1 && bridge vlan add dev v0 vid 10 pvid untagged && bridge vlan add dev v0 vid 20-22 && bridge vlan del dev v0 vid 1 && bridge vlan add dev br0 vid 10 self
ip link add link p1 name p1.5 type vlan id 5 protocol 802.1ad && ip link set p1.5 up && ip address add 10.5.0.1/24 dev p1.5
ip link add bo type bond mode active-backup miimon 100 && ip link add bp type veth peer name bq && ip link set bp master bo && ip link set bo up && ip link set bp up
ip link add vr type vrf table 500 && ip link set vr up && ip link add vp type veth peer name vq && ip link set vp master vr && ip link set vp up && ip address add 10.50.0.1/24 dev vp
ip link add du type dummy && ip link set du up && ip address add 198.18.5.1/32 dev du
ip link add mv link p1 type macvlan mode bridge
tc qdisc add dev v1 clsact && tc filter add dev v1 ingress protocol ip prio 3 flower dst_ip 10.2.0.0/16 action drop && tc filter add dev v1 egress protocol all prio 4 matchall action mirred egress redirect dev p0
tc qdisc add dev p0 root handle 2: prio bands 4 && tc filter add dev p0 parent 2: protocol ipv6 prio 1 u32 match ip6 dst 2001:db8::/32 flowid 2:1
tc qdisc add dev p1 root handle 3: hfsc default 1 && tc class add dev p1 parent 3: classid 3:1 hfsc sc rate 1mbit`;

const RULESET = `
table inet fw {
  set blocked { type ipv4_addr; flags interval; elements = { 192.0.2.0/24, 198.51.100.7 } }
  set hosts { type ipv4_addr . inet_service; elements = { 10.0.0.1 . 22, 10.0.0.2 . 80 } }
  map ports { type inet_service : verdict; elements = { 22 : accept, 80 : drop } }
  set seen { type ipv4_addr; flags dynamic; size 100; timeout 1m; }
  counter hits { }
  chain input {
    type filter hook input priority 0; policy accept;
    ct state established,related accept
    ip saddr @blocked counter drop
    tcp dport { 22, 80, 443 } accept comment "web"
    tcp dport vmap @ports
    ip saddr . tcp dport @hosts accept
    add @seen { ip saddr }
    jump other
  }
  chain other {
    counter name hits return
  }
}
table ip nat {
  chain post {
    type nat hook postrouting priority 100;
    oifname "v1" masquerade
  }
}`;

const lines = (text: string) => text.trim().split("\n");

/** Builds the configuration; says which lines this kernel does not take. */
export function buildRich({ run }: Sandbox): void {
  for (const line of lines(LINES)) run(line);
  for (const line of lines(OPTIONAL))
    try {
      run(`(${line}) 2>&1`);
    } catch (error) {
      console.log(`left out: ${line.split(" && ")[0]}: ${(error as { stdout?: string }).stdout?.trim()}`);
    }
  run(`nft -f - <<'END'\n${RULESET}\nEND`);
}
