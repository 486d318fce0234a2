import { describe, expect, expectTypeOf, test } from "vitest";
import {
  type DccpSocket,
  type FilterableSocket,
  type MptcpSocket,
  type NetlinkSocket,
  type PacketSocket,
  parseSocketFilter,
  type RawSocket,
  type SctpSocket,
  SocketFilterSyntaxError,
  type TcpSocket,
  type UdpSocket,
  type UnixSocket,
  type VsockSocket,
} from "#src/index.js";

const read = (text: string) => String(parseSocketFilter(text));

describe("a filter in the grammar of ss", () => {
  test.each([
    ["sport 22", "sport = :22"],
    ["sport=:22", "sport = :22"],
    ["sport == :22", "sport = :22"],
    ["sport = :ssh", "sport = :22"],
    ["dport eq https", "dport = :443"],
    ["dport neq :80", "dport != :80"],
    ["dport ge 1024", "dport >= :1024"],
    ["dport lt :1024", "dport < :1024"],
    ["dport > 0x10", "dport > :16"],
    ["sport = *", "src *"],
    ["dst 10/8", "dst 10.0.0.0/8"],
    ["dst 193.233.7/24", "dst 193.233.7.0/24"],
    ["dst = 192.0.2.1:http", "dst 192.0.2.1:80"],
    ["src != 127.0.0.1", "not src 127.0.0.1"],
    ["src [::1]", "src [::1]"],
    ["src ::1", "src [::1]"],
    ["src 2001:db8::/32", "src [2001:db8::/32]"],
    ["src [2001:db8::/32]:22", "src [2001:db8::/32]:22"],
    ["src :22", "src *:22"],
    ["src *", "src *"],
    ["src inet:127.0.0.1", "src 127.0.0.1 and not src [::/0]"],
    ["src inet6:[::1]:22", "src [::1]:22 and src [::/0]"],
    ["sport > inet::22", "sport > :22 and not src [::/0]"],
    ["src unix:/tmp/.X11-unix/*", "src unix:/tmp/.X11-unix/*"],
    ["src @/tmp/dbus", "src unix:@/tmp/dbus"],
    ["src vsock:2:1024 or sport = vsock::1024", "src vsock:2:1024 or src vsock:*:1024"],
    ["src netlink:route:kernel", "src netlink:route:kernel"],
    ["not src link:ip:eth0", "not src link:ip:eth0"],
    ["not dev eth0", "not dev = eth0"],
    ["dev != 3", "not dev = 3"],
    ["fwmark 0x01/0x03", "fwmark = 0x1/0x3"],
    ["fwmark != 7", "not fwmark = 0x7"],
    ["cgroup = /sys/fs/cgroup/a\\ b", "cgroup = /sys/fs/cgroup/a\\ b"],
    ["autobound", "autobound"],
    ["not not autobound", "not not autobound"],
    ["sport 1 sport 2 or sport 3", "( sport = :1 and sport = :2 ) or sport = :3"],
    ["sport 1 || sport 2 && ! sport 3", "sport = :1 or ( sport = :2 and not sport = :3 )"],
    ["(sport 1|sport 2)&!(sport 3)", "( sport = :1 or sport = :2 ) and not sport = :3"],
    ["state established", "state established"],
    ["state FIN-WAIT-1 sport 1", "state fin-wait-1 sport = :1"],
    ["state bucket exclude syn-recv", "state time-wait"],
    ["exclude all", "exclude all"],
    ["", ""],
  ])("reads %s", (text, expected) => {
    expect(read(text)).toBe(expected);
    expect(read(expected)).toBe(expected);
  });

  test.each([
    ["sport = 22 garbage", 11, "garbage", 'a condition, "not" or "("'],
    ["sport = 22 )", 11, ")", 'a condition, "and", "or" or the end'],
    ["( sport = 22", 12, "", '"and", "or" or ")"'],
    ["sport", 5, "", "a port"],
    ["sport = 22 or", 13, "", 'a condition, "not" or "("'],
    ["or sport = 22", 0, "or", 'a condition, "not" or "("'],
    ["sport = 65536", 8, "65536", "a port from 0 to 65535, or the name of a service"],
    ["sport = 022", 8, "022", "a port from 0 to 65535, or the name of a service"],
    ["sport >= *", 9, "*", "a certain port"],
    ["dport = :no-such", 8, ":no-such", "a port from 0 to 65535, or the name of a service"],
    ["src 10.0.0.0/33", 4, "10.0.0.0/33", "a length of the prefix from 0 to 32"],
    ["src 10.0.0.0/8/8", 4, "10.0.0.0/8/8", "a length of the prefix from 0 to 32"],
    ["src [::1", 4, "[::1", "an IP address, or a prefix"],
    ["src localhost", 4, "localhost", "an IP address, or a prefix"],
    ["fwmark = 1/", 9, "1/", "a mark, or a mark and a mask, as 0x1/0xff"],
    ["sport > vsock::1", 8, "vsock::1", "a port of inet or inet6, which have an order"],
    ["src netlink:route:me", 4, "netlink:route:me", "a port id, or kernel"],
    ["src link:nope", 4, "link:nope", "a protocol of Ethernet, by name or number"],
    ["state", 5, "", "a state"],
    ["cgroup \\", 7, "\\", "a character after the backslash"],
  ])("refuses %s", (text, position, found, expected) => {
    const error = expect.objectContaining({ text, position, found, expected });
    expect(() => parseSocketFilter(text)).toThrow(SocketFilterSyntaxError);
    expect(() => parseSocketFilter(text)).toThrow(error);
  });

  test("is refused with a hint if a word is misspelt", () => {
    expect(() => parseSocketFilter("spot = 22")).toThrow(
      '"spot = 22": expected a condition, "not" or "(" at 0, not "spot" (did you mean sport?)',
    );
    expect(() => parseSocketFilter("state listning")).toThrow("(did you mean listening?)");
  });

  test("is refused if it is too deep", () => {
    const deep = (levels: number) => `${"( ".repeat(levels)}sport 1${" )".repeat(levels)}`;
    expect(read(deep(200))).toBe("sport = :1");
    expect(() => read(deep(100_000))).toThrow("at most 200 conditions within one another");
    expect(() => read(`${"not ".repeat(100_000)}sport 1`)).toThrow(SocketFilterSyntaxError);
  });

  test("has names of services of the caller", () => {
    const servicePort = (name: string) => (name === "own" ? 7 : undefined);
    expect(String(parseSocketFilter("sport = :own", { servicePort }))).toBe("sport = :7");
    expect(() => parseSocketFilter("sport = :ssh", { servicePort })).toThrow(SocketFilterSyntaxError);
  });

  test("has states, which the whole is about", () => {
    const filter = parseSocketFilter("state connected exclude time-wait sport = 22");
    expect(filter.states).toEqual([
      "established",
      "synSent",
      "synRecv",
      "finWait1",
      "finWait2",
      "closeWait",
      "lastAck",
      "closing",
    ]);
    expect(filter.matches({ state: "listen", sport: 22 })).toBe(false);
    expect(filter.matches({ state: "established", sport: 22 })).toBe(true);
    const other = parseSocketFilter("state established state listening");
    expect(filter.and(other).states).toEqual(["established"]);
    expect(() => filter.or(other)).toThrow("or: states: the kernel takes states for a filter as a whole");
    expect(() => filter.not()).toThrow("not: states");
    expect(() => parseSocketFilter("").not()).toThrow("not: this: lets all sockets pass");
  });

  test("selects sockets of other families, which the kernel does not filter", () => {
    const unix = { family: "unix", name: "/tmp/.X11-unix/X0" };
    const vsock = { family: "vsock", srcCid: 2, srcPort: 1024, dstCid: 3, dstPort: 9 };
    const netlink = { family: "netlink", protocol: "route", portid: 0, dstPortid: 7 };
    const packet = { family: "packet", num: 0x800, info: { index: 3 } };
    const inet = { family: "inet", sport: 22, dport: 0, src: "0.0.0.0", dst: "0.0.0.0" };
    const all = [unix, vsock, netlink, packet, inet];
    const found = (text: string) =>
      all.filter((it) => parseSocketFilter(text).withLinks({ eth0: 3 }).matches(it));
    expect(found("src unix:/TMP/*/X?")).toEqual([unix]);
    expect(found("src /tmp/.X11-unix/X[!1-9]")).toEqual([unix]);
    expect(found("src /tmp")).toEqual([]);
    expect(found("src vsock:2:1024 and dst vsock:*:9")).toEqual([vsock]);
    expect(found("src netlink:ROUTE:kernel or dst netlink:*:7")).toEqual([netlink]);
    expect(found("src link:ip:eth0")).toEqual([packet]);
    expect(found("src link:arp or dst link:ip")).toEqual([]);
    expect(found("sport = 22")).toEqual([inet]);
    expect(found("not sport = 22")).toEqual([unix, vsock, netlink, packet]);
    expect(parseSocketFilter("dst /tmp").matches(unix)).toBeUndefined();
    expect(Buffer.from(parseSocketFilter("src /tmp").bytecode).toString("hex")).toBe("01040800");
  });

  test("takes the rows of all lists", () => {
    expectTypeOf<TcpSocket | UdpSocket | RawSocket>().toExtend<FilterableSocket>();
    expectTypeOf<SctpSocket | DccpSocket | MptcpSocket>().toExtend<FilterableSocket>();
    expectTypeOf<UnixSocket | PacketSocket | NetlinkSocket | VsockSocket>().toExtend<FilterableSocket>();
    const socket: Pick<NetlinkSocket, "protocol" | "portid" | "dstPortid"> = {
      protocol: "route",
      portid: 7,
      dstPortid: 0,
    };
    expect(parseSocketFilter("src netlink:route:7").matches({ family: "netlink", ...socket })).toBe(true);
  });

  test("needs the index of a link", () => {
    const filter = parseSocketFilter("dev eth0 or not dev lo");
    expect(filter.linkNames).toEqual(["eth0", "lo"]);
    expect(() => filter.bytecode).toThrow("the index of the link eth0 is not known");
    expect(filter.matches({ sport: 1, if: 2 })).toBeUndefined();
    const known = filter.withLinks({ eth0: 2, lo: 1 });
    expect(known.linkNames).toEqual([]);
    expect(known.bytecode.length).toBe(24);
    expect(known.matches({ sport: 1, if: 1 })).toBe(false);
  });
});
