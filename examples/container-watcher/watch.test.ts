// The watcher against kernels in memory, one for each namespace.

import { type FakeKernel, fakeKernel } from "@rxnetlink/fake-route";
import { filter, map, ReplaySubject, Subject } from "rxjs";
import { type NamespaceEvent, type NamespaceTransport, rtnetlink } from "rxnetlink";
import { done, one } from "rxnetlink/promises";
import { expect, test } from "vitest";
import { inWords } from "./in-words.js";
import { HOST, watchContainers$ } from "./watch.js";

/** Transport of a machine whose namespaces are fake kernels. */
function machine(
  kernels: Record<string, FakeKernel>,
  namespaces$: Subject<NamespaceEvent>,
): NamespaceTransport {
  const { transport } = kernels[HOST]!;
  return {
    ...transport,
    socket$: (options) => {
      const { namespace = HOST } = options;
      return kernels[namespace as string]!.transport.socket$(options);
    },
    namespaces$: () => namespaces$,
  };
}

test("containers are reported as they come, change and go", async () => {
  const kernels = { [HOST]: fakeKernel(), web: fakeKernel({ links: [{ ifname: "eth0" }] }) };
  const namespaces$ = new Subject<NamespaceEvent>();
  const line$ = new ReplaySubject<string>();
  const lines: string[] = [];
  line$.subscribe((line) => lines.push(line));
  watchContainers$(machine(kernels, namespaces$)).pipe(map(inWords)).subscribe(line$);
  const seen = (line: string) => one(line$.pipe(filter((one) => one === line)));
  const [host, web] = [kernels[HOST], kernels.web].map(({ transport }) => rtnetlink({ transport }));

  await done(host!.link.add$({ ifname: "br0", linkinfo: { kind: "bridge" } }));
  await seen("+ host/br0 (bridge)");
  await done(host!.link.add$({ ifname: "v0", linkinfo: { data: { veth: { peer: { ifname: "v1" } } } } }));
  await seen("= host/v1 is joined to host/v0");
  await done(host!.link.change$({ ifname: "v0", master: "br0" }));
  await seen("> host/v0 is a port of br0");

  namespaces$.next({ type: "added", name: "web" });
  await seen("+ web/eth0 (ether)");
  await done(web!.address.add$({ index: "eth0", local: "10.0.0.2/24" }));
  await seen("+ 10.0.0.2/24 on web/eth0");
  await done(web!.link.change$({ ifname: "eth0", flags: { up: false } }));
  await done(web!.address.delete$({ index: "eth0", local: "10.0.0.2/24" }));
  await seen("- 10.0.0.2/24 on web/eth0");
  namespaces$.next({ type: "removed", name: "web" });
  await seen("- namespace web");

  await done(host!.link.change$({ ifname: "v0", master: 0 }));
  await seen("< host/v0 has left br0");
  await done(host!.link.delete$({ ifname: "v0" }));
  await seen("- host/v0 (veth)");
  expect(lines).toEqual([
    "+ namespace host",
    "+ host/br0 (bridge)",
    "+ host/v1 (veth)",
    "+ host/v0 (veth)",
    "= host/v1 is joined to host/v0",
    "> host/v0 is a port of br0",
    "+ namespace web",
    "+ web/eth0 (ether)",
    "+ 10.0.0.2/24 on web/eth0",
    "- 10.0.0.2/24 on web/eth0",
    "- web/eth0 (ether)",
    "- namespace web",
    "< host/v0 has left br0",
    "| host/v1 is no longer joined to host/v0",
    "- host/v1 (veth)",
    "- host/v0 (veth)",
  ]);
});
