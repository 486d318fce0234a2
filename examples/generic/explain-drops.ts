// Prints packets that the kernel drops, in all network namespaces, with the reason and the place, until Ctrl-C. Needs
// CAP_SYS_ADMIN in the initial namespace.
//
//   # modprobe drop_monitor
//   # node dist/generic/explain-drops.js
//   listening
//   NO_SOCKET: udp 127.0.0.1:40000 > 127.0.0.1:4099 in __udp4_lib_rcv+0x9b0

import { fromEvent, takeUntil } from "rxjs";
import { type DroppedPacket, dropMonitor } from "rxnetlink/drop-monitor";
import { decodePacket } from "rxnetlink/packet";

const ETHERNET_HEADER = 14;
const IPV4 = 0x0800;
const IPV6 = 0x86dd;

/** Returns the packet in words. A payload has the header of Ethernet before that of IP. */
function inWords({ proto, payload = new Uint8Array(), origLen }: DroppedPacket): string {
  if (proto !== IPV4 && proto !== IPV6) return `protocol 0x${proto?.toString(16)}, ${origLen} bytes`;
  const packet = decodePacket(payload.subarray(ETHERNET_HEADER), proto);
  if (packet.type !== "ipv4" && packet.type !== "ipv6") return packet.type;
  const { saddr, daddr, payload: inner } = packet;
  const [from, to] = "source" in inner ? [`:${inner.source}`, `:${inner.dest}`] : ["", ""];
  return `${inner.type} ${saddr}${from} > ${daddr}${to}`;
}

dropMonitor()
  // The beginning of a packet has its headers.
  .dropped$({ truncLen: 128, listening: () => console.log("listening") })
  // Unsubscribing stops the monitor, which otherwise runs on.
  .pipe(takeUntil(fromEvent(process, "SIGINT")))
  .subscribe((event) => {
    if (event.type === "packet")
      console.log(`${event.reason ?? "dropped"}: ${inWords(event)} in ${event.symbol}`);
    else if (event.type === "overrun") console.log("packets were dropped here that are not reported");
  });
