import { closeSync, openSync } from "node:fs";
import { all, done } from "@rxnetlink/core/promises";
import { openSandbox, type Sandbox, whyNoNamespaces } from "@rxnetlink/testing/kernel";
import { lastValueFrom } from "rxjs";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { addressFlags } from "#src/address/layout.js";
import { collectNotifications, refusal, useFreshKernel } from "../support/kernel.js";

const why = whyNoNamespaces();
if (why !== undefined) console.log(`namespace ids skipped: ${why}`);

describe.skipIf(why !== undefined)("namespace ids", () => {
  const on = useFreshKernel();
  let other: Sandbox;
  let fd: number;
  beforeEach(async () => {
    other = await openSandbox();
    fd = openSync(other.namespace.path, "r");
  });
  afterEach(async () => {
    closeSync(fd);
    await other.close();
  });

  it("are assigned once, found and announced", async () => {
    const { nl } = on.kernel;
    const received = await collectNotifications(nl.nsid);
    expect(await lastValueFrom(nl.nsid.get$({ fd }))).toMatchObject({ nsid: -1 });
    await done(nl.nsid.add$({ fd, nsid: 7 }));
    expect(await refusal(nl.nsid.add$({ fd, nsid: 8 }))).toBe("EEXIST");
    expect(await lastValueFrom(nl.nsid.get$({ fd }))).toMatchObject({ nsid: 7 });
    expect(await all(nl.nsid.list$())).toMatchObject([{ nsid: 7 }]);
    await vi.waitFor(() => expect(received).toMatchObject([{ type: "new", value: { nsid: 7 } }]));
  });

  it("identify the namespace of a veth peer, and one whose addresses are listed from here", async () => {
    const { nl, run } = on.kernel;
    await done(nl.nsid.add$({ fd, nsid: 7 }));
    await done(
      nl.link.add$({ ifname: "a0", linkinfo: { data: { veth: { peer: { ifname: "a1", netNsFd: fd } } } } }),
    );
    expect(await lastValueFrom(nl.link.get$({ ifname: "a0" }))).toMatchObject({ linkNetnsid: 7 });
    expect(run("ip -d link show a0")).toContain("link-netnsid 7");
    other.run("ip link set a1 up; ip address add 203.0.113.7/24 dev a1");
    const addresses = await all(nl.address.list$({ family: "inet", targetNetnsid: 7 }));
    expect(addresses).toMatchObject([{ local: "203.0.113.7", targetNetnsid: 7 }]);
  });

  it("are refused for anything but namespaces", async () => {
    expect(await refusal(on.kernel.nl.nsid.get$({ pid: 2 ** 30 }))).toBe("ESRCH");
  });
});

describe.skipIf(why !== undefined)("netconf", () => {
  const on = useFreshKernel();

  it("reports changes by sysctl", async () => {
    const { nl, run, index } = on.kernel;
    const received = await collectNotifications(nl.netconf);
    run("echo 1 >/proc/sys/net/ipv4/conf/v0/forwarding; echo 2 >/proc/sys/net/ipv4/conf/v0/rp_filter");
    run("echo 1 >/proc/sys/net/ipv6/conf/v0/proxy_ndp");
    const reported = (value: object) =>
      expect.objectContaining({
        type: "new",
        value: expect.objectContaining({ ifindex: index.v0, ...value }),
      });
    await vi.waitFor(() =>
      expect(received).toEqual(
        expect.arrayContaining([
          reported({ family: "inet", forwarding: 1 }),
          reported({ family: "inet", rpFilter: 2 }),
          reported({ family: "inet6", proxyNeigh: 1 }),
        ]),
      ),
    );
    expect(await lastValueFrom(nl.netconf.get$({ family: "inet", ifindex: index.v0! }))).toMatchObject({
      forwarding: 1,
      rpFilter: 2,
    });
  });
});

describe.skipIf(why !== undefined)("multicast addresses joined by sockets", () => {
  const on = useFreshKernel();

  it("are listed with their links", async () => {
    const { nl, index, run } = on.kernel;
    const listed = await all(nl.multicastAddress.list$({ family: "inet6" }));
    expect(listed).toEqual(
      expect.arrayContaining([expect.objectContaining({ index: index.v0, multicast: "ff02::1" })]),
    );
    run("echo 1 >/proc/sys/net/ipv6/conf/all/forwarding");
    const anycast = await all(nl.anycastAddress.list$({ family: "inet6" }));
    expect(anycast).toEqual(
      expect.arrayContaining([expect.objectContaining({ index: index.v0, anycast: "2001:db8::" })]),
    );
  });
});

describe.skipIf(why !== undefined)("the origin of an address", () => {
  const on = useFreshKernel();

  it.for([
    ["198.51.100.1", 24],
    ["2001:db8:5::1", 64],
  ] as const)("is kept with it: %s", async ([address, prefixlen], { skip }) => {
    const { nl, index } = on.kernel;
    const flags = addressFlags.bits.nodad;
    await done(nl.address.add$({ index: index.v0!, address, prefixlen, flags, proto: 99 }));
    const [found] = await all(nl.address.list$({ address }));
    if (found?.proto === undefined) return skip("IFA_PROTO is since 5.18");
    expect(found.proto).toBe(99);
  });
});
