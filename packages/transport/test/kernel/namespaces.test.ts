import { execFileSync, spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { type ChangeNotification, Connection, type ConnectionOptions } from "@rxnetlink/core";
import { filter, firstValueFrom, lastValueFrom, takeWhile, toArray } from "rxjs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type KernelTransport, kernelTransport } from "#src/kernel-transport.js";
import type { Namespace } from "#src/netns/namespace.js";
import {
  changeLink,
  dumpLinks,
  getLink,
  heard,
  type Link,
  nsidMessage,
  RTM_NEWNSID,
} from "../support/rtnetlink.js";

const { status, error } = spawnSync("unshare", ["--net", "true"]);
if (status !== 0) console.log(`skipped: namespaces: ${error?.message ?? "creating one is not permitted"}`);

const isEndOf = (ifname: string, { type: event, value }: ChangeNotification<Partial<Link>>) =>
  event === "delete" && value.ifname === ifname;

describe.skipIf(status !== 0)("network namespaces", () => {
  let transport: KernelTransport;
  const made: Namespace[] = [];
  const descriptors = () => readdirSync("/proc/self/fd").length;
  const threads = () => readdirSync("/proc/self/task").length;

  beforeEach(() => {
    transport = kernelTransport();
  });
  afterEach(async () => {
    for (const namespace of made.splice(0)) namespace.close();
    await transport.close();
  });

  async function create(): Promise<Namespace> {
    const namespace = await transport.createNamespace();
    made.push(namespace);
    return namespace;
  }
  const run = ({ path }: Namespace, command: string) =>
    execFileSync("nsenter", [`--net=${path}`, "sh", "-c", command], { encoding: "utf8" });
  const connect = ({ ref }: Namespace, options: Partial<ConnectionOptions> = {}) =>
    new Connection(transport, { protocol: 0, namespace: ref, ...options });
  /** Assigns an id to a namespace in another one. */
  const identify = (home: Namespace, { fd }: Namespace, nsid: number) =>
    lastValueFrom(connect(home).execute$({ type: RTM_NEWNSID, layout: nsidMessage, value: { nsid, fd } }));

  it("one thread serves two hundred, which leave no descriptor", async () => {
    await getLink(connect(await create()));
    const [before, alone] = [descriptors(), threads()];
    const namespaces = await Promise.all(Array.from({ length: 200 }, create));
    const connections = namespaces.map((namespace) => connect(namespace));
    const answers = await Promise.all(connections.map((connection) => getLink(connection)));
    expect(answers.map(({ ifname }) => ifname)).toEqual(Array(200).fill("lo"));
    expect(threads()).toBeLessThanOrEqual(alone + 1);
    expect(descriptors()).toBe(before + 400);
    for (const connection of connections) connection.close();
    for (const namespace of namespaces) namespace.close();
    // The reply comes after all earlier commands; the request has two descriptors of its own.
    await getLink(connect(await create()));
    expect(descriptors()).toBe(before + 2);
  });

  it("are distinguished by a socket that listens to all", async () => {
    const [home, other] = [await create(), await create()];
    await identify(home, other, 77);
    const heard$ = await heard(connect(home, { listenAllNsid: true }));
    run(other, "ip link set lo mtu 1111");
    run(home, "ip link set lo mtu 2222");
    const there = await firstValueFrom(heard$.pipe(filter(({ value }) => value.mtu === 1111)));
    const here = await firstValueFrom(heard$.pipe(filter(({ value }) => value.mtu === 2222)));
    expect(there.nsid).toBe(77);
    expect(here).not.toHaveProperty("nsid");
  });

  it("end silently, except that their id is removed", async () => {
    const [home, other] = [await create(), await create()];
    await identify(home, other, 77);
    run(home, `ip link add v0 type veth peer name v1 netns ${other.path}`);
    const heard$ = await heard(connect(home, { listenAllNsid: true }));
    other.close();
    // Our end of the pair is deleted with theirs.
    const events = await lastValueFrom(
      heard$.pipe(
        takeWhile((one) => !isEndOf("v0", one)),
        toArray(),
      ),
    );
    expect(events.filter(({ nsid }) => nsid === 77)).toEqual([]);
    expect(events[0]).toMatchObject({ object: "nsid", type: "delete", value: { nsid: 77 } });
  });

  it("are not visible to a socket that listens to its own", async () => {
    const [home, other] = [await create(), await create()];
    await identify(home, other, 77);
    const heard$ = await heard(connect(home));
    run(other, "ip link set lo mtu 1111");
    run(home, "ip link set lo mtu 2222");
    expect((await firstValueFrom(heard$)).value.mtu).toBe(2222);
  });

  it("are referenced by the object that holds them, but not after it is closed", async () => {
    const namespace = await create();
    expect((await getLink(connect({ ...namespace, ref: namespace }))).ifname).toBe("lo");
    const late = connect(namespace);
    namespace.close();
    // It may get the descriptor number that was just freed.
    await create();
    await expect(getLink(late)).rejects.toMatchObject({ syscall: "setns", code: "EBADF" });
  });

  it("continue without name and descriptor while a socket is open in them, and end with it", async () => {
    const [home, doomed] = [await create(), await create()];
    run(home, `ip link add v0 type veth peer name v1 netns ${doomed.path}`);
    const [inside, outside] = [connect(doomed), connect(home)];
    const [inside$, outside$] = [await heard(inside), await heard(outside)];
    await getLink(inside);
    const dump$ = dumpLinks(connect(doomed)).pipe(toArray());
    doomed.close();

    await changeLink(inside, { index: 1, mtu: 1111 });
    expect((await firstValueFrom(inside$)).value).toMatchObject({ ifname: "lo", mtu: 1111 });
    // No further socket can be opened in it, and a dump needs one of its own.
    await expect(lastValueFrom(dump$)).rejects.toMatchObject({ code: "EBADF" });

    inside.close();
    const end$ = outside$.pipe(filter((one) => isEndOf("v0", one)));
    expect(await firstValueFrom(end$)).toMatchObject({ type: "delete" });
  });
});
