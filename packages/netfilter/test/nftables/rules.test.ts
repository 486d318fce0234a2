// Rules of ours beside those of nftables' own test data, and what is said of wrong ones. Neither needs the kernel.

import { EncodeError } from "@rxnetlink/core";
import { describe, expect, test } from "vitest";
import {
  accept,
  comment,
  concat,
  counter,
  ct,
  drop,
  type Expression,
  type Family,
  formatExpressions,
  icmp,
  ip,
  ip6,
  limit,
  log,
  meta,
  type RuleDraft,
  range,
  rule,
  ruleText,
  snat,
  tcp,
  udp,
} from "#src/nftables/index.js";
import { pairs } from "../support/nft-rules/table.js";
import { nftCases } from "../support/nftables/cases.js";

const cases = nftCases(import.meta.url);

/** Rules whose expressions the test data tell. */
const known =
  typeof cases === "string"
    ? []
    : pairs.flatMap(([family, nft, ours]) => {
        const same = cases.filter((one) => one.family === family).flatMap(({ rules }) => rules);
        const found = same.find(({ rule: text, expected }) => text === nft && expected !== undefined);
        return found === undefined ? [] : [[`${family} ${nft}`, family, ours, found.expected!] as const];
      });

describe.skipIf(typeof cases === "string")(
  `rules of nftables' test data${typeof cases === "string" ? `: ${cases}` : ""}`,
  () => {
    test("are many", () => expect(known.length).toBeGreaterThan(100));

    test.each(known)("%s", (_, family, ours, expected) => {
      const printed = formatExpressions(ours.compile(family).expressions).split("\n");
      const plain = (line: string) => line.trim().replace(/ 0x0 \]$/, " ]");
      expect(printed.map(plain)).toEqual(expected.map(plain));
    });
  },
);

const fault = (draft: () => RuleDraft, family: Family = "inet"): EncodeError => {
  try {
    draft().compile(family);
  } catch (error) {
    expect(error).toBeInstanceOf(EncodeError);
    return error as EncodeError;
  }
  return expect.fail("it was compiled");
};

test.each([
  ["rule[1].tcp.dport: 65536 is out of range 0 to 65535", () => rule(counter(), tcp.dport.eq(65536))],
  ['rule[0].tcp.dport[1]: "ssh" is not of type inet_service', () => rule(tcp.dport.in(22, "ssh" as never))],
  [
    'rule[0].ct.state: "estblished" is not of type ct_state (did you mean established?)',
    () => rule(ct.state.has("estblished" as never)),
  ],
  ['rule[0].ip.saddr: "192.0.2.300" is not of type ipv4_addr', () => rule(ip.saddr.eq("192.0.2.300"))],
  [
    "rule[0].ip.saddr: the prefix of 10.0.0.0/33 is longer than 32 bits",
    () => rule(ip.saddr.eq("10.0.0.0/33")),
  ],
  ["rule[0].tcp.dport: the range begins with 90, after its end 80", () => rule(tcp.dport.eq(range(90, 80)))],
  [
    "rule[1].udp.dport: it is a part of udp, but the packet is of protocol 6 by the table or an earlier match",
    () => rule(tcp.dport.eq(22), udp.dport.eq(53)),
  ],
  [
    "rule[1].ip6.saddr: it is a part of ip6, but the packet is ip by the table or an earlier match",
    () => rule(ip.ttl.eq(1), ip6.saddr.eq("::1")),
  ],
  ["rule[1].accept: it is never reached, since drop ends the rule", () => rule(drop(), accept())],
  ['rule[0].limit: "10" is no rate, such as "10/second" or "1 mbytes/second"', () => rule(limit("10"))],
  ["rule[0].log.group: a group has neither a level nor flags", () => rule(log({ group: 1, level: "warn" }))],
  [
    "rule[0].ip.saddr . tcp.dport[0]: an element needs a list of 2 values",
    () => rule(concat(ip.saddr, tcp.dport).in(["192.0.2.1"] as never)),
  ],
  [
    'rule[0].meta.iifname: "a name that is too long" is longer than 15 bytes',
    () => rule(meta.iifname.eq("a name that is too long")),
  ],
  [
    "rule[0].tcp.dport: two keys of the map overlap",
    () =>
      rule(
        tcp.dport.vmap([
          [range(1, 5), drop()],
          [range(5, 9), accept()],
        ]),
      ),
  ],
] as const)("%s", (message, draft) => {
  expect(fault(draft).message).toBe(message);
});

test("an address whose family nothing tells needs it to be named", () => {
  const draft = () => rule(snat(ct.mark.map({ 1: "192.0.2.1" })));
  expect(fault(draft).message).toContain("rule[0].snat.family: ");
  expect(draft().compile("ipv4").expressions).toHaveLength(3);
});

describe("a rule", () => {
  const both = rule(icmp.type.eq("echo-request"), drop());

  test("has other matches in each family", () => {
    const count = (family: Family) => both.compile(family).expressions.length;
    expect((["ipv4", "ip", "inet", "bridge", "netdev"] as const).map(count)).toEqual([5, 5, 7, 7, 7]);
    expect(fault(() => both, "arp").message).toContain("icmp");
  });

  test("numbers its anonymous sets as it is told", () => {
    let id = 40;
    const { sets, expressions } = rule(tcp.sport.in(1, 2), tcp.dport.in(3, 4)).compile("inet", () => ++id);
    expect(sets.map((set) => set.id)).toEqual([41, 42]);
    expect(expressions.flatMap(({ data }) => data?.lookup?.setId ?? [])).toEqual([41, 42]);
  });

  test("takes expressions of the kernel among its parts", () => {
    const raw: Expression = { data: { last: {} } };
    const { expressions, comment: text } = rule(tcp.dport.eq(22), raw, accept(), comment("c")).compile(
      "ipv4",
    );
    expect(expressions.at(-2)).toBe(raw);
    expect(text).toBe("c");
  });

  test("merges neighbours only if nothing between them acts", () => {
    const count = (draft: RuleDraft) => draft.compile("ipv4").expressions.length;
    expect(count(rule(tcp.sport.eq(1), tcp.dport.eq(2)))).toBe(4);
    expect(count(rule(tcp.sport.eq(1), counter(), tcp.dport.eq(2)))).toBe(7);
  });

  test("goes into a chain", () => {
    const place = { family: "inet", table: "t", chain: "c" } as const;
    expect(rule(accept()).in(place)).toMatchObject({
      ...place,
      sets: [],
      expressions: [{ name: "immediate" }],
    });
  });
});

describe("the text of a rule", () => {
  test("shows what it does not know as expressions, with what they use", () => {
    const unknown: Expression[] = [
      { data: { meta: { key: "mark", dreg: 1 } } },
      { name: "future" as never, data: { unknown: Uint8Array.of(1, 2) } as never },
    ];
    const expressions = [...rule(tcp.dport.eq(22)).compile("inet").expressions, ...unknown];
    expect(ruleText({ expressions }, "inet")).toBe(
      "tcp dport 22 [ meta load mark => reg 1 ] [ future 0102 ]",
    );
  });

  test("names links if it can", () => {
    const { expressions } = rule(meta.iif.eq(7)).compile("inet");
    expect(ruleText({ expressions }, "inet")).toBe("iif 7");
    expect(ruleText({ expressions }, "inet", { linkName: () => "eth0" })).toBe('iif "eth0"');
  });
});
