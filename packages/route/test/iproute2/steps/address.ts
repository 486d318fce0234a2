import { addressFlags } from "#src/address/layout.js";
import type { SideBySide } from "./step.js";

const FOR_EVER = 0xffff_ffff;
const { nodad, homeaddress, noprefixroute, mcautojoin } = addressFlags.bits;

/** Addresses, with `ip address` and with rxnetlink. */
export const addressSteps: readonly SideBySide[] = [
  {
    title: "IPv4 addresses",
    print: ["ip -j -d -4 address", "ip -j -d -4 route show table all"],
    steps: [
      [
        "ip address add 198.51.100.1/24 broadcast 198.51.100.255 label v0:x dev v0",
        ({ address }, { v0 }) =>
          address.add$({
            index: v0,
            local: "198.51.100.1",
            prefixlen: 24,
            broadcast: "198.51.100.255",
            label: "v0:x",
          }),
      ],
      [
        "ip address add 198.51.100.1/24 dev v0",
        ({ address }, { v0 }) => address.add$({ index: v0, local: "198.51.100.1", prefixlen: 24 }),
        "EEXIST",
      ],
      [
        "ip address add 198.51.100.2/24 dev v0",
        ({ address }, { v0 }) => address.add$({ index: v0, local: "198.51.100.2", prefixlen: 24 }),
      ],
      [
        "ip address add 203.0.113.1 peer 203.0.113.2/32 dev v0",
        ({ address }, { v0 }) => address.add$({ index: v0, local: "203.0.113.1", address: "203.0.113.2" }),
      ],
      [
        "ip address add 127.0.0.5 dev lo",
        ({ address }, { lo }) => address.add$({ index: lo, local: "127.0.0.5" }),
      ],
      [
        "ip address change 198.51.100.1/24 metric 500 dev v0",
        ({ address }, { v0 }) =>
          address.change$({ index: v0, local: "198.51.100.1", prefixlen: 24, rtPriority: 500 }),
      ],
      [
        "ip address replace 198.51.100.2/24 valid_lft 5000 preferred_lft 3000 dev v0",
        ({ address }, { v0 }) =>
          address.replace$({
            index: v0,
            local: "198.51.100.2",
            prefixlen: 24,
            cacheinfo: { valid: 5000, prefered: 3000 },
          }),
      ],
      [
        "ip address replace 198.51.100.9/25 noprefixroute scope link dev v0",
        ({ address }, { v0 }) =>
          address.replace$({
            index: v0,
            local: "198.51.100.9",
            prefixlen: 25,
            scope: "link",
            flags: noprefixroute,
          }),
      ],
      [
        "ip address change 198.51.100.200/32 dev v0",
        ({ address }, { v0 }) => address.change$({ index: v0, local: "198.51.100.200" }),
      ],
      [
        "ip address add 239.5.5.5/32 autojoin dev v0",
        ({ address }, { v0 }) => address.add$({ index: v0, local: "239.5.5.5", flags: mcautojoin }),
      ],
      [
        "ip address delete 198.51.100.2/24 dev v0",
        ({ address }, { v0 }) => address.delete$({ index: v0!, local: "198.51.100.2", prefixlen: 24 }),
      ],
      [
        "ip address delete 198.51.100.2/24 dev v0",
        ({ address }, { v0 }) => address.delete$({ index: v0!, local: "198.51.100.2", prefixlen: 24 }),
        "EADDRNOTAVAIL",
      ],
      ["ip -4 address flush dev v0", ({ address }, { v0 }) => address.flush$({ family: "inet", index: v0! })],
    ],
  },
  {
    title: "IPv6 addresses",
    print: ["ip -j -d -6 address", "ip -j -d -6 route show dev v0"],
    steps: [
      [
        "ip address add 2001:db8:2::1/64 home nodad noprefixroute dev v0",
        ({ address }, { v0 }) =>
          address.add$({
            index: v0,
            address: "2001:db8:2::1",
            prefixlen: 64,
            flags: nodad | homeaddress | noprefixroute,
          }),
      ],
      [
        "ip address add 2001:db8:3::1 peer 2001:db8:3::2/128 nodad dev v0",
        ({ address }, { v0 }) =>
          address.add$({ index: v0, local: "2001:db8:3::1", address: "2001:db8:3::2", flags: nodad }),
      ],
      [
        "ip address add 2001:db8:2::1/64 nodad dev v0",
        ({ address }, { v0 }) =>
          address.add$({ index: v0, address: "2001:db8:2::1", prefixlen: 64, flags: nodad }),
        "EEXIST",
      ],
      [
        "ip address add 2001:db8:4::1/64 metric 88 nodad mngtmpaddr dev v0",
        ({ address }, { v0 }) =>
          address.add$({
            index: v0,
            address: "2001:db8:4::1",
            prefixlen: 64,
            rtPriority: 88,
            flags: addressFlags.of("nodad", "managetempaddr"),
          }),
      ],
      [
        "ip address change 2001:db8:4::1/64 valid_lft 9000 preferred_lft 0 nodad dev v0",
        ({ address }, { v0 }) =>
          address.change$({
            index: v0,
            address: "2001:db8:4::1",
            prefixlen: 64,
            cacheinfo: { valid: 9000, prefered: 0 },
            flags: nodad,
          }),
      ],
      [
        "ip address replace 2001:db8:4::1/64 valid_lft forever preferred_lft 9000 nodad dev v0",
        ({ address }, { v0 }) =>
          address.replace$({
            index: v0,
            address: "2001:db8:4::1",
            prefixlen: 64,
            cacheinfo: { valid: FOR_EVER, prefered: 9000 },
            flags: nodad,
          }),
      ],
      [
        "ip address change 2001:db8:6::1/128 nodad dev v0",
        ({ address }, { v0 }) => address.change$({ index: v0, address: "2001:db8:6::1", flags: nodad }),
      ],
      [
        "ip address delete 2001:db8:2::1/64 dev v0",
        ({ address }, { v0 }) => address.delete$({ index: v0!, address: "2001:db8:2::1", prefixlen: 64 }),
      ],
      [
        "ip -6 address flush dev v0 scope global",
        ({ address }, { v0 }) => address.flush$({ family: "inet6", index: v0!, scope: "universe" }),
      ],
    ],
  },
];
