// Addresses and address labels.
import { pick } from "@rxnetlink/core";
import type { Address } from "#src/address/layout.js";
import { addressAsIp, addrlabelAsIp } from "../printed/address.js";
import type { Json } from "../printed/common.js";
import type { Case } from "./case.js";

export const addressCases: readonly Case[] = [
  {
    title: "addresses",
    object: "address",
    setup: `ip address add 198.51.100.1/24 dev v0 metric 77 label v0:x brd +
      ip address add 2001:db8:9::1/64 dev v0 metric 88 nodad`,
    print: "ip -j -d address",
    // The kernel's own addresses may or may not be tentative.
    rows: (links: { addr_info: Json[] }[]) =>
      links.flatMap(({ addr_info }) => addr_info ?? []).filter(({ scope }) => scope !== "link"),
    asIp: (address: Address) => (address.scope === "link" ? [] : addressAsIp(address)),
    mine: ({ rtPriority }: { rtPriority?: number }) => rtPriority !== undefined,
    key: (address: never) => pick(address as { address?: string }, "address"),
    again: (address: object) => [{ ...address, cacheinfo: undefined, ifaFlags: undefined }],
  },
  {
    title: "address labels",
    object: "addrlabel",
    setup:
      "ip addrlabel add prefix 2001:db8::/32 label 99; ip addrlabel add prefix 2001:db9::/32 dev v0 label 98",
    print: "ip -j addrlabel",
    asIp: addrlabelAsIp,
    mine: ({ label }: { label?: number }) => label === 98 || label === 99,
    key: (label: never) => pick(label as { label?: number }, "label"),
    again: (label: never) => [
      pick(label as Record<string, unknown>, "prefixlen", "index", "address", "label"),
    ],
  },
];
