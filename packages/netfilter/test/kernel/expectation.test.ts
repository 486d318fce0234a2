// Expectations: added by hand for a helper, and by a helper of the kernel.

import { EncodeError } from "@rxnetlink/core";
import { all, done } from "@rxnetlink/core/promises";
import type { Subscription } from "rxjs";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { conntrackStatus, type Expectation } from "#src/conntrack/index.js";
import { describeWith, type Kernel, openKernel } from "../support/kernel.js";
import { errorOf, refusal } from "../support/refusal.js";

const ip = { src: "10.0.0.1", dst: "10.0.0.2" };
const hosts = { src: "255.255.255.255", dst: "255.255.255.255" };
const master = { ip, proto: { num: "tcp" as const, srcPort: 1000, dstPort: 21 } };
const tuple = { ip, proto: { num: "tcp" as const, srcPort: 0, dstPort: 300 } };
const mask = { ip: hosts, proto: { num: "tcp" as const, srcPort: 0, dstPort: 65535 } };

/** Returns an expectation as `conntrack -L expect` prints it, without its timeout. */
function textOf({ tuple, mask, master, helpName, ...rest }: Expectation): string {
  const ports = (proto?: { srcPort?: number; dstPort?: number }) =>
    `sport=${proto?.srcPort} dport=${proto?.dstPort}`;
  const addresses = (prefix: string, of?: { src?: string; dst?: string }) =>
    `${prefix}src=${of?.src} ${prefix}dst=${of?.dst}`;
  return [
    `proto=6 ${addresses("", tuple?.ip)} ${ports(tuple?.proto)}`,
    `${addresses("mask-", mask?.ip)} ${ports(mask?.proto)}`,
    `${addresses("master-", master?.ip)} ${ports(master?.proto)}`,
    `class=${rest.class} helper=${helpName}`,
  ].join(" ");
}

/** Has the helper of FTP look at connections to port 21. */
const FTP = `
  nft add table ip ftp
  nft 'add ct helper ip ftp h { type "ftp" protocol tcp; }'
  nft 'add chain ip ftp out { type filter hook output priority 0; }'
  nft add rule ip ftp out tcp dport 21 ct helper set '"h"'`;

/** Announces a port to a server, which connects to it when a line arrives. */
const SESSION = `'${process.execPath}' --input-type=module -e '
  import { connect, createServer } from "node:net";
  import { once } from "node:events";
  const server = createServer((socket) => socket.on("data", () => socket.write("200 OK\\r\\n"))).listen(21, "127.0.0.1");
  const data = createServer().listen(2570, "127.0.0.1");
  await Promise.all([once(server, "listening"), once(data, "listening")]);
  const client = connect(21, "127.0.0.1");
  for (const line of ["USER x", "PORT 127,0,0,1,10,10"]) {
    client.write(line + "\\r\\n");
    await once(client, "data");
  }
  const back = connect(2570, "127.0.0.1");
  await once(back, "connect");
  process.exit();'`;

describeWith(["conntrack", "nft"], "an expectation", () => {
  let kernel: Kernel;
  let nf: Kernel["nf"];
  let watching: Subscription | undefined;
  beforeEach(async () => {
    kernel = await openKernel();
    ({ nf } = kernel);
  });
  afterEach(async () => {
    watching?.unsubscribe();
    await kernel.close();
  });

  const printed = () => kernel.run("conntrack -L expect 2>/dev/null").replaceAll(/^\d+ /gm, "").trim();

  /** Follows expectations; the result grows. */
  async function follow() {
    const seen: [type: string, dstPort: number | undefined][] = [];
    watching = nf.expectation.watch$({}, { relistEvery: 1_000_000 }).subscribe((event) => {
      const { tuple } =
        ("current" in event ? event.current : undefined) ?? (("previous" in event && event.previous) || {});
      seen.push([event.type, tuple?.proto?.dstPort]);
    });
    await vi.waitFor(() => expect(seen).toHaveLength(1));
    return seen;
  }

  it("is added, got, followed and deleted as conntrack lists it", async () => {
    const seen = await follow();
    const protoinfo = { tcp: { state: "established" as const } };
    await done(nf.conntrack.add$({ tupleOrig: master, timeout: 100, help: { name: "ftp" }, protoinfo }));
    const value = { master, tuple, mask, timeout: 200, helpName: "ftp" };
    await done(nf.expectation.add$(value));
    expect(await refusal(nf.expectation.add$(value))).toBe("EEXIST");
    const [listed] = await all(nf.expectation.list$({ master }));
    expect(textOf(listed!)).toBe(printed());
    expect(await all(nf.expectation.get$({ tuple }))).toMatchObject([{ id: listed!.id!, helpName: "ftp" }]);
    expect(await refusal(nf.expectation.delete$({ ...listed!, id: (listed!.id! ^ 1) >>> 0 }))).toBe("ENOENT");
    await done(nf.expectation.delete$(listed!));
    expect(printed()).toBe("");
    expect(await refusal(nf.expectation.get$({ tuple }))).toBe("ENOENT");
    await vi.waitFor(() =>
      expect(seen.slice(1)).toEqual([
        ["added", 300],
        ["removed", 300],
      ]),
    );
  });

  it("ends with its connection", async () => {
    const seen = await follow();
    await done(nf.conntrack.add$({ tupleOrig: master, timeout: 100, help: { name: "ftp" } }));
    await done(nf.expectation.add$({ master, tuple, mask, timeout: 200, helpName: "ftp" }));
    await done(nf.conntrack.delete$({ tupleOrig: master }));
    await vi.waitFor(() =>
      expect(seen.slice(1)).toEqual([
        ["added", 300],
        ["removed", 300],
      ]),
    );
  });

  it("is never deleted with all others by accident", async () => {
    await done(nf.conntrack.add$({ tupleOrig: master, timeout: 100, help: { name: "ftp" } }));
    await done(nf.expectation.add$({ master, tuple, mask, timeout: 200, helpName: "ftp" }));
    for (const key of [{}, { helpName: "ftp" }, { family: "ipv4" }, { master }] as const) {
      const error = await errorOf(nf.expectation.delete$(key));
      expect(error).toBeInstanceOf(EncodeError);
      expect(error.message).toMatch(/it names no expectation/);
    }
    expect(await all(nf.expectation.flush$({ helpName: "ftp" }))).toHaveLength(1);
    expect(printed()).toBe("");
  });

  it("of the kernel's helper leads to a connection with a master", async () => {
    kernel.run(FTP);
    const seen = await follow();
    kernel.run(SESSION);
    // The helper may expect it again for each packet that it sees.
    await vi.waitFor(() => expect(seen.at(-1)).toEqual(["removed", 2570]));
    expect(seen[1]).toEqual(["added", 2570]);
    expect(await all(nf.expectation.list$())).toEqual([]);
    const [data] = await all(nf.conntrack.list$({ tupleOrig: { proto: { dstPort: 2570 } } }));
    expect(data?.tupleMaster).toMatchObject({ ip: { dst: "127.0.0.1" }, proto: { num: "tcp", dstPort: 21 } });
    expect(conntrackStatus.has(data!.status!, "expected")).toBe(true);
    const [control] = await all(nf.conntrack.list$({ tupleOrig: data!.tupleMaster! }));
    expect(control?.help).toMatchObject({ name: "ftp" });
  });
});
