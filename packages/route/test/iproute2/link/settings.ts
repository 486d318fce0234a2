// Links with those settings that the other tables leave out, so that each setting of each kind is once sent.
import type { LinkCase } from "./kinds.js";

export const SETTINGS_CASES: readonly LinkCase[] = [
  {
    ip:
      "type bridge forward_delay 400 hello_time 300 max_age 1500 ageing_time 20000 stp_state 1 priority 4096 " +
      "group_fwd_mask 0x4000 group_address 01:80:c2:00:00:05 no_linklocal_learn 1",
    data: () => ({
      bridge: {
        forwardDelay: 400,
        helloTime: 300,
        maxAge: 1500,
        ageingTime: 20000,
        stpState: 1,
        priority: 4096,
        groupFwdMask: 0x4000,
        groupAddr: "01:80:c2:00:00:05",
        multiBoolopt: { optval: 1, optmask: 1 },
      },
    }),
    change: { bridge: { stpState: 0, fdbFlush: true } },
    writeOnly: ["fdbFlush", "multiBoolopt"],
  },
  {
    ip:
      "type bridge mcast_router 2 mcast_snooping 1 mcast_query_use_ifaddr 1 mcast_querier 1 mcast_hash_max 1024 " +
      "mcast_last_member_count 3 mcast_startup_query_count 4 mcast_last_member_interval 200 " +
      "mcast_membership_interval 30000 mcast_querier_interval 30000 mcast_query_interval 15000 " +
      "mcast_query_response_interval 1500 mcast_startup_query_interval 3000 mcast_stats_enabled 1 " +
      "mcast_igmp_version 3 mcast_mld_version 2",
    data: () => ({
      bridge: {
        mcastRouter: 2,
        mcastSnooping: 1,
        mcastQueryUseIfaddr: 1,
        mcastQuerier: 1,
        mcastHashMax: 1024,
        mcastLastMemberCnt: 3,
        mcastStartupQueryCnt: 4,
        mcastLastMemberIntvl: 200n,
        mcastMembershipIntvl: 30000n,
        mcastQuerierIntvl: 30000n,
        mcastQueryIntvl: 15000n,
        mcastQueryResponseIntvl: 1500n,
        mcastStartupQueryIntvl: 3000n,
        mcastStatsEnabled: 1,
        mcastIgmpVersion: 3,
        mcastMldVersion: 2,
      },
    }),
    change: { bridge: { mcastSnooping: 0 } },
  },
  {
    ip: "type bridge nf_call_iptables 1 nf_call_ip6tables 1 nf_call_arptables 1",
    data: () => ({ bridge: { nfCallIptables: 1, nfCallIp6tables: 1, nfCallArptables: 1 } }),
  },
  {
    ip: "type bridge vlan_filtering 1 vlan_stats_enabled 1 vlan_stats_per_port 1 mcast_vlan_snooping 1",
    data: () => ({
      bridge: {
        vlanFiltering: 1,
        vlanStatsEnabled: 1,
        vlanStatsPerPort: 1,
        multiBoolopt: { optval: 2, optmask: 2 },
      },
    }),
    writeOnly: ["multiBoolopt"],
  },
  {
    ip: "type bridge fdb_max_learned 100",
    since: "6.7",
    data: () => ({ bridge: { fdbMaxLearned: 100 } }),
    change: { bridge: { fdbMaxLearned: 50 } },
  },
  {
    ip: "type bridge stp_mode kernel",
    since: "7.1",
    data: () => ({ bridge: { stpMode: "kernel" } }),
  },
  {
    ip:
      "type vxlan id 42 remote 192.0.2.2 local 192.0.2.1 dstport 8472 srcport 40000 50000 ttl 64 tos 1 " +
      "ageing 120 maxaddress 1000 proxy rsc l2miss l3miss noudpcsum df set gbp nolearning",
    data: () => ({
      vxlan: {
        id: 42,
        group: "192.0.2.2",
        local: "192.0.2.1",
        port: 8472,
        portRange: { low: 40000, high: 50000 },
        ttl: 64,
        tos: 1,
        ageing: 120,
        limit: 1000,
        proxy: 1,
        rsc: 1,
        l2miss: 1,
        l3miss: 1,
        udpCsum: 0,
        df: "set",
        gbp: true,
        learning: 0,
      },
    }),
    change: { vxlan: { learning: 1 } },
  },
  {
    ip:
      "type vxlan id 16777215 dev v0 group ff05::100 local 2001:db8::1 dstport 4789 ttl inherit flowlabel 0x12345 " +
      "udp6zerocsumtx udp6zerocsumrx",
    data: (of) => ({
      vxlan: {
        id: 16777215,
        link: of("v0"),
        group6: "ff05::100",
        local6: "2001:db8::1",
        port: 4789,
        ttlInherit: true,
        label: 0x12345,
        udpZeroCsum6Tx: 1,
        udpZeroCsum6Rx: 1,
        learning: 1,
      },
    }),
  },
  {
    ip: "type vxlan id 7 remote 192.0.2.2 dstport 4789 remcsumtx remcsumrx remcsum_nopartial",
    data: () => ({
      vxlan: {
        id: 7,
        group: "192.0.2.2",
        port: 4789,
        remcsumTx: 1,
        remcsumRx: 1,
        remcsumNopartial: true,
        learning: 1,
      },
    }),
  },
  {
    ip: "type vxlan external vnifilter dstport 4790 gpe",
    data: () => ({ vxlan: { collectMetadata: 1, vnifilter: 1, port: 4790, gpe: true, learning: 0 } }),
  },
  {
    ip: "type vxlan id 8 remote 192.0.2.2 dstport 4789 nolocalbypass",
    since: "6.5",
    data: () => ({ vxlan: { id: 8, group: "192.0.2.2", port: 4789, localbypass: 0, learning: 1 } }),
    change: { vxlan: { localbypass: 1 } },
  },
  {
    ip: "type vxlan id 9 remote 2001:db8::2 dstport 4789 flowlabel inherit",
    since: "6.8",
    data: () => ({
      vxlan: { id: 9, group6: "2001:db8::2", port: 4789, labelPolicy: "inherit", learning: 1 },
    }),
  },
  {
    ip: "type vxlan id 10 remote 192.0.2.2 dstport 4789 reserved_bits 0x77000000000000ff",
    since: "6.14",
    data: () => ({
      vxlan: {
        id: 10,
        group: "192.0.2.2",
        port: 4789,
        reservedBits: { flags: 0x7700_0000, vni: 0xff },
        learning: 1,
      },
    }),
  },
  {
    ip: "type vxlan id 11 dev v0 group 239.1.1.1 dstport 4789 mc_route",
    since: "6.16",
    data: (of) => ({
      vxlan: { id: 11, link: of("v0"), group: "239.1.1.1", port: 4789, mcRoute: 1, learning: 1 },
    }),
    writeOnly: ["mcRoute"],
  },
  {
    ip: "type bond mode balance-rr miimon 100 packets_per_slave 3 num_grat_arp 5 all_slaves_active 1 peer_notify_delay 200",
    data: () => ({
      bond: {
        mode: "roundrobin",
        miimon: 100,
        packetsPerSlave: 3,
        numPeerNotif: 5,
        allSlavesActive: 1,
        peerNotifDelay: 200,
        useCarrier: 1,
      },
    }),
    change: { bond: { packetsPerSlave: 0 } },
  },
  {
    ip: "type bond mode 802.3ad lacp_active off",
    data: () => ({ bond: { mode: "8023ad", adLacpActive: 0 } }),
    change: { bond: { adLacpActive: 1 } },
  },
  {
    ip: "type bond mode 802.3ad coupled_control off",
    since: "6.9",
    data: () => ({ bond: { mode: "8023ad", coupledControl: 0 } }),
  },
  {
    ip: "type bond mode 802.3ad broadcast_neighbor on",
    since: "6.17",
    data: () => ({ bond: { mode: "8023ad", broadcastNeigh: 1 } }),
  },
  {
    ip: "type bond mode 802.3ad lacp_strict on",
    since: "7.1",
    data: () => ({ bond: { mode: "8023ad", lacpStrict: 1 } }),
  },
  {
    ip: "link v0 type macvlan mode vepa bc_cutoff 3",
    since: "6.4",
    link: (of) => ({ link: of("v0") }),
    data: () => ({ macvlan: { mode: "vepa", bcCutoff: 3 } }),
  },
  {
    ip: "link v0 type macvtap mode source macaddr set 02:00:00:00:00:77 nodst bcqueuelen 700",
    link: (of) => ({ link: of("v0") }),
    data: () => ({
      macvtap: {
        mode: "source",
        flags: 2,
        bcQueueLen: 700,
        macaddrMode: "set",
        macaddrData: { macaddr: ["02:00:00:00:00:77"] },
      },
    }),
    change: { macvtap: { macaddrMode: "add", macaddr: "02:00:00:00:00:78" } },
    writeOnly: ["macaddrMode", "macaddr"],
  },
  {
    ip: "link v0 type macvlan mode source macaddr add 02:00:00:00:00:79",
    link: (of) => ({ link: of("v0") }),
    data: () => ({ macvlan: { mode: "source", macaddrMode: "add", macaddr: "02:00:00:00:00:79" } }),
    writeOnly: ["macaddrMode", "macaddr"],
  },
  {
    ip: "link v0 type macsec sci 0200000000770001 protect off",
    link: (of) => ({ link: of("v0") }),
    data: () => ({ macsec: { sci: 0x0200_0000_0077_0001n, protect: 0 } }),
    change: { macsec: { protect: 1 } },
  },
  {
    ip: "link v0 type macsec port 12 send_sci off end_station on",
    link: (of) => ({ link: of("v0") }),
    data: () => ({ macsec: { port: 12, incSci: 0, es: 1, scb: 0 } }),
    writeOnly: ["port"],
  },
  {
    ip: "link v0 type macsec port 13 send_sci off scb on",
    link: (of) => ({ link: of("v0") }),
    data: () => ({ macsec: { port: 13, incSci: 0, es: 0, scb: 1 } }),
    writeOnly: ["port"],
  },
  {
    ip: "type netkit mode l3 scrub none peer scrub none name t1",
    since: "6.13",
    data: () => ({ netkit: { peerInfo: { ifname: "t1" }, mode: "l3", scrub: "none", peerScrub: "none" } }),
    writeOnly: ["peerInfo"],
  },
  {
    ip: "type netkit headroom 32 tailroom 16 peer name t1",
    since: "6.14",
    data: () => ({ netkit: { peerInfo: { ifname: "t1" }, mode: "l2", headroom: 32, tailroom: 16 } }),
    writeOnly: ["peerInfo"],
  },
  {
    ip: "type netkit pairing single",
    since: "7.0",
    data: () => ({ netkit: { mode: "l2", pairing: "single" } }),
  },
  {
    ip: "type hsr slave1 v0 slave2 w0 proto 1",
    data: (of) => ({ hsr: { slave1: of("v0"), slave2: of("w0"), protocol: "prp" } }),
  },
  {
    ip: "type hsr slave1 v0 slave2 w0 interlink x0 version 1",
    since: "6.10",
    data: (of) => ({ hsr: { slave1: of("v0"), slave2: of("w0"), interlink: of("x0"), version: 1 } }),
    writeOnly: ["version", "interlink"],
  },
  {
    ip: "type gtp role ggsn hsize 256 local 127.0.0.1",
    since: "6.10",
    data: () => ({ gtp: { role: "ggsn", createSockets: 1, pdpHashsize: 256, local: "127.0.0.1" } }),
    writeOnly: ["createSockets", "local"],
  },
  {
    ip: "type gtp role ggsn hsize 256 local ::1",
    since: "6.10",
    data: () => ({ gtp: { role: "ggsn", createSockets: 1, pdpHashsize: 256, local6: "::1" } }),
    writeOnly: ["createSockets", "local6"],
  },
  {
    ip: "type bareudp dstport 6635 ethertype ipv4 srcportmin 32000 multiproto",
    data: () => ({ bareudp: { port: 6635, ethertype: 0x0800, srcportMin: 32000, multiprotoMode: true } }),
  },
];
