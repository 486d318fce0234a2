import { all, done } from "@rxnetlink/core/promises";
import { MissingProgramError } from "@rxnetlink/testing/kernel";
import type { Subscription } from "rxjs";
import { afterAll, afterEach, beforeAll, describe, expect, it, type TestContext } from "vitest";
import type { LinkData } from "#src/link/kinds/formats.js";
import type { Link } from "#src/link/layout.js";
import type { LinkCase } from "../iproute2/links/case.js";
import { linkCases } from "../iproute2/links/index.js";
import { kindAsIp, NOT_COMPARED, NOT_KEPT } from "../iproute2/printed/link-kinds.js";
import { PATIENCE, useNamespace } from "../support/namespace.js";
import { olderThan, orSkip, skipFor, whyNoNamespace } from "../support/skip.js";

type Json = Record<string, unknown>;

const SETUP = `
  for module in team hsr fou fou6 ip6_vti; do modprobe -q $module 2> /dev/null; done
  ip link add v0 type veth peer name v1
  ip link add w0 type veth peer name w1
  ip link add x0 type veth peer name x1
  for name in lo v0 v1 w0 w1 x0 x1; do ip link set $name up; done
`;

function comparable(printed: Json): Json {
  const kept = Object.entries(printed).filter(([key]) => !Object.hasOwn(NOT_COMPARED, key));
  return Object.fromEntries(
    kept.map(([key, value]) => {
      if (key === "flags") return [key, (value as string[]).filter((flag) => flag !== "M-DOWN").sort()];
      return [key, key === "linkinfo" || key === "info_data" ? comparable(value as Json) : value];
    }),
  );
}

/** Returns the settings that the kernel must report. */
function readable(data: LinkData, writeOnly: readonly string[] = []): LinkData {
  const [[kind, settings]] = Object.entries(data) as [[string, Json]];
  return { [kind]: Object.fromEntries(Object.entries(settings).filter(([key]) => !writeOnly.includes(key))) };
}

/** Returns the members that must be equal with iproute2 and with rxnetlink. */
function kept({ linkinfo }: Link): unknown {
  return JSON.parse(
    JSON.stringify(linkinfo, (key, value: unknown) => {
      if (Object.hasOwn(NOT_KEPT, key)) return undefined;
      return typeof value === "bigint" ? String(value) : value;
    }),
  );
}

const why = whyNoNamespace("the comparison of link kinds");

describe.skipIf(why !== undefined)("links of all kinds", () => {
  const netns = useNamespace(SETUP);
  let events: Subscription;
  let seen: { type: "new" | "delete"; value: Link }[] = [];

  beforeAll(async () => {
    await new Promise<void>((resolve) => {
      events = netns.nl.link.notifications$({ listening: resolve }).subscribe((change) => {
        if (change.type !== "new" && change.type !== "delete") return;
        if (change.value.ifname === "t0" && change.value.family === "unspec") seen.push(change);
      });
    });
  }, PATIENCE);
  afterEach(async () => {
    for (const ifname of ["t0", "t1"]) await all(netns.nl.link.flush$({ ifname }));
    seen = [];
  });
  afterAll(() => events?.unsubscribe());

  /** Returns the link as iproute2 prints it after a command. */
  const printedAfter = (command: string) =>
    netns.sandbox.json<[Json]>(`${command} && ip -j -d link show t0`)[0];

  /** Compares the decoded link with the output of iproute2, and returns it. */
  async function compared(printed = printedAfter("true")): Promise<Link> {
    const links = await all(netns.nl.link.list$());
    const names = new Map(links.map(({ index, ifname }) => [index, ifname]));
    const found = links.find(({ ifname }) => ifname === "t0")!;
    const nameOf = (at: number | undefined) => (at ? names.get(at) : undefined);
    expect(comparable(kindAsIp(found, nameOf))).toEqual(comparable(printed));
    return found;
  }

  /** Adds the link with rxnetlink, or skips the test if the kernel lacks the kind. */
  async function added(one: LinkCase, context: TestContext): Promise<LinkData> {
    if (one.since !== undefined && olderThan(one.since))
      skipFor(context, `the settings of "${one.ip}" exist since ${one.since}`);
    const of = await netns.indices();
    const data = one.data(of);
    await orSkip(
      context,
      one.ip,
      netns.nl.link.add$({ ifname: "t0", ...one.link?.(of), linkinfo: { data } }),
    );
    return readable(data, one.writeOnly);
  }

  /** Expects the last notification to equal the listed link. */
  const announced = (link: Link) =>
    expect.poll(() => seen.at(-1) && kept(seen.at(-1)!.value), { timeout: 10_000 }).toEqual(kept(link));

  it.for(linkCases.map((one) => [one.ip, one] as const))(
    "%s",
    { timeout: PATIENCE },
    async ([command, one], context) => {
      const sent = await added(one, context);
      const ours = await compared();
      if (ours.linkinfo?.data !== undefined) expect(ours.linkinfo.data).toMatchObject(sent);
      await announced(ours);

      if (one.change !== undefined) {
        await done(netns.nl.link.change$({ ifname: "t0", linkinfo: { data: one.change } }));
        const changed = await compared();
        expect(changed.linkinfo?.data).toMatchObject(readable(one.change, one.writeOnly));
      }
      await done(netns.nl.link.delete$({ ifname: "t0" }));
      await expect.poll(() => seen.at(-1)?.type, { timeout: 10_000 }).toBe("delete");

      let printed: Json;
      try {
        printed = printedAfter(`ip link add t0 ${command}`);
      } catch (error) {
        if (error instanceof MissingProgramError) throw error;
        return console.log(`iproute2 cannot add it: ${(error as Error).message.split("\n")[1]}`);
      }
      const theirs = await compared(printed);
      expect(kept(ours)).toEqual(kept(theirs));
    },
  );

  it("of kind tun report the settings of /dev/net/tun", { timeout: PATIENCE }, async (context) => {
    try {
      netns.sandbox.run("ip tuntap add t0 mode tap multi_queue");
    } catch {
      skipFor(context, "there is no /dev/net/tun");
    }
    const { linkinfo } = await netns.link("t0");
    expect(linkinfo?.data?.tun).toMatchObject({ type: "tap", multiQueue: 1, persist: 1, numQueues: 0 });
  });
});
