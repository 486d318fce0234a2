import { definitionOf, type NetlinkObject, pick } from "@rxnetlink/core";
import { all } from "@rxnetlink/core/promises";
import { openSandbox, type Sandbox, whyNoNamespaces } from "@rxnetlink/testing/kernel";
import { concatMap, from } from "rxjs";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Rtnetlink, rtnetlink } from "#src/rtnetlink.js";
import type { Case } from "../iproute2/cases/case.js";
import { cases } from "../iproute2/cases/index.js";
import type { Json, NameOf } from "../iproute2/printed/common.js";
import { collectNotifications, errorOf } from "../support/kernel.js";

const ALWAYS = `
  ip link set lo up; ip link add v0 type veth peer name v1; ip link set v0 up; ip link set v1 up
  ip addr add 192.0.2.1/24 dev v0; ip -6 addr add 2001:db8::1/64 dev v0 nodad`;

/** Removes members that are not compared, also nested ones such as `bucket.idle_time`. */
function compared(value: Json, skipped: Readonly<Record<string, string>> = {}): Json {
  const kept = structuredClone(value);
  for (const path of Object.keys(skipped)) {
    const [key, inner] = path.split(".") as [string, string?];
    if (inner === undefined) delete kept[key];
    else delete (kept[key] as Json | undefined)?.[inner];
  }
  if (Array.isArray(kept.flags)) kept.flags.sort();
  return kept;
}

const text = (value: unknown): string =>
  JSON.stringify(value, (_, inner) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
const sorted = (rows: Json[]) => rows.toSorted((a, b) => (text(a) < text(b) ? -1 : 1));

const why = whyNoNamespaces();
if (why !== undefined) console.log(`comparison of objects with iproute2 skipped: ${why}`);

describe.skipIf(why !== undefined)("objects as iproute2 prints them", () => {
  let sandbox: Sandbox;
  let nl: Rtnetlink;
  let nameOf: NameOf;

  beforeEach(async () => {
    sandbox = await openSandbox();
    nl = rtnetlink({ transport: sandbox.transport, namespace: sandbox.namespace.ref });
  });
  afterEach(() => sandbox?.close());

  /** Returns why the kernel lacks support. */
  function lacks({ needs }: Case): string | undefined {
    if (needs === undefined) return undefined;
    return errorOf(sandbox, `unshare -n sh -c '(ip link set lo up; ${needs}) 2>&1'`);
  }

  const printedBy = ({ print, rows = (json: never) => json as Json[], skipped }: Case) =>
    sorted(rows(sandbox.json<never>(print)).map((row) => compared(row, skipped)));

  const asIp = ({ asIp: print, skipped }: Case, values: unknown[]) =>
    sorted(
      values
        .flatMap((value) => [print(value as never, nameOf)].flat() as Json[])
        .map((row) => compared(row, skipped)),
    );

  const objectOf = ({ object }: Case) => nl[object as "address"] as unknown as NetlinkObject<object>;
  const listed = (one: Case) => all(objectOf(one).list$(one.match));

  async function setUp(one: Case): Promise<void> {
    sandbox.run(
      `set -e; ${ALWAYS}; ${one.needs?.startsWith("modprobe -a mpls") ? `${one.needs};` : ""} ${one.setup}`,
    );
    const names = new Map((await all(nl.link.list$())).map(({ index, ifname }) => [index, ifname]));
    nameOf = (index) => (index === undefined || index === 0 ? undefined : names.get(index));
  }

  const supported = (one: Case, skip: (note: string) => void) => {
    const reason = lacks(one);
    if (reason === undefined) return;
    console.log(`${one.title} skipped: this kernel reports "${reason}"`);
    skip(reason);
  };

  it.for(cases.map((one) => [one.title, one] as const))("%s", async ([, one], { skip }) => {
    supported(one, skip);
    await setUp(one);
    const values = await listed(one);
    const printed = printedBy(one);
    expect(printed.length).toBeGreaterThan(0);
    expect(asIp(one, values)).toEqual(printed);
  });

  const remade = cases.filter(({ again }) => again !== undefined);
  it.for(remade.map((one) => [one.title, one] as const))(
    "%s, removed and added again with rxnetlink",
    async ([, one], { skip }) => {
      supported(one, skip);
      await setUp(one);
      const before = printedBy(one);
      const mine = (await listed(one)).filter((value) => one.mine!(value as never));
      expect(mine.length).toBeGreaterThan(0);
      const reported = definitionOf(objectOf(one)).groups.length > 0 && one.silent === undefined;
      const received = reported ? await collectNotifications(objectOf(one)) : [];

      await all(
        from(mine).pipe(concatMap((value) => objectOf(one).flush$(one.key!(value as never) as never))),
      );
      expect(asIp(one, await listed(one))).toEqual(printedBy(one));
      expect(printedBy(one)).not.toEqual(before);

      const verb = one.verb ?? "add$";
      const requests = mine.flatMap((value) => one.again!(value as never));
      await all(from(requests).pipe(concatMap((request) => objectOf(one)[verb](request))));
      expect(printedBy(one)).toEqual(before);

      const events = (wanted: string) =>
        asIp(
          one,
          received.filter(({ type: event }) => event === wanted).map(({ value }) => value),
        );
      if (!reported) return;
      const { notified = (row: Json) => [row], keptInDelete } = one;
      const rows = asIp(one, mine).flatMap(notified);
      const last = (row: Json) =>
        expect.objectContaining(keptInDelete === undefined ? row : pick(row, ...keptInDelete));
      await vi.waitFor(() => {
        expect(events("new")).toEqual(expect.arrayContaining(rows));
        expect(events("delete")).toEqual(expect.arrayContaining(rows.map(last)));
      });
    },
  );
});
