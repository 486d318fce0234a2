import { fileURLToPath } from "node:url";
import { gtpFamily, gtpPdpObject } from "../../../dist/gtp/index.js";
import { capturesIn } from "../family-captures.mjs";

const { notification } = capturesIn({ family: gtpFamily, messages: [gtpPdpObject] });

const path = (file) => fileURLToPath(new URL(`../../../../rxnetlink/dist/${file}`, import.meta.url));
/** A program: the tools of iproute2 know neither PDP contexts nor, before 6.2, links that need no sockets. */
const program = (text) => `node --input-type=module -e '
import { firstValueFrom } from "rxjs";
import { rtnetlink } from "${path("index.js")}";
import { gtp } from "${path("gtp.js")}";
const [nl, tunnels] = [rtnetlink(), gtp()];
${text}
await nl.close(); await tunnels.close();'`;

const link = program(
  `await firstValueFrom(nl.link.add$({ ifname: "gtp0", linkinfo: { data: { gtp: { role: "sgsn" } } } }));`,
);
const add = (context) =>
  program(`const { index } = await firstValueFrom(nl.link.get$({ ifname: "gtp0" }));
await firstValueFrom(tunnels.pdp.add$({ link: index, ${context} }));`);

const V0 = 'version: "v0", tid: 77n, flow: 5, peerAddress: "192.0.2.1", msAddress: "198.51.100.1"';
const V1 = 'iTei: 100, oTei: 200, peerAddress: "192.0.2.1", msAddress: "198.51.100.1"';

export const captures = [
  notification(gtpPdpObject, "new-v0", [link], add(V0), "new"),
  notification(gtpPdpObject, "new-v1", [link], add(V1), "new"),
];
