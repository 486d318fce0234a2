// Sockets of TCP, compared with ss.
import { all } from "@rxnetlink/core/promises";
import { eventually } from "@rxnetlink/testing/gates";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { TcpSocket } from "#src/index.js";
import { describeWith, type Kernel, openKernel } from "../support/kernel.js";
import { columnsOf, linesOf, steady, wordsOf } from "../support/ss.js";

const CONNECTED = `
server = create_server(("127.0.0.1", 8080))
client = create_connection(("127.0.0.1", 8080))
accepted, _ = server.accept()
client.send(b"hello")`;
const DUAL = `
dual = create_server(("::", 81), family=AF_INET6, dualstack_ipv6=True)
mapped = create_connection(("127.0.0.1", 81))
only = create_server(("::1", 82), family=AF_INET6, backlog=9)
six = socket(AF_INET6)
six.setsockopt(SOL_SOCKET, 36, 0x2a)
six.connect(("::1", 82))`;
const ENDED = `
short = create_connection(("127.0.0.1", 8080))
end, _ = server.accept()
short.close()
end.close()`;

describeWith(["python3", "ss"], "sockets of TCP", () => {
  let kernel: Kernel;
  let tcp: Kernel["diag"]["tcp"];
  beforeEach(async () => {
    kernel = await openKernel();
    ({ tcp } = kernel.diag);
    await kernel.python.run(CONNECTED);
  });
  afterEach(() => kernel.close());

  const ext = ["info", "skmeminfo", "cong"] as const;
  const printed = () => linesOf(kernel.run("ss -HOtniema"));
  const byColumns = (a: readonly string[], b: readonly string[]) => (String(a) < String(b) ? -1 : 1);

  it("are those that ss lists, of both families and in all states", async () => {
    await kernel.python.run(DUAL);
    await kernel.python.run(ENDED);
    const listed = await all(tcp.list$());
    expect(listed.length).toBeGreaterThanOrEqual(10);
    expect(listed.map(columnsOf).sort(byColumns)).toEqual(
      printed()
        .map(({ columns }) => columns)
        .sort(byColumns),
    );
    expect(listed.filter(({ state }) => state === "timeWait")).toMatchObject([
      { timer: "timewait", inode: 0 },
    ]);
    expect(listed.some(({ src }) => src === "::ffff:127.0.0.1")).toBe(true);
  });

  it("have the measurements that ss shows", async () => {
    await kernel.python.run(DUAL);
    // An acknowledgement that is still to come changes what is counted between the two lists.
    const listed = await eventually(async () => {
      const sockets = await all(tcp.list$({ ext }));
      const found = Object.fromEntries(
        sockets.map((socket) => [columnsOf(socket).join(" "), wordsOf(socket)]),
      );
      expect(found).toEqual(
        Object.fromEntries(printed().map(({ columns, words }) => [columns.join(" "), steady(words)])),
      );
      return sockets;
    });
    const congestion = new Set(listed.map(({ cong }) => cong));
    for (const name of congestion) expect(kernel.run("ss -HOtniema")).toContain(` ${name} `);
  });

  it("have what was asked for, and nothing else", async () => {
    const [bare] = await all(tcp.list$({ ext: [], state: "established", dport: 8080 }));
    for (const member of ["info", "skmeminfo", "meminfo", "cong", "tos", "ulpInfo"])
      expect(bare).not.toHaveProperty(member);
    const [cheap] = await all(tcp.list$({ state: "established", dport: 8080 }));
    expect(cheap).toMatchObject({ cong: expect.any(String), tos: 0, skmeminfo: { drops: 0 } });
    expect(cheap).not.toHaveProperty("info");
    const members = ["info", "dport"] as const;
    const [chosen] = await all(tcp.list$({ state: "established", dport: 8080 }, { members }));
    expect(chosen).toEqual({ dport: 8080, info: expect.objectContaining({ bytesSent: 5n }) });
  });

  it("are filtered by the kernel and by what it does not filter by", async () => {
    await kernel.python.run(DUAL);
    const of = (match: object) => all(tcp.list$(match) as ReturnType<typeof tcp.list$<string>>);
    const ports = async (match: object) =>
      (await of(match)).map((socket) => (socket as TcpSocket).sport).sort();
    expect(await ports({ states: ["listen"] })).toEqual([8080, 81, 82]);
    expect(await ports({ state: "listen", family: "inet6" })).toEqual([81, 82]);
    expect(await of({ state: 6 })).toEqual([]);
    expect((await of({ dport: 8080 })).length).toBe(1);
    expect((await of({ dport: 0 })).length).toBe(3);
    expect((await of({ src: "127.0.0.1", sport: 81 })).length).toBe(1);
    expect((await of({ wqueue: 9 })).length).toBe(1);
  });

  it("are got by addresses and ports, and not mistaken for others with the cookie", async () => {
    await kernel.python.run(DUAL);
    for (const socket of await all(tcp.list$())) {
      const [got] = await all(tcp.get$(socket));
      expect(got).toMatchObject({ cookie: socket.cookie, src: socket.src, state: socket.state });
    }
    const [listening] = await all(tcp.get$({ src: "127.0.0.1", sport: 8080 }));
    expect(listening).toMatchObject({ state: "listen", sport: 8080 });
    const key = { src: "127.0.0.1", sport: 8080, dst: "127.0.0.1", dport: 9 };
    await expect(all(tcp.get$({ ...key, sport: 9 }))).rejects.toMatchObject({ code: "ENOENT" });
    await expect(all(tcp.get$({ src: "127.0.0.1", sport: 8080, cookie: 1n }))).rejects.toMatchObject({
      code: "ENOENT",
    });
    await expect(all(tcp.get$({ src: "127.0.0.1" }))).rejects.toMatchObject({ name: "EncodeError" });
    await expect(all(tcp.get$({ sport: 8080 }))).rejects.toMatchObject({
      name: "EncodeError",
      path: "family",
    });
  });

  it("show subflows of MPTCP, whose connections are listed apart", async (context) => {
    const unknown = await kernel.python.errnoOf(
      'm = socket(AF_INET, SOCK_STREAM, 262); m.bind(("127.0.0.1", 90)); m.listen()',
    );
    if (unknown !== undefined) return context.skip("this kernel has no MPTCP");
    await kernel.python.run('c = socket(AF_INET, SOCK_STREAM, 262); c.connect(("127.0.0.1", 90))');
    const subflows = await all(tcp.list$({ ext: ["info"], sport: 90, state: "established" }));
    const connections = await all(
      kernel.diag.mptcp.list$({ ext: ["info"], sport: 90, state: "established" }),
    );
    expect(connections.map(({ info }) => info?.token)).toEqual(
      subflows.map(({ ulpInfo }) => ulpInfo?.mptcp?.tokenLoc),
    );
    const lines = linesOf(kernel.run("ss -HOMniea"));
    const listed = await all(kernel.diag.mptcp.list$({ ext: ["info"] }));
    expect(listed.map(columnsOf).sort(byColumns)).toEqual(
      lines.map(({ columns }) => columns).sort(byColumns),
    );
    const tokens = lines.flatMap(({ words: { token } }) => token ?? []).sort();
    const ours = listed.map(({ info }) => info?.token?.toString(16));
    expect(ours.filter((token) => token !== undefined && token !== "0").sort()).toEqual(tokens);
    const [one] = connections;
    expect(await all(kernel.diag.mptcp.get$(one!))).toMatchObject([{ cookie: one!.cookie }]);
  });
});
