import { checkOptions, isBytes } from "@rxnetlink/core/internal";
import { from, Observable, type ObservableInput } from "rxjs";
import type { CapturedPacket } from "../packet.js";
import type { ReadOptions } from "./capture-reader.js";
import { AnyReader, readChecks } from "./read-capture.js";

/**
 * Emits the packets of a capture as they are read: of its bytes, or of a stream of them, such as that of a file or of standard
 * input. See {@link readCapture} for the formats.
 *
 * Errors with a {@link CaptureError} where the capture can be read no further, after what comes before that.
 *
 * @example
 * packets$(createReadStream("netlink.pcap")).subscribe(({ protocol, bytes }) => console.log(protocol, bytes));
 */
export function packets$(
  source: Uint8Array | ObservableInput<Uint8Array>,
  options: ReadOptions = {},
): Observable<CapturedPacket> {
  return new Observable((subscriber) => {
    const reader = new AnyReader(checkOptions("packets$", options, readChecks));
    const attempt = (step: () => void) => {
      try {
        step();
      } catch (error) {
        subscriber.error(error);
      }
    };
    const sink = (packet: CapturedPacket) => subscriber.next(packet);
    return from(isBytes(source) ? [source] : source).subscribe({
      next: (bytes) => attempt(() => reader.push(bytes, sink)),
      error: (error) => subscriber.error(error),
      complete: () =>
        attempt(() => {
          reader.end(sink);
          subscriber.complete();
        }),
    });
  });
}
