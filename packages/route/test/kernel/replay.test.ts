import { all } from "@rxnetlink/core/promises";
import { NotRecordedError, recording, replay } from "@rxnetlink/testing";
import { type Sandbox, whyNoNamespaces, withNamespace } from "@rxnetlink/testing/kernel";
import { lastValueFrom, type Observable, takeWhile, tap } from "rxjs";
import { describe, expect, test } from "vitest";
import { type Rtnetlink, rtnetlink } from "#src/index.js";

const reason = whyNoNamespaces();
if (reason !== undefined) console.log(`skipped: ${reason}`);

/** Returns the result of a program in a fresh namespace, and its recording. */
async function record<T>(program: (nl: Rtnetlink, run: Sandbox["run"]) => Promise<T>) {
  return withNamespace(async ({ transport, namespace, run }) => {
    const blocks: Uint8Array[] = [];
    const recorded = recording(transport, (bytes) => blocks.push(bytes));
    const value = await program(rtnetlink({ transport: recorded, namespace: namespace.ref }), run);
    await recorded.close();
    return { value, bytes: Buffer.concat(blocks) };
  });
}

const failure = <T>(source$: Observable<T>) =>
  lastValueFrom(source$).then(
    () => undefined,
    (error: unknown) => error,
  );

/** Calls back once the stream is listening, and collects it up to the value that `last` accepts. */
function until<T>(source$: Observable<T>, last: (value: T) => boolean): Promise<T[]> {
  return all(source$.pipe(takeWhile((value) => !last(value), true)));
}

describe.skipIf(reason !== undefined)("a replay of a recording", () => {
  test("has the recorded lists, changes and refusals", async () => {
    const program = async ({ link, address, route, rule }: Rtnetlink) => [
      await all(link.add$({ ifname: "v0", linkinfo: { data: { veth: { peer: { ifname: "v1" } } } } })),
      await all(link.change$({ ifname: "v0", flags: 1, change: 1 })),
      await all(link.list$()),
      await all(address.list$()),
      await all(route.list$()),
      await all(rule.list$()),
      await all(link.get$({ ifname: "v0" })),
      await failure(link.get$({ ifname: "nobody" })),
      await failure(link.add$({ ifname: "v0", linkinfo: { kind: "bridge" } })),
      await failure(link.add$({ ifname: "vx0", linkinfo: { data: { vxlan: { id: 1 << 24 } } } })),
    ];
    const { value, bytes } = await record(program);
    expect(value).toMatchObject({ 2: { length: 3 }, 7: { code: "ENODEV" }, 8: { code: "EEXIST" } });
    const again = rtnetlink({ transport: replay(bytes) });
    expect(await program(again)).toEqual(value);
    expect(await failure(again.link.delete$({ ifname: "v0" }))).toBeInstanceOf(NotRecordedError);
  });

  test("has the recorded notifications, and the state tracked by them", async () => {
    const program = (nl: Rtnetlink, happen: () => void) => {
      const reported = until(nl.link.notifications$({ listening: happen }), (it) => it.type === "delete");
      const kept = until(
        nl.link.watch$().pipe(tap(({ type }) => type === "synced" && happen())),
        ({ type }) => type === "removed",
      );
      return Promise.all([reported, kept]);
    };
    const { value, bytes } = await record((nl, run) => {
      let ready = 0;
      return program(nl, () => {
        if (++ready < 2) return;
        run("ip link add br0 type bridge; ip link set br0 up; ip link set br0 mtu 1400; ip link del br0");
      });
    });
    const [reported, kept] = value;
    expect(reported.map(({ type: event }) => event)).toEqual(expect.arrayContaining(["new", "delete"]));
    expect(kept).toMatchObject([
      { type: "added" },
      { type: "synced" },
      { type: "added", origin: "other" },
      ...kept.slice(3),
    ]);
    expect(await program(rtnetlink({ transport: replay(bytes) }), () => {})).toEqual(value);
  });

  test("recognizes the program's own changes", async () => {
    const program = async ({ address }: Rtnetlink) => {
      const add$ = address.add$({ index: 1, local: "192.0.2.1", prefixlen: 32 });
      const kept$ = address.watch$().pipe(tap(({ type }) => type === "synced" && add$.subscribe()));
      return (await until(kept$, ({ type }) => type === "added")).at(-1);
    };
    const { value, bytes } = await record(program);
    expect(value).toMatchObject({ type: "added", origin: "self" });
    expect(await program(rtnetlink({ transport: replay(bytes) }))).toEqual(value);
  });

  test("ends where the file is cut off", async () => {
    const program = ({ link }: Rtnetlink, happen?: () => void) =>
      all(
        link
          .notifications$(happen && { listening: happen })
          .pipe(takeWhile((it) => it.type !== "delete", true)),
      );
    const { value, bytes } = await record((nl, run) =>
      program(nl, () => run("ip link add br0 type bridge; ip link set br0 up; ip link del br0")),
    );
    expect(value.length).toBeGreaterThan(2);
    for (const share of [0.2, 0.5, 0.8]) {
      const some = await program(rtnetlink({ transport: replay(bytes.subarray(0, bytes.length * share)) }));
      expect(some.length).toBeLessThan(value.length);
      expect(some).toEqual(value.slice(0, some.length));
    }
  });
});
