// Bridges, added with `ip link` and with rxnetlink.
import type { LinkCase } from "./case.js";

export const bridges: readonly LinkCase[] = [
  {
    ip: "type bridge ageing_time 20000 mcast_stats_enabled 1 mcast_querier 1",
    data: () => ({ bridge: { ageingTime: 20000, mcastStatsEnabled: 1, mcastQuerier: 1 } }),
    change: { bridge: { forwardDelay: 400, multiBoolopt: { optval: 1, optmask: 1 } } },
    writeOnly: ["multiBoolopt"],
  },
  {
    ip: "type bridge vlan_filtering 1 vlan_default_pvid 5",
    data: () => ({ bridge: { vlanFiltering: 1, vlanDefaultPvid: 5 } }),
    change: { bridge: { vlanProtocol: "8021ad" } },
  },
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
];
