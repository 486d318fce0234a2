// Sets of all types, with all their settings and elements, as `ipset` makes and prints them.

import { all, done, one } from "@rxnetlink/core/promises";
import { afterAll, beforeAll, expect, it, type TestContext } from "vitest";
import type { IpSet, IpSetRef, NewIpSet } from "#src/ipset/index.js";
import { type IpSetCase, ipsetCases } from "../support/ipset-cases.js";
import { describeWith, type Kernel, openKernel } from "../support/kernel.js";

/** Returns what `ipset save` prints of a set, without what the kernel chooses, in a stable order. */
function saved({ run }: Kernel, setname: string): string[] {
  const text = run(`ipset save ${setname}`).replaceAll(/ (bucketsize \d+|initval \S+)/g, "");
  return text
    .replaceAll(new RegExp(`(?<=^(create|add) )${setname} `, "gm"), "")
    .trim()
    .split("\n")
    .sort();
}

/** Returns the set that a case describes. */
function setOf({ typename, family, data }: IpSetCase, setname: string): NewIpSet {
  return { setname, typename, ...(family && { family }), ...(data && { data }) } as NewIpSet;
}

const keyOf = (element: object) =>
  JSON.stringify(Object.entries(element).sort(), (_, value) =>
    typeof value === "bigint" ? String(value) : value,
  );

/** Returns elements in a stable order: a hash has none. */
function sorted(elements: readonly object[]): object[] {
  return [...elements].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

/** Returns the fields of the header in the XML of `ipset`. */
function headerOf({ run }: Kernel, setname: string): Record<string, string | number> {
  const xml = run(`ipset list ${setname} -o xml`);
  const text = /<header>(.*)<\/header>/s.exec(xml)?.[1] ?? "";
  const fields = Array.from(text.matchAll(/<(\w+)>([^<]*)<\/\1>/g), ([, key, value]) => [key, Number(value)]);
  const revision = /<revision>(\d+)</.exec(xml)?.[1];
  return {
    ...Object.fromEntries(fields.filter(([, value]) => !Number.isNaN(value))),
    revision: Number(revision),
  };
}

/** Returns the header of one of ours, in the words of `ipset`. */
function headerOfOurs({ revision, data }: IpSet): Record<string, unknown> {
  const { elements: numentries, memsize, references, ...settings } = data as Record<string, unknown>;
  const numbers = Object.entries(settings).filter(([, value]) => typeof value === "number");
  return { ...Object.fromEntries(numbers), revision, memsize, references, numentries };
}

describeWith(["ipset"], "sets of the type", () => {
  let on: Kernel;
  let offered: Set<string>;
  beforeAll(async () => {
    on = await openKernel();
    offered = new Set((await all(on.nf.ipset.types$())).map(({ typename }) => typename));
  });
  afterAll(() => on?.close());

  const skipUnlessOffered = ({ typename }: IpSetCase, { skip }: TestContext) =>
    void (offered.has(typename) || skip(`this kernel has no ${typename}`));
  const titled = ipsetCases.map((one, i) => [`${one.typename} ${one.options}`, one, `case${i}`] as const);

  it.for(titled)("%s are what ipset save prints", async ([, given, setname], context) => {
    skipUnlessOffered(given, context);
    const { ipset } = on.nf;
    const set = setOf(given, setname);
    await done(ipset.create$(set));
    for (const [, element] of given.elements) await done(ipset.add$(set, element as never));
    const { typename, options, elements } = given;
    const bitmap = options.replace("10.0.0.0/8", "10.0.0.0-10.255.255.255");
    const lines = [`create ${typename} ${bitmap}`, ...elements.map(([text]) => `add ${text}`)];
    expect(saved(on, setname)).toEqual(lines.sort());
  });

  it.for(titled)("%s are listed as they were made by ipset", async ([, given, name], context) => {
    skipUnlessOffered(given, context);
    const { ipset } = on.nf;
    const setname = `${name}-theirs`;
    const lines = given.elements.map(([text]) => `add ${setname} ${text}`);
    const script = [`create ${setname} ${given.typename} ${given.options}`, ...lines];
    on.run(`ipset restore <<'END'\n${script.join("\n")}\nEND`);
    const listed = await one(ipset.get$({ setname }));
    expect(sorted(listed.elements ?? [])).toEqual(sorted(given.elements.map(([, element]) => element)));
    const { ip, ...data } = given.data ?? {};
    const first = ip === undefined ? {} : { ip: ip.replace(/\/.*/, "") };
    expect(listed).toMatchObject({ typename: given.typename, data: { ...data, ...first } });
    const theirs = headerOf(on, setname);
    expect(headerOfOurs(listed)).toMatchObject(theirs);
    await roundTrip(listed, `${name}-again`);
  });

  /** Makes a set of what was listed of another: both are printed alike. */
  async function roundTrip(listed: IpSet, setname: string): Promise<void> {
    const { ipset } = on.nf;
    const again = { ...listed, setname } as IpSet;
    await done(ipset.create$(again));
    const outcomes = await all(ipset.batch$("add", again as IpSetRef, (listed.elements ?? []) as never));
    expect(outcomes.filter(({ type }) => type !== "applied")).toEqual([]);
    expect(saved(on, setname)).toEqual(saved(on, listed.setname));
    for (const element of listed.elements ?? [])
      expect(await one(ipset.test$(again as IpSetRef, element as never))).toBe(true);
    await done(ipset.batch$("delete", again as IpSetRef, (listed.elements ?? []) as never));
    expect(await all(ipset.elements$(again as IpSetRef))).toEqual([]);
  }
});
