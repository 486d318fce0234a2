// Links on top of another link, added with `ip link` and with rxnetlink.
import { macsecCipherId } from "#src/link/kinds/macsec.js";
import { type LinkCase, onV0 } from "./case.js";

export const stackedLinks: readonly LinkCase[] = [
  {
    ip: "link v0 type vlan id 5 protocol 802.1ad reorder_hdr off gvrp on ingress-qos-map 1:2 3:4 egress-qos-map 5:6",
    link: onV0,
    data: () => ({
      vlan: {
        id: 5,
        protocol: "8021ad",
        flags: { flags: 2, mask: 3 },
        ingressQos: {
          mapping: [
            { from: 1, to: 2 },
            { from: 3, to: 4 },
          ],
        },
        egressQos: { mapping: [{ from: 5, to: 6 }] },
      },
    }),
    change: { vlan: { flags: { flags: 1, mask: 1 } } },
    writeOnly: ["flags"],
  },
  {
    ip: "link v0 type macvlan mode private bcqueuelen 500",
    link: onV0,
    data: () => ({ macvlan: { mode: "private", bcQueueLen: 500 } }),
    change: { macvlan: { mode: "bridge" } },
  },
  {
    ip: "link v0 type macvlan mode source macaddr add 02:00:00:00:00:77",
    link: onV0,
    data: () => ({
      macvlan: {
        mode: "source",
        macaddrMode: "set",
        macaddrData: { macaddr: ["02:00:00:00:00:77"] },
      },
    }),
    writeOnly: ["macaddrMode"],
  },
  {
    ip: "link v0 type macvlan mode passthru nopromisc",
    link: onV0,
    data: () => ({ macvlan: { mode: "passthru", flags: 1 } }),
  },
  {
    ip: "link v0 type macvlan mode vepa bc_cutoff 3",
    since: "6.4",
    link: (of) => ({ link: of("v0") }),
    data: () => ({ macvlan: { mode: "vepa", bcCutoff: 3 } }),
  },
  {
    ip: "link v0 type macvlan mode source macaddr add 02:00:00:00:00:79",
    link: (of) => ({ link: of("v0") }),
    data: () => ({ macvlan: { mode: "source", macaddrMode: "add", macaddr: "02:00:00:00:00:79" } }),
    writeOnly: ["macaddrMode", "macaddr"],
  },
  {
    ip: "link v0 type macvtap mode vepa",
    link: onV0,
    data: () => ({ macvtap: { mode: "vepa" } }),
    change: { macvtap: { mode: "private" } },
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
    ip: "link v0 type ipvlan mode l3 private",
    link: onV0,
    data: () => ({ ipvlan: { mode: "l3", flags: 1 } }),
    change: { ipvlan: { mode: "l2" } },
  },
  { ip: "link v0 type ipvtap mode l2 vepa", link: onV0, data: () => ({ ipvtap: { mode: "l2", flags: 2 } }) },
  {
    ip: "link v0 type macsec port 11 encrypt on cipher gcm-aes-256 icvlen 16 encodingsa 2 replay on window 5 validate check",
    link: onV0,
    data: () => ({
      macsec: {
        port: 11,
        encrypt: 1,
        cipherSuite: macsecCipherId.gcmAes256,
        icvLen: 16,
        encodingSa: 2,
        replayProtect: 1,
        window: 5,
        validation: "check",
      },
    }),
    change: { macsec: { encrypt: 0, validation: "strict" } },
    writeOnly: ["port"],
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
    ip: "link v0 type rmnet mux_id 1",
    link: (of) => ({ link: of("v0") }),
    data: () => ({ rmnet: { muxId: 1 } }),
  },
  {
    ip: "type hsr slave1 v0 slave2 w0 supervision 45 version 1",
    data: (of) => ({ hsr: { slave1: of("v0"), slave2: of("w0"), multicastSpec: 45, version: 1 } }),
    writeOnly: ["multicastSpec", "version"],
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
];
