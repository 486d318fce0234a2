// The requests of each object, byte by byte, and what it makes of the replies: golden messages, or the end of the list.
import { all, done } from "@rxnetlink/core/promises";
import { NLMSG_DONE } from "@rxnetlink/core/schema";
import { datagram, scriptedTransport } from "@rxnetlink/testing";
import { readGolden } from "@rxnetlink/testing/golden";
import type { Observable } from "rxjs";
import { describe, expect, test } from "vitest";
import { type SockDiag, sockDiag } from "#src/sock-diag.js";

const HEADER = 16;
const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

/** A kernel that answers each request with messages, or refuses it, and the bodies of the requests that it got. */
function answering(messages: readonly Uint8Array[], errno = 0) {
  const bodies: string[] = [];
  const transport = scriptedTransport((request, socket) => {
    const view = new DataView(request.buffer, request.byteOffset);
    bodies.push(hex(request.subarray(HEADER)));
    const sequence = view.getUint32(8, true);
    const isDump = (view.getUint16(6, true) & 0x300) === 0x300;
    for (const message of messages) {
      const copy = message.slice();
      new DataView(copy.buffer).setUint32(8, sequence, true);
      new DataView(copy.buffer).setUint16(6, isDump ? 2 : 0, true);
      new DataView(copy.buffer).setUint32(12, socket.portId, true);
      socket.deliver(datagram(copy));
    }
    if (messages.length > 0 && !isDump) return;
    const end = new DataView(new ArrayBuffer(isDump ? 20 : 36));
    end.setUint32(0, end.byteLength, true);
    end.setUint16(4, isDump ? NLMSG_DONE : 2, true);
    end.setUint16(6, isDump ? 2 : 0x100, true);
    end.setUint32(8, sequence, true);
    end.setUint32(12, socket.portId, true);
    end.setInt32(16, -errno, true);
    socket.deliver(datagram(new Uint8Array(end.buffer)));
  });
  return { diag: sockDiag({ transport }), bodies };
}

const golden = (folder: string, name: string) =>
  readGolden(new URL(`../../test/golden/${folder}/`, import.meta.url), `${folder.split("/")[0]}-${name}`)
    .bytes;

const NO_ENDS = "00".repeat(40);
const NO_COOKIE = "ff".repeat(8);
/** A request for sockets of IP: family, protocol, extensions, protocol of raw sockets, states. */
const inet = (start: string, states = "fe1f0000") => `${start}${states}${NO_ENDS}${NO_COOKIE}`;

const lists: readonly [name: string, list: (diag: SockDiag) => Observable<unknown>, bodies: string[]][] = [
  ["tcp", ({ tcp }) => tcp.list$(), [inet("0206f800"), inet("0a06f800")]],
  ["tcp by family", ({ tcp }) => tcp.list$({ family: "inet6" }), [inet("0a06f800")]],
  [
    "tcp by state",
    ({ tcp }) => tcp.list$({ family: "inet", state: "listen" }),
    [inet("0206f800", "00040000")],
  ],
  [
    "tcp by states",
    ({ tcp }) => tcp.list$({ family: "inet", states: ["established", "boundInactive"], ext: [] }),
    [inet("02060000", "02200000")],
  ],
  ["tcp with info", ({ tcp }) => tcp.list$({ family: "inet", ext: ["info", "meminfo"] }), [inet("02060300")]],
  [
    "members of tcp",
    ({ tcp }) => tcp.list$({ family: "inet" }, { members: ["src", "bbrinfo", "ulpInfo", "classId"] }),
    [inet("02062600")],
  ],
  [
    "tcp by a filter",
    ({ tcp }) => tcp.list$({ family: "inet", filter: { bytecode: Uint8Array.of(1, 4, 4, 0) } }),
    [`${inet("0206f800")}0800010001040400`],
  ],
  [
    "tcp with what BPF programs store",
    ({ tcp }) => tcp.list$({ family: "inet", bpfStorages: { mapFd: [5] } }),
    [`${inet("0206f800")}0c0002800800010005000000`],
  ],
  ["udp", ({ udp }) => udp.list$({ family: "inet" }), [inet("0211f800")]],
  ["udplite", ({ udplite }) => udplite.list$({ family: "inet" }), [inet("0288f800")]],
  ["raw", ({ raw }) => raw.list$({ family: "inet" }), [inet("02fff800")]],
  ["sctp", ({ sctp }) => sctp.list$({ family: "inet" }), [inet("0284f800")]],
  ["dccp", ({ dccp }) => dccp.list$({ family: "inet" }), [inet("0221f800")]],
  ["mptcp", ({ mptcp }) => mptcp.list$({ family: "inet" }), [`${inet("0200f800")}0800030006010000`]],
  ["unix", ({ unix }) => unix.list$(), [`01000000fe1f0000000000007f000000${NO_COOKIE}`]],
  [
    "unix by show",
    ({ unix }) => unix.list$({ show: ["peer"] }),
    [`01000000fe1f00000000000004000000${NO_COOKIE}`],
  ],
  ["packet", ({ packet }) => packet.list$(), [`11000000000000003f000000${NO_COOKIE}`]],
  ["netlink", ({ netlink }) => netlink.list$(), [`10ff0000000000000f000000${NO_COOKIE}`]],
  [
    "netlink by protocol",
    ({ netlink }) => netlink.list$({ protocol: "route" }),
    [`10000000000000000f000000${NO_COOKIE}`],
  ],
  ["vsock", ({ vsock }) => vsock.list$(), [`28000000fe1f00000000000000000000${NO_COOKIE}`]],
  ["xdp", ({ xdp }) => xdp.list$(), [`2c000000000000001f000000${NO_COOKIE}`]],
  ["smc", ({ smc }) => smc.list$(), [`2b00001f${NO_ENDS}${NO_COOKIE}`]],
  ["tipc", ({ tipc }) => tipc.list$(), ["1e00000086050000"]],
];

describe("a request to list", () => {
  test.each(lists)("%s", async (_, list, expected) => {
    const { diag, bodies } = answering([]);
    expect(await all(list(diag))).toEqual([]);
    expect(bodies).toEqual(expected);
  });
});

describe("a request for one", () => {
  const ends = { src: "127.0.0.1", sport: 80, dst: "127.0.0.2", dport: 9 };
  const local = "7f000001000000000000000000000000";
  const remote = "7f000002000000000000000000000000";

  test("names a socket by its ends, which change places for UDP", async () => {
    const { diag, bodies } = answering([], 2);
    await expect(all(diag.tcp.get$(ends))).rejects.toMatchObject({ code: "ENOENT" });
    await expect(all(diag.udp.get$(ends))).rejects.toMatchObject({ code: "ENOENT" });
    expect(bodies).toEqual([
      `0206f800fe1f000000500009${local}${remote}00000000${NO_COOKIE}`,
      `0211f800fe1f000000090050${remote}${local}00000000${NO_COOKIE}`,
    ]);
  });

  test("has the protocol of a raw socket twice", async () => {
    const { diag, bodies } = answering([golden("raw/by-hand", "icmp").slice(0)]);
    const [socket] = await all(diag.raw.list$({ family: "inet" }));
    await all(diag.raw.get$(socket!));
    expect(bodies[1]).toBe(`02fff801fe1f000000010000${local}${"00".repeat(16)}000000003412000000000000`);
  });

  test("destroys a socket, with its cookie if it was listed", async () => {
    const { diag, bodies } = answering([]);
    await done(diag.udp.destroy$({ ...ends, cookie: 0x1234n }));
    expect(bodies).toEqual([`0211f800fe1f000000500009${local}${remote}000000003412000000000000`]);
    await expect(done(diag.tcp.destroy$({ dst: "127.0.0.2", dport: 9 }))).rejects.toThrow(/sport is missing/);
  });
});

describe("replies", () => {
  test("that a kernel refuses with ENOENT have the module as a hint", async () => {
    const { diag } = answering([], 2);
    for (const [object, module] of [
      [diag.raw, "raw_diag"],
      [diag.smc, "smc_diag"],
      [diag.tipc, "tipc_diag"],
    ] as const)
      await expect(all(object.list$() as Observable<object>)).rejects.toMatchObject({
        code: "ENOENT",
        hint: expect.stringContaining(`modprobe ${module}`),
      });
  });

  test("with a socket of TIPC in a nest are that socket", async () => {
    const { diag } = answering([golden("tipc/by-hand", "connected")]);
    const [socket] = await all(diag.tipc.list$());
    expect(socket).toMatchObject({ ref: 76, tipcState: "established", stat: { drop: 1 } });
    expect(await all(diag.tipc.get$({ ref: 76 }))).toEqual([socket]);
    await expect(all(diag.tipc.get$({ ref: 1 }))).rejects.toMatchObject({ code: "ENOENT" });
  });

  test("that come twice are one netlink socket", async () => {
    const { diag } = answering([golden("netlink", "joined"), golden("netlink", "joined")]);
    expect(await all(diag.netlink.list$({}, { members: ["portid"] }))).toEqual([{ portid: 7777 }]);
  });

  test("have keys that no log shows", async () => {
    const { diag } = answering([golden("tcp", "md5sig")]);
    const [socket] = await all(diag.tcp.list$({ family: "inet", ext: ["info"] }));
    const { key, keylen } = socket!.md5sig![0]!;
    expect(String.fromCharCode(...key.subarray(0, keylen))).toBe("secret");
    expect(JSON.stringify(socket!.md5sig)).not.toContain("115");
    expect(`${key}`).toBe("(hidden)");
  });

  test("match an IPv4 address that is mapped into IPv6", async () => {
    const mapped = golden("tcp", "established").slice();
    mapped[HEADER] = 10;
    mapped.set([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 192, 0, 2, 1], HEADER + 8);
    const { diag } = answering([mapped]);
    const found = async (src: string) => (await all(diag.tcp.list$({ family: "inet6", src }))).length;
    expect(await found("192.0.2.1")).toBe(1);
    expect(await found("::ffff:192.0.2.1")).toBe(1);
    expect(await found("192.0.2.2")).toBe(0);
    await expect(found("nowhere")).rejects.toMatchObject({ name: "EncodeError", path: "src" });
  });
});
