// Creates two network namespaces, connects them by a veth pair and gives each end an address.
// Needs root, or a user namespace: unshare -Urn node dist/routing/connect-namespaces.js
//
//   left: west 192.0.2.1/24
//   right: east 192.0.2.2/24

import { kernelTransport, prefixOf, rtnetlink } from "rxnetlink";
import { done, one } from "rxnetlink/promises";

const transport = kernelTransport();
const [left, right] = await Promise.all([transport.createNamespace(), transport.createNamespace()]);
const inLeft = rtnetlink({ transport, namespace: left.ref });
const inRight = rtnetlink({ transport, namespace: right.ref });

const peer = { ifname: "east", netNsFd: right.fd };
await done(inLeft.link.add$({ ifname: "west", linkinfo: { data: { veth: { peer } } } }));

const ends = [
  { side: "left", nl: inLeft, ifname: "west", local: "192.0.2.1/24" },
  { side: "right", nl: inRight, ifname: "east", local: "192.0.2.2/24" },
];
for (const { side, nl, ifname, local } of ends) {
  await done(nl.link.change$({ ifname, flags: { up: true } }));
  await done(nl.address.add$({ index: ifname, local }));
  const address = await one(nl.address.list$({ index: ifname, family: "inet" }));
  console.log(`${side}: ${ifname} ${prefixOf(address)}`);
}

await transport.close();
