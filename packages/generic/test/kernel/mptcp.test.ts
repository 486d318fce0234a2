import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { filter, firstValueFrom, lastValueFrom, mergeMap, take, toArray } from "rxjs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { mptcpEndpointFlags } from "#src/mptcp/layout.js";
import { type Mptcp, mptcp } from "#src/mptcp/mptcp.js";
import { describeWith, type Kernel, openKernel } from "../support/kernel.js";

const needs = { programs: ["ip", "python3"], families: ["mptcp_pm"] };

/** One connection over loopback, which stays open until a line arrives. */
const CONNECT = `
import socket, sys
MPTCP = 262
server = socket.socket(socket.AF_INET, socket.SOCK_STREAM, MPTCP)
server.bind(("127.0.0.1", 0)); server.listen()
client = socket.socket(socket.AF_INET, socket.SOCK_STREAM, MPTCP)
client.connect(server.getsockname())
peer, _ = server.accept()
client.send(b"hello"); peer.recv(5); peer.send(b"hello"); client.recv(5)
print(server.getsockname()[1], flush=True)
sys.stdin.readline()
client.close(); peer.close()
`;

describeWith(needs, "endpoints of MPTCP", () => {
  let kernel: Kernel<Mptcp>;
  beforeEach(async () => {
    kernel = await openKernel(
      mptcp,
      "ip link add v0 type veth peer v1; ip link set v0 up; ip addr add 192.0.2.1/24 dev v0",
    );
  });
  afterEach(() => kernel.close());

  const listed = () => lastValueFrom(kernel.family.endpoint.list$().pipe(toArray()));

  test("are those that ip shows", async () => {
    kernel.run(
      "ip mptcp endpoint add 192.0.2.1 dev v0 signal; ip mptcp endpoint add 2001:db8::1 subflow backup; ip mptcp endpoint add 192.0.2.1 port 99 id 7 signal",
    );
    const shown = kernel.json("ip -j mptcp endpoint") as Record<string, unknown>[];
    const ours = (await listed()).map(({ addr = {} }) => ({
      address: addr.addr4 ?? addr.addr6,
      id: addr.id,
      ...(addr.port && { port: addr.port }),
      ...Object.fromEntries(mptcpEndpointFlags.names(addr.flags ?? 0).map((name) => [name, true])),
      ...(addr.ifIdx && { dev: "v0" }),
    }));
    expect(ours).toEqual(shown);
  });

  test("are added, changed and removed", async () => {
    const { endpoint } = kernel.family;
    const link = Number(kernel.run("ip -o link show v0 | cut -d: -f1"));
    await firstValueFrom(
      endpoint.add$({ addr: { addr4: "192.0.2.1", id: 3, flags: { subflow: true }, ifIdx: link } }),
    );
    await firstValueFrom(endpoint.add$({ addr: { addr6: "2001:db8::1", flags: { signal: true } } }));
    expect(kernel.json("ip -j mptcp endpoint")).toMatchObject([
      { address: "192.0.2.1", id: 3, subflow: true, dev: "v0" },
      { address: "2001:db8::1", signal: true },
    ]);
    await firstValueFrom(endpoint.change$({ addr: { id: 3, addr4: "192.0.2.1", flags: { backup: true } } }));
    expect(await firstValueFrom(endpoint.get$({ addr: { id: 3 } }))).toMatchObject({
      addr: { flags: mptcpEndpointFlags.of("subflow", "backup") },
    });
    await firstValueFrom(endpoint.delete$({ addr: { id: 3 } }));
    expect(await listed()).toHaveLength(1);
    await firstValueFrom(endpoint.flushAll$());
    expect(await listed()).toEqual([]);
  });

  test("can be handed back as they were listed", async () => {
    const { endpoint } = kernel.family;
    kernel.run("ip mptcp endpoint add 192.0.2.1 dev v0 signal backup");
    const before = kernel.run("ip mptcp endpoint");
    const [one] = await listed();
    await firstValueFrom(endpoint.delete$(one!));
    await firstValueFrom(endpoint.add$(one!));
    expect(kernel.run("ip mptcp endpoint")).toBe(before);
  });

  test("are watched by listing", async () => {
    const { endpoint } = kernel.family;
    const events = lastValueFrom(
      endpoint.watch$({}, { relistEvery: 50 }).pipe(
        filter(({ type }) => type !== "resync"),
        take(3),
        toArray(),
      ),
    );
    const synced = firstValueFrom(endpoint.watch$().pipe(filter(({ type }) => type === "synced")));
    await synced;
    kernel.run("ip mptcp endpoint add 192.0.2.1 id 5 signal");
    await firstValueFrom(
      endpoint.watch$({}, { relistEvery: 50 }).pipe(filter(({ type }) => type === "added")),
    );
    kernel.run("ip mptcp endpoint delete id 5");
    expect((await events).map(({ type }) => type)).toEqual(["synced", "added", "removed"]);
  });

  test("limits are read and set one by one", async () => {
    const { limits } = kernel.family;
    await firstValueFrom(limits.set$({ subflows: 4 }));
    await firstValueFrom(limits.set$({ rcvAddAddrs: 3 }));
    expect(kernel.run("ip mptcp limits").trim()).toBe("add_addr_accepted 3 subflows 4");
    expect(await firstValueFrom(limits.get$())).toEqual({ rcvAddAddrs: 3, subflows: 4 });
  });

  test("limits that are too high are refused in words of the kernel", async () => {
    await expect(firstValueFrom(kernel.family.limits.set$({ subflows: 900 }))).rejects.toMatchObject({
      code: "EINVAL",
      path: "subflows",
    });
  });
});

describeWith(needs, "events of MPTCP", () => {
  let kernel: Kernel<Mptcp>;
  let program: ChildProcess | undefined;
  beforeEach(async () => {
    kernel = await openKernel(
      mptcp,
      "sysctl -qw net.mptcp.enabled=1; ip mptcp limits set subflow 2 add_addr_accepted 2",
    );
  });
  afterEach(() => {
    program?.kill();
    return kernel.close();
  });

  test("tell of a connection from its start to its end", async () => {
    let listening = () => {};
    const ready = new Promise<void>((resolve) => {
      listening = resolve;
    });
    const events = lastValueFrom(
      kernel.family.event.notifications$({ listening }).pipe(
        mergeMap((event) => ("value" in event ? [event.value] : [])),
        filter((value) => ["created", "established", "closed"].includes(String(value.event))),
        take(5),
        toArray(),
      ),
    );
    await ready;
    program = spawn("nsenter", [`--net=${kernel.namespace.path}`, "python3", "-c", CONNECT], {
      stdio: ["pipe", "pipe", "inherit"],
    });
    const [line] = (await once(createInterface(program.stdout!), "line")) as [string];
    const port = Number(line);
    program.stdin!.end("\n");
    const values = await events;
    const ours = { event: "created", saddr4: "127.0.0.1", daddr4: "127.0.0.1", dport: port, family: 2 };
    expect(values).toContainEqual(expect.objectContaining(ours));
    const client = values.find(({ event, dport }) => event === "created" && dport === port)!;
    const of = (token: number | undefined) =>
      values.filter((value) => value.token === token).map(({ event }) => event);
    expect(of(client.token)).toEqual(expect.arrayContaining(["created", "established"]));
  });
});
