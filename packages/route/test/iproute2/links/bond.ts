// Bonds, added with `ip link` and with rxnetlink.
import type { LinkCase } from "./case.js";

export const bonds: readonly LinkCase[] = [
  {
    ip:
      "type bond mode 802.3ad miimon 100 updelay 200 downdelay 300 lacp_rate fast ad_select bandwidth " +
      "xmit_hash_policy layer3+4 min_links 1 ad_actor_sys_prio 7 ad_user_port_key 3 ad_actor_system 02:00:00:00:00:98",
    data: () => ({
      bond: {
        mode: "8023ad",
        miimon: 100,
        updelay: 200,
        downdelay: 300,
        adLacpRate: "fast",
        adSelect: "bandwidth",
        xmitHashPolicy: "layer34",
        minLinks: 1,
        adActorSysPrio: 7,
        adUserPortKey: 3,
        adActorSystem: "02:00:00:00:00:98",
      },
    }),
    change: { bond: { minLinks: 2, resendIgmp: 9 } },
  },
  {
    ip:
      "type bond mode active-backup arp_interval 100 arp_ip_target 192.0.2.1,192.0.2.2 arp_validate filter_active " +
      "arp_all_targets all primary_reselect better fail_over_mac follow arp_missed_max 4 ns_ip6_target 2001:db8::1",
    data: () => ({
      bond: {
        mode: "activebackup",
        arpInterval: 100,
        arpIpTarget: ["192.0.2.1", "192.0.2.2"],
        arpValidate: "filterActive",
        arpAllTargets: "all",
        primaryReselect: "better",
        failOverMac: "follow",
        missedMax: 4,
        nsIp6Target: ["2001:db8::1"],
      },
    }),
    change: { bond: { arpIpTarget: ["192.0.2.3"] } },
  },
  {
    ip: "type bond mode balance-tlb tlb_dynamic_lb 0 lp_interval 5 miimon 100",
    data: () => ({ bond: { mode: "tlb", tlbDynamicLb: 0, lpInterval: 5, miimon: 100 } }),
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
];
