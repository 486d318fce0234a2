import type { Infer } from "@rxnetlink/core/schema";
import { map, type OperatorFunction } from "rxjs";
import type { packetProtocol } from "../common/packet-values.js";
import { decodePacket } from "./decode-packet.js";
import type { Packet } from "./packet.js";

/** A logged or queued packet. */
export interface CarriesPacket {
  /** Discriminates events. */
  readonly type: "packet";
  /** The packet from its network header on. */
  readonly payload?: Uint8Array;
  /** Its protocol. */
  readonly packetHdr: { /** Ethernet protocol. */ readonly hwProtocol: Infer<typeof packetProtocol> };
}

/** An event; one with a packet also has its headers. */
export type Decoded<E> = E extends CarriesPacket
  ? E & {
      /** The packet's headers; see `decodePacket()`. */
      readonly headers: Packet;
    }
  : E;

const NO_BYTES = new Uint8Array(0);

/**
 * Adds the decoded `headers` to each packet of `nflog$` and `nfqueue$`; other events pass unchanged.
 *
 * @example
 * nf.nflog$(5).pipe(decodePackets()).subscribe((event) => {
 *   if (event.type === "packet" && event.headers.type === "ipv4") console.log(event.headers.saddr);
 * });
 */
export function decodePackets<
  E extends { /** Discriminates events. */ readonly type: string },
>(): OperatorFunction<E, Decoded<E>> {
  return map((event) => {
    if (event.type !== "packet") return event as Decoded<E>;
    const { payload = NO_BYTES, packetHdr } = event as unknown as CarriesPacket;
    return Object.assign(event, { headers: decodePacket(payload, packetHdr.hwProtocol) }) as Decoded<E>;
  });
}
