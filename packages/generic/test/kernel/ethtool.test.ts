// On links that every kernel has, compared with the program ethtool.

import { definitionOf, KernelError, type NetlinkObject } from "@rxnetlink/core";
import { firstValueFrom, lastValueFrom, take, toArray } from "rxjs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Ethtool, ethtool } from "#src/ethtool/index.js";
import { commandOf } from "#src/family/genlmsghdr.js";
import { genericNetlink } from "#src/generic.js";
import { describeWith, type Kernel, openKernel } from "../support/kernel.js";

const needs = { programs: ["ethtool", "ip"], families: ["ethtool"] };
const QUEUES = "numtxqueues 2 numrxqueues 2";

let kernel: Kernel<Ethtool>;
const open = async () => {
  kernel = await openKernel(
    ethtool,
    `ip link add v0 ${QUEUES} type veth peer name v1 ${QUEUES}; ip link set v0 up; ip link set v1 up;
     ip link property add dev v0 altname other; ip tuntap add tap0 mode tap`,
  );
};

/** Returns the values of lines such as `RX: 1` in the part of a text after a heading. */
function valuesIn(text: string, heading = ""): Record<string, string> {
  const part = text.slice(text.indexOf(heading));
  return Object.fromEntries(
    [...part.matchAll(/^\s*([^:\n]+):[ \t]+(.*)$/gm)].map(([, key, value]) => [key, value]),
  );
}

describeWith(needs, "settings of links", () => {
  beforeAll(open);
  afterAll(() => kernel.close());

  test("features are those of ethtool -k", async () => {
    const [printed] = JSON.parse(kernel.run("ethtool --json -k v0"));
    const { hw, wanted, active, nochange } = await firstValueFrom(
      kernel.family.features.get$({ devName: "v0" }),
    );
    const names = (await firstValueFrom(kernel.family.strset.names$("features"))).filter(
      (name) => name in printed,
    );
    expect(names.length).toBeGreaterThan(30);
    for (const name of names) {
      const ours = {
        active: active?.[name] ?? false,
        fixed: !hw?.[name] || nochange?.[name] === true,
        requested: wanted?.[name] ?? false,
      };
      expect({ [name]: ours }).toEqual({ [name]: printed[name] });
    }
  });

  test("channels are those of ethtool -l", async () => {
    const channels = await firstValueFrom(kernel.family.channels.get$({ devName: "v0" }));
    const text = kernel.run("ethtool -l v0");
    const now = valuesIn(text, "Current hardware settings");
    expect(valuesIn(text.slice(0, text.indexOf("Current")))).toMatchObject({ RX: `${channels.rxMax}` });
    expect(now).toMatchObject({ RX: `${channels.rxCount}`, TX: `${channels.txCount}` });
  });

  test("abilities to timestamp are those of ethtool -T", async () => {
    const { timestamping } = await firstValueFrom(kernel.family.tsinfo.get$({ devName: "v0" }));
    const text = kernel.run("ethtool -T v0");
    const printed = [...text.matchAll(/^\t(software|hardware)-\S+/gm)].map(([line]) => line.trim());
    expect(Object.keys(timestamping!)).toEqual(printed);
  });

  test("the state of the connection is that of ethtool", async () => {
    const states = await lastValueFrom(kernel.family.linkState.list$().pipe(toArray()));
    for (const { devName, link } of states.filter(({ devName }) => devName !== "lo"))
      expect({ devName, link }).toEqual({
        devName,
        link: /Link detected: yes/.test(kernel.run(`ethtool ${devName}`)),
      });
  });

  test("names of counters are those of ethtool -S", async () => {
    const names = await firstValueFrom(kernel.family.strset.names$("stats", { devName: "v0" }));
    const printed = Object.keys(valuesIn(kernel.run("ethtool -S v0"))).filter(
      (key) => key !== "NIC statistics",
    );
    expect(names).toEqual(printed);
  });

  test("speed and duplex are set, and ethtool shows them", async () => {
    await firstValueFrom(
      kernel.family.linkModes.change$({ devName: "tap0", speed: 2500, duplex: "half", autoneg: false }),
    );
    expect(valuesIn(kernel.run("ethtool tap0"))).toMatchObject({ Speed: "2500Mb/s", Duplex: "Half" });
    const { speed, duplex } = await firstValueFrom(kernel.family.linkModes.get$({ devName: "tap0" }));
    expect({ speed, duplex }).toEqual({ speed: 2500, duplex: "half" });
  });

  test("classes of messages are set by name", async () => {
    await firstValueFrom(
      kernel.family.debug.change$({ devName: "tap0", msgmask: { drv: true, link: true, probe: false } }),
    );
    expect(kernel.run("ethtool tap0")).toMatch(/Current message level: 0x00000005 \(5\)\s+drv link/);
    const { msgmask } = await firstValueFrom(kernel.family.debug.get$({ devName: "tap0" }));
    expect(msgmask).toEqual({ drv: true, link: true });
  });

  test("links are named by index, name and alternative name", async () => {
    const { channels } = kernel.family;
    const byName = await firstValueFrom(channels.get$({ devName: "v0" }));
    expect(await firstValueFrom(channels.get$({ devIndex: byName.devIndex }))).toEqual(byName);
    expect(await firstValueFrom(channels.get$({ devIndex: "other" }))).toEqual(byName);
    expect(await firstValueFrom(channels.get$({ devName: "other" }))).toEqual(byName);
    expect(await lastValueFrom(channels.list$({ devIndex: "v0" }).pipe(toArray()))).toEqual([byName]);
  });

  test("the reply to a change of features tells what came of it", async () => {
    const wanted = { "tx-tcp-segmentation": false, "rx-lro": true };
    const reply = await firstValueFrom(kernel.family.features.set$({ devName: "v1", wanted }));
    expect(reply.wanted).toEqual({ "rx-lro": true });
    expect(reply.active).toMatchObject({ "tx-tcp-segmentation": false });
    expect(kernel.run("ethtool -k v1")).toMatch(/tx-tcp-segmentation: off/);
  });
});

describeWith(needs, "refusals of ethtool", () => {
  beforeAll(open);
  afterAll(() => kernel.close());

  const errorOf = (stream$: ReturnType<Ethtool["rings"]["get$"]>) =>
    firstValueFrom(stream$).catch((it) => it);

  test("name the link whose driver lacks something", async () => {
    const error = await errorOf(kernel.family.rings.get$({ devName: "v0" }));
    expect(error).toBeInstanceOf(KernelError);
    expect(error.message).toBe(
      "get rings devName=v0: EOPNOTSUPP (operation not supported); the driver of link v0 does not offer it",
    );
  });

  test("name the member at fault", async () => {
    const { rings, features } = kernel.family;
    expect(await errorOf(rings.get$({ devName: "none" }))).toMatchObject({ code: "ENODEV", path: "devName" });
    const error = await firstValueFrom(
      features.set$({ devName: "v0", wanted: { "rx-nonsense": true } }),
    ).catch((it) => it);
    expect(error).toMatchObject({
      code: "EOPNOTSUPP",
      path: "wanted.rx-nonsense",
      text: "bit name not found",
    });
  });

  test("are those of links that do not exist, if their index is looked up", async () => {
    const error = await errorOf(kernel.family.rings.get$({ devIndex: "none" }));
    expect(error).toMatchObject({ code: "ENODEV", path: "devIndex" });
  });

  test("end cable tests and flashing", async () => {
    const { cableTest$, cableTestTdr$, flashModule$ } = kernel.family;
    const link = { devName: "v0" };
    const unsupported = { code: "EOPNOTSUPP" };
    await expect(lastValueFrom(cableTest$(link))).rejects.toMatchObject(unsupported);
    await expect(lastValueFrom(cableTestTdr$(link, { pair: "b" }))).rejects.toMatchObject(unsupported);
    await expect(lastValueFrom(flashModule$(link, { fileName: "x.bin" }))).rejects.toMatchObject(unsupported);
  });
});

describeWith(needs, "changes of settings", () => {
  beforeAll(open);
  afterAll(() => kernel.close());

  test("are reported with the names of bits", async () => {
    const reported = new Promise((resolve) => {
      const listening = () => kernel.run("ethtool -K v0 tx-gso-list off");
      kernel.family.features
        .notifications$({ listening })
        .pipe(take(1))
        .subscribe((it) => resolve("value" in it ? it.value : it));
    });
    const now = await firstValueFrom(kernel.family.features.get$({ devName: "v0" }));
    const { active, devName } = (await reported) as typeof now;
    expect(devName).toBe("v0");
    expect(active).toMatchObject({ "tx-scatter-gather": true });
    expect(active).not.toHaveProperty("tx-gso-list");
  });

  test("of features are watched", async () => {
    const events: unknown[] = [];
    const changed = new Promise<void>((resolve) => {
      const subscription = kernel.family.features.watch$({ devName: "v1" }).subscribe((event) => {
        events.push(event);
        if (event.type === "synced") kernel.run("ethtool -K v1 tx-sctp-segmentation off");
        if (event.type !== "changed") return;
        subscription.unsubscribe();
        resolve();
      });
    });
    await changed;
    expect(events).toMatchObject([
      { type: "added", current: { devName: "v1", active: { "tx-sctp-segmentation": true } } },
      { type: "synced" },
      { type: "changed", previous: { active: { "tx-sctp-segmentation": true } } },
    ]);
    const { current } = events[2] as { current: { active: object } };
    expect(current.active).not.toHaveProperty("tx-sctp-segmentation");
    expect(current.active).toMatchObject({ "tx-scatter-gather": true });
  });

  test("of channels are watched", async () => {
    const counts: unknown[] = [];
    await new Promise<void>((resolve) => {
      const subscription = kernel.family.channels.watch$({ devName: "v0" }).subscribe((event) => {
        if ("current" in event) counts.push(event.current?.rxCount);
        if (event.type === "synced") kernel.run("ethtool -L v0 rx 1");
        if (event.type !== "changed") return;
        subscription.unsubscribe();
        resolve();
      });
    });
    expect(counts).toEqual([2, 1]);
  });
});

describeWith(needs, "what the kernel accepts", () => {
  beforeAll(open);
  afterAll(() => kernel.close());

  test("can be given, and is not declared as read-only", async () => {
    const { transport, namespace, family } = kernel;
    const genl = genericNetlink({ transport, namespace: namespace.ref });
    const { commands } = await firstValueFrom(genl.capabilities$("ethtool"));
    genl.connection.close();
    const faults: string[] = [];
    let counted = 0;
    for (const object of Object.values(family as unknown as Record<string, NetlinkObject<object>>)) {
      if (typeof object !== "object" || !("get$" in object || "change$" in object)) continue;
      const { name, types, layout } = definitionOf(object);
      for (const type of [types.get, types.set])
        for (const [number] of commands.get(commandOf(type ?? 0xff))?.do ?? []) {
          const key = layout.attributeName!(number);
          const member = key === undefined ? undefined : layout.member!(key);
          if (member === undefined || (type === types.set && member.readOnly))
            faults.push(`${name}.${key ?? number}`);
          counted++;
        }
    }
    expect(faults).toEqual([]);
    expect(counted).toBeGreaterThan(100);
  });
});
