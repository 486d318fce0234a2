// Router advertisements: sent on one link of a pair, received and reported by the kernel on the other.

import { execFileSync, spawnSync } from "node:child_process";
import type { ChangeNotification } from "@rxnetlink/core";
import { all } from "@rxnetlink/core/promises";
import { whyNoNamespaces } from "@rxnetlink/testing/kernel";
import { filter, firstValueFrom, map, type Observable } from "rxjs";
import { describe, expect, it } from "vitest";
import { prefixFlags } from "#src/address/prefix.js";
import { useFreshKernel } from "../support/kernel.js";

const python = spawnSync("python3", ["-c", "import socket"]).status === 0;
const why =
  whyNoNamespaces() ?? (python ? undefined : "needs python3 for a raw ICMPv6 socket, which Node has not");
if (why !== undefined) console.log(`announcements of routers skipped: ${why}`);

// v0 accepts advertisements from v1; neither waits for duplicate address detection.
const SETUP = `
  ip link set lo up
  ip link add v0 type veth peer name v1
  echo 0 >/proc/sys/net/ipv6/conf/v0/accept_dad; echo 0 >/proc/sys/net/ipv6/conf/v1/accept_dad
  echo 2 >/proc/sys/net/ipv6/conf/v0/accept_ra; echo 0 >/proc/sys/net/ipv6/conf/v0/router_solicitations
  ip link set v0 up; ip link set v1 addrgenmode none; ip link set v1 up; ip addr add fe80::99/64 dev v1 nodad`;

/** A router advertisement (RFC 4861, 4.2) with a prefix (4.6.2), name servers (RFC 8106, 5.1) and search domains (5.2). */
const RDNSS = "1903 0000 0000 0258 20010db8000000000000000000000053";
const DNSSL = "1f02 0000 0000 0258 0161 0162 00 000000";
const ADVERTISEMENT = `86 00 0000 40 00 0708 00000000 00000000
  03 04 40 c0 00000e10 00000708 00000000 20010db8000700000000000000000000
  ${RDNSS} ${DNSSL}`.replaceAll(/\s/g, "");

const SEND = `
import socket, sys
s = socket.socket(socket.AF_INET6, socket.SOCK_RAW, socket.IPPROTO_ICMPV6)
s.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_MULTICAST_HOPS, 255)
s.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_MULTICAST_LOOP, 0)
s.bind(("fe80::99", 0, 0, int(sys.argv[1])))
s.sendto(bytes.fromhex(sys.argv[2]), ("ff02::1", 0, 0, int(sys.argv[1])))
`;

/** Flags `onlink` and `autoconf`, as reported since 6.8 and before. */
const KNOWN_FLAGS = [
  prefixFlags.of("onlink", "autoconf"),
  prefixFlags.of("onlinkBefore_6_8", "autoconfBefore_6_8"),
];

const hex = (text: string) => Buffer.from(text.replaceAll(" ", ""), "hex");

describe.skipIf(why !== undefined)("a router advertisement", () => {
  const on = useFreshKernel(SETUP);

  /** Sends an advertisement on v1. */
  function announce(): void {
    const { namespace, index } = on.kernel;
    execFileSync("nsenter", [
      `--net=${namespace.path}`,
      "python3",
      "-c",
      SEND,
      String(index.v1),
      ADVERTISEMENT,
    ]);
  }

  /** Returns the first notification after an advertisement. */
  async function received<T>(
    notifications$: (listening: () => void) => Observable<{ type: string }>,
    wanted: (value: T) => boolean = () => true,
  ): Promise<T> {
    let first: Promise<T> | undefined;
    await new Promise<void>((resolve) => {
      first = firstValueFrom(
        notifications$(resolve).pipe(
          filter((change) => change.type === "new"),
          map((change) => (change as ChangeNotification<T>).value),
          filter(wanted),
        ),
      );
    });
    announce();
    return first!;
  }

  it("is reported as a prefix", async () => {
    const { nl, index } = on.kernel;
    const prefix = await received((listening) => nl.prefix.notifications$({ listening }));
    expect(prefix).toEqual({
      family: "inet6",
      ifindex: index.v0,
      type: 3,
      len: 64,
      flags: expect.toSatisfy((flags: number) => KNOWN_FLAGS.includes(flags)),
      address: "2001:db8:7::",
      cacheinfo: { preferredTime: 1800, validTime: 3600 },
    });
  });

  it("is reported as options for user space: DNS servers and search domains", async () => {
    const { nl, index } = on.kernel;
    const option = (type: number) =>
      received(
        (listening) => nl.nduseropt.notifications$({ listening }),
        ({ options }: { options: Uint8Array }) => options[0] === type,
      );
    const common = { family: "inet6", ifindex: index.v0, icmpType: 134, icmpCode: 0, srcaddr: "fe80::99" };
    expect(await option(25)).toEqual({ ...common, optsLen: 24, options: new Uint8Array(hex(RDNSS)) });
    expect(await option(31)).toEqual({ ...common, optsLen: 16, options: new Uint8Array(hex(DNSSL)) });
  });

  it("creates an address and routes, which report their origin", async () => {
    const { nl, index } = on.kernel;
    const address = await received(
      (listening) => nl.address.notifications$({ listening }),
      (value: { address?: string }) => value.address?.startsWith("2001:db8:7:") === true,
    );
    expect(address).toMatchObject({
      index: index.v0,
      prefixlen: 64,
      cacheinfo: { prefered: 1800, valid: 3600 },
    });
    const routes = await all(nl.route.list$({ family: "inet6", protocol: "ra" }));
    expect(routes).toMatchObject([{ gateway: "fe80::99", oif: index.v0, dstLen: 0 }]);
  });
});
