// Sockets of UDP, unix, packet and netlink, compared with ss.
import { all } from "@rxnetlink/core/promises";
import { afterEach, beforeEach, expect, it } from "vitest";
import { SKNLGRP_INET_TCP_DESTROY } from "#src/index.js";
import { describeWith, type Kernel, openKernel } from "../support/kernel.js";
import { columnsOf, linesOf, memoryOf, steady, wordsOf } from "../support/ss.js";

describeWith(["python3", "ss"], "other sockets", () => {
  let kernel: Kernel;
  beforeEach(async () => {
    kernel = await openKernel();
  });
  afterEach(() => kernel.close());

  it("of UDP are those that ss lists", async () => {
    await kernel.python.run(`
bound = socket(AF_INET, SOCK_DGRAM)
bound.bind(("0.0.0.0", 53))
connected = socket(AF_INET, SOCK_DGRAM)
connected.bind(("127.0.0.1", 54))
connected.connect(("127.0.0.1", 55))
six = socket(AF_INET6, SOCK_DGRAM)
six.setsockopt(IPPROTO_IPV6, IPV6_V6ONLY, 1)
six.bind(("::", 56))
sender = socket(AF_INET, SOCK_DGRAM)
sender.sendto(b"hello", ("127.0.0.1", 53))`);
    const { udp } = kernel.diag;
    const listed = await all(udp.list$());
    const found = listed.map((socket) => [columnsOf(socket), wordsOf(socket)]);
    const printed = linesOf(kernel.run("ss -HOuniema")).map(({ columns, words }) => [columns, steady(words)]);
    const byText = (a: unknown, b: unknown) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);
    expect(found.length).toBe(4);
    expect(found.sort(byText)).toEqual(printed.sort(byText));
    expect(listed.find(({ sport }) => sport === 53)?.rqueue).toBeGreaterThan(0);
    for (const socket of listed) {
      const [got] = await all(udp.get$(socket));
      expect(got).toMatchObject({ cookie: socket.cookie, sport: socket.sport, src: socket.src });
    }
    expect((await all(udp.list$({ dport: 55 }))).map(({ sport }) => sport)).toEqual([54]);
  });

  it("of unix are those that ss lists, with what is asked for", async () => {
    await kernel.python.run(`
path = "/tmp/diag-test-%d" % os.getpid()
server = socket(AF_UNIX)
server.bind(path)
server.listen(3)
client = socket(AF_UNIX)
client.connect(path)
client.send(b"hello")
abstract = socket(AF_UNIX, SOCK_DGRAM)
abstract.bind("\\0abstract")
a, b = socketpair(AF_UNIX, SOCK_SEQPACKET)`);
    const path = await kernel.python.run<string>("path");
    const inode = await kernel.python.run<number>("os.stat(path).st_ino");
    const { unix } = kernel.diag;
    const listed = await all(unix.list$());
    const lines = linesOf(kernel.run("ss -HOxaem"), 8);
    const types = { stream: "u_str", dgram: "u_dgr", seqpacket: "u_seq" } as Record<string, string>;
    const states = { listen: "LISTEN", established: "ESTAB", close: "UNCONN" } as Record<string, string>;
    const found = listed.map(({ type, state, rqlen, name = "*", ino, peer = 0 }) => [
      ...[types[type]!, states[state]!, String(rqlen!.rqueue), String(rqlen!.wqueue), name, String(ino)],
      ...["*", String(peer)],
    ]);
    expect(found.length).toBe(5);
    expect(found.sort()).toEqual(lines.map(({ columns }) => [...columns]).sort());
    expect(new Set(listed.map(({ meminfo }) => memoryOf(meminfo!)))).toEqual(
      new Set(lines.map(({ words: { skmem } }) => skmem)),
    );
    const [server] = await all(unix.list$({ states: ["listen"] }));
    expect(server).toMatchObject({ name: path, vfs: { ino: inode }, icons: [expect.any(Number)], uid: 0 });
    const [abstract] = await all(unix.list$({ name: "@abstract", show: ["name"] }));
    expect(abstract).not.toHaveProperty("meminfo");
    await kernel.python.run("os.unlink(path)");
    const { ino, cookie } = server!;
    expect(await all(unix.get$({ ino, cookie }))).toMatchObject([{ name: path }]);
    await expect(all(unix.get$({ ino, cookie: 1n }))).rejects.toMatchObject({ code: "ESTALE" });
    expect(await all(unix.get$({ name: "@abstract" }))).toMatchObject([{ type: "dgram" }]);
    await expect(all(unix.get$({ name: "@none" }))).rejects.toMatchObject({ code: "ENOENT" });
  });

  it("of packets are those that ss lists", async () => {
    await kernel.python.run(`
p = socket(AF_PACKET, SOCK_RAW, htons(3))
p.bind(("lo", 3))
p.setsockopt(263, 18, struct.pack("HH", 7, 1))`);
    const listed = await all(kernel.diag.packet.list$());
    const [line] = linesOf(kernel.run("ss -HO0aem"), 6);
    expect(listed).toMatchObject([
      { type: "raw", num: 3, info: { index: 1 }, fanout: { id: 7, type: "lb" }, uid: 0 },
    ]);
    const [{ ino, cookie, meminfo }] = listed as [(typeof listed)[0]];
    expect(line!.columns).toEqual(["p_raw", "UNCONN", "0", "0", "*:lo", "*"]);
    expect(line!.words).toMatchObject({
      ino: String(ino),
      sk: cookie.toString(16),
      skmem: memoryOf(meminfo!),
    });
  });

  it("of netlink are listed once each, with groups and what they lost", async () => {
    await kernel.python.run(`
n = socket(AF_NETLINK, SOCK_RAW, 0)
n.setsockopt(SOL_SOCKET, SO_RCVBUF, 1)
n.bind((7777, 1))
n.setsockopt(270, 1, 33)`);
    kernel.run("for i in 1 2 3 4 5 6 7 8; do ip link set lo down; ip link set lo up; done");
    const { netlink } = kernel.diag;
    const listed = await all(netlink.list$({ protocol: "route" }));
    const [ours] = listed.filter(({ portid }) => portid === 7777);
    expect(ours).toMatchObject({ groups: [1, 33], type: "raw", state: "close" });
    expect(ours?.meminfo?.drops).toBeGreaterThan(0);
    const cookies = listed.map(({ cookie }) => cookie);
    expect(new Set(cookies).size).toBe(cookies.length);
    const printed = kernel
      .run("ss -HO -f netlink -aem")
      .split("\n")
      .filter((line) => line.includes("rtnl:7777") || line.includes("rtnl:python3"));
    expect(printed.length).toBe(2);
    expect(printed[0]).toContain(`skmem:${memoryOf(ours!.meminfo!)}`);
    expect(await all(netlink.list$({ protocol: "route", portid: 7777 }, { members: ["groups"] }))).toEqual([
      { groups: [1, 33] },
    ]);
  });

  it("of this program are among them", async () => {
    const { diag } = kernel;
    await new Promise<void>((resolve) => {
      diag.tcp.notifications$({ listening: resolve }).subscribe();
    });
    const own = await all(diag.netlink.list$({ protocol: "sockDiag" }));
    expect(own.flatMap(({ groups = [] }) => groups)).toContain(SKNLGRP_INET_TCP_DESTROY);
  });

  it("that a kernel does not list are an error with the module to load", async (context) => {
    const refusal = await all(kernel.diag.vsock.list$()).then(
      () => undefined,
      (error: unknown) => error,
    );
    if (refusal === undefined) return context.skip("this kernel lists sockets of vsock");
    expect(refusal).toMatchObject({ code: "ENOENT", hint: expect.stringContaining("modprobe vsock_diag") });
  });
});
