// Sockets of protocols that are modules, which few kernels have; compared with ss where it knows them.
import { all, done } from "@rxnetlink/core/promises";
import type { Observable } from "rxjs";
import { afterEach, beforeEach, expect, it, type TestContext } from "vitest";
import { describeWith, type Kernel, openKernel } from "../support/kernel.js";
import { columnsOf, linesOf } from "../support/ss.js";

const STATES: Readonly<Record<string, string>> = { listen: "LISTEN", established: "ESTAB", close: "UNCONN" };

describeWith(["python3", "ss"], "sockets of modules", () => {
  let kernel: Kernel;
  beforeEach(async () => {
    kernel = await openKernel();
  });
  afterEach(() => kernel.close());

  /** Loads modules and opens sockets; skips the test where the kernel has no such sockets, or does not list them. */
  async function needs(
    { skip }: TestContext,
    modules: string,
    program: string,
    list$: () => Observable<unknown>,
  ): Promise<void> {
    kernel.run(`modprobe -aq ${modules} 2>/dev/null || true`);
    const skipSince = (why: string) => {
      console.log(`skipped: ${why}`);
      skip(why);
    };
    if ((await kernel.python.errnoOf(program)) !== undefined) skipSince(`this kernel lacks ${modules}`);
    const listed = await all(list$()).catch((error: unknown) => error as { code?: string });
    if ("code" in listed && listed.code === "ENOENT") skipSince(`this kernel does not list by ${modules}`);
  }

  it("of raw IP are those that ss lists, and can be destroyed", async (context) => {
    const { raw } = kernel.diag;
    const program = `
r = socket(AF_INET, SOCK_RAW, IPPROTO_ICMP)
r6 = socket(AF_INET6, SOCK_RAW, 58)
r6.connect(("::1", 0))`;
    await needs(context, "raw_diag", program, () => raw.list$());
    const listed = await all(raw.list$());
    const protocols = { 1: "icmp", 58: "ipv6-icmp" } as Record<number, string>;
    const printed = linesOf(kernel.run("ss -HOwnaem"));
    const numbers = printed.map(({ columns: [state, , , local] }) => [state, local?.split(":").at(-1)]);
    expect(listed.map(({ state, sport }) => [STATES[state], String(sport)]).sort()).toEqual(
      numbers
        .map(([state, name]) => [
          state,
          Object.entries(protocols).find(([, one]) => one === name)?.[0] ?? name,
        ])
        .sort(),
    );
    expect(listed.map(({ protocol }) => protocol).sort()).toEqual(["icmp", "icmpv6"]);
    const cookies = listed.map(({ cookie }) => cookie).sort();
    const got = await Promise.all(listed.map((socket) => all(raw.get$(socket))));
    expect(
      got
        .flat()
        .map(({ cookie }) => cookie)
        .sort(),
    ).toEqual(cookies);
    await done(raw.destroy$(listed[0]!));
    await all(raw.destroyAll$("all"));
    expect(await kernel.python.errnoOf("r.recv(1)")).toBe(103);
  });

  it("of SCTP are those that ss lists", async (context) => {
    const { sctp } = kernel.diag;
    const program = `
server = socket(AF_INET, SOCK_STREAM, 132)
server.bind(("127.0.0.1", 8080))
server.listen(5)
client = socket(AF_INET, SOCK_STREAM, 132)
client.connect(("127.0.0.1", 8080))
client.send(b"hello")`;
    await needs(context, "sctp sctp_diag", program, () => sctp.list$());
    const listed = await all(sctp.list$({ ext: ["info", "skmeminfo"] }));
    const ports = listed.map(({ sport, dport }) => [sport, dport].join(" "));
    const printed = linesOf(kernel.run("ss -HOSna").replaceAll("`- ", ""));
    expect(printed.length).toBeGreaterThan(0);
    expect(ports.length).toBeGreaterThanOrEqual(3);
    const [client] = listed.filter(({ dport, peers }) => dport === 8080 && peers !== undefined);
    expect(client).toMatchObject({
      state: "established",
      src: "127.0.0.1",
      locals: [{ family: "inet", addr: "127.0.0.1" }],
      peers: [{ family: "inet", addr: "127.0.0.1", port: 8080 }],
      info: { state: "established", pAddress: { addr: "127.0.0.1" }, oodchunks: 1n },
    });
    expect(listed.filter(({ state }) => state === "listen").length).toBe(1);
  });

  it("of DCCP are listed", async (context) => {
    const { dccp } = kernel.diag;
    const program = `
d = socket(AF_INET, 6, 33)
d.setsockopt(269, 2, struct.pack(">I", 42))
d.bind(("127.0.0.1", 8080))
d.listen(5)`;
    await needs(context, "dccp_ipv4 dccp_diag", program, () => dccp.list$());
    const listed = await all(dccp.list$());
    expect(listed.map(columnsOf)).toEqual(linesOf(kernel.run("ss -HOdna")).map(({ columns }) => columns));
    expect(listed).toMatchObject([{ sport: 8080, state: "listen" }]);
  });

  it("between virtual machines are those that ss lists", async (context) => {
    const { vsock } = kernel.diag;
    const program = `
v = socket(AF_VSOCK, SOCK_STREAM)
v.bind((VMADDR_CID_ANY, 1234))
v.listen(5)
w = socket(AF_VSOCK, SOCK_STREAM)
w.connect((1, 1234))`;
    await needs(context, "vsock_loopback vsock_diag", program, () => vsock.list$());
    const listed = await all(vsock.list$());
    const end = (cid: number, port: number) =>
      `${cid === 0xffff_ffff ? "*" : cid}:${port === 0xffff_ffff ? "*" : port}`;
    const found = listed.map(({ state, srcCid, srcPort, dstCid, dstPort }) => [
      ...["v_str", STATES[state], "0", "0", end(srcCid, srcPort), end(dstCid, dstPort)],
    ]);
    const printed = linesOf(kernel.run("ss -HOna --vsock"), 6).map(({ columns }) => [...columns]);
    expect(found.sort()).toEqual(printed.sort());
    expect((await all(vsock.list$({ states: ["listen"] }))).map(({ srcPort }) => srcPort)).toEqual([1234]);
  });

  it("of SMC are listed, also those that fell back to TCP", async (context) => {
    const { smc } = kernel.diag;
    const program = `
libc = ctypes.CDLL(None, use_errno=True)
address = struct.pack("<H", AF_INET) + struct.pack(">H", 8080) + inet_aton("127.0.0.1") + bytes(8)
s1 = libc.socket(43, SOCK_STREAM, 0)
if s1 < 0: raise OSError(ctypes.get_errno(), "no SMC")
libc.bind(s1, address, 16)
libc.listen(s1, 5)
s2 = libc.socket(43, SOCK_STREAM, 0)
libc.connect(s2, address, 16)`;
    await needs(context, "smc smc_diag", program, () => smc.list$());
    const listed = await all(smc.list$());
    expect(listed.find(({ state }) => state === "listen")).toMatchObject({ src: "127.0.0.1", sport: 8080 });
    expect(listed.find(({ dport }) => dport === 8080)).toMatchObject({ dst: "127.0.0.1", family: "smc" });
  });

  it("of XDP are those that ss lists", async (context) => {
    const { xdp } = kernel.diag;
    const program = `
import mmap
x = socket(44, SOCK_RAW)
area = mmap.mmap(-1, 65536)
at = ctypes.addressof(ctypes.c_char.from_buffer(area))
x.setsockopt(283, 4, struct.pack("QQIIII", at, 65536, 4096, 0, 0, 0))
for ring, entries in ((5, 64), (6, 32), (2, 16), (3, 8)): x.setsockopt(283, ring, struct.pack("I", entries))
ctypes.CDLL(None).bind(x.fileno(), struct.pack("HHIII", 44, 2, 1, 0, 0), 16)`;
    await needs(context, "xsk_diag", program, () => xdp.list$());
    const listed = await all(xdp.list$());
    expect(listed).toMatchObject([
      {
        info: { ifindex: 1, queueId: 0 },
        rxRing: { entries: 16 },
        txRing: { entries: 8 },
        umem: { size: 65536n, chunkSize: 4096, numPages: 16 },
        umemFillRing: { entries: 64 },
        umemCompletionRing: { entries: 32 },
      },
    ]);
    expect(kernel.run("ss -HOna --xdp")).toContain("lo:q0");
  });

  it("of TIPC are those that ss lists", async (context) => {
    const { tipc } = kernel.diag;
    const program = `
t = socket(AF_TIPC, SOCK_STREAM)
t.bind((TIPC_ADDR_NAMESEQ, 18888, 5, 5))
t.listen(5)
c = socket(AF_TIPC, SOCK_STREAM)
import threading
accepted = []
threading.Thread(target=lambda: accepted.append(t.accept()), daemon=True).start()
c.connect((TIPC_ADDR_NAME, 18888, 5, 0))`;
    await needs(context, "tipc tipc_diag", program, () => tipc.list$());
    const listed = await all(tipc.list$());
    const lines = linesOf(kernel.run("ss -HOna --tipc"), 6);
    const printed = lines.map(({ columns: [state] }) => state).sort();
    expect(listed.map(({ tipcState }) => STATES[tipcState!]).sort()).toEqual(printed);
    const [client] = await all(tipc.list$({ states: ["established"] }));
    expect(client).toMatchObject({
      type: "stream",
      con: { sock: expect.any(Number) },
      cookie: expect.any(BigInt),
    });
    expect(await all(tipc.get$({ ref: client!.ref! }))).toMatchObject([{ cookie: client!.cookie }]);
  });
});
