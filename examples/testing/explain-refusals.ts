// Prints what the kernel refused in a capture, to whomever it did, and why. It needs no kernel, and no Linux.
//
//   $ node dist/testing/explain-refusals.js netlink.pcap
//   new link v0: EEXIST
//   new route 198.51.100.0: ENETUNREACH Nexthop has invalid gateway

import { createReadStream } from "node:fs";
import { filter } from "rxjs";
import { type CapturedMessage, decode$, packets$ } from "rxnetlink/capture";
import { rtnetlink } from "rxnetlink/route";

/** Says what a request asked for: of a route its destination, of others the name. */
function inWords(request: CapturedMessage | undefined): string {
  if (request?.type !== "object") return "something else";
  const { ifname, dst, index } = request.value as Partial<Record<string, unknown>>;
  return `${request.action} ${request.object} ${ifname ?? dst ?? index}`;
}

const [file = "netlink.pcap"] = process.argv.slice(2);

decode$(packets$(createReadStream(file)), [rtnetlink])
  .pipe(filter((message) => message.type === "refusal"))
  .subscribe(({ request, code, text = "", path = "" }) =>
    console.log([`${inWords(request)}: ${code}`, text, path].filter(Boolean).join(" ")),
  );
