import { aFunction, anArray, checkArgument } from "@rxnetlink/core/internal";
import { from, mergeMap, Observable, type ObservableInput } from "rxjs";
import type { CapturedPacket } from "../packet.js";
import type { CapturedMessage } from "./captured-message.js";
import { Decoder } from "./decoder.js";
import type { FamilyOpener } from "./family.js";

function decoderOf(callee: string, families: readonly FamilyOpener[]): Decoder {
  checkArgument(callee, "families", families, anArray);
  for (const [index, family] of families.entries())
    checkArgument(callee, `families[${index}]`, family, aFunction);
  return new Decoder(families);
}

/**
 * Emits the messages of captured packets: decoded by the declarations of the given families, and each reply with its request.
 * Families of generic netlink are known by what the controller says in the same capture, if `genericNetlink` is among them.
 *
 * @param families - Functions that open families, such as `rtnetlink`; nothing is opened.
 *
 * @example
 * decode$(packets$(bytes), [rtnetlink]).subscribe((message) => {
 *   if (message.type === "refusal") console.log(message.code, message.request);
 * });
 */
export function decode$(
  packets: ObservableInput<CapturedPacket>,
  families: readonly FamilyOpener[],
): Observable<CapturedMessage> {
  return new Observable((subscriber) => {
    const decoder = decoderOf("decode$", families);
    return from(packets)
      .pipe(mergeMap((packet) => decoder.decode(packet)))
      .subscribe(subscriber);
  });
}

/** Returns the messages of captured packets; see {@link decode$}. */
export function decode(
  packets: Iterable<CapturedPacket>,
  families: readonly FamilyOpener[],
): CapturedMessage[] {
  const decoder = decoderOf("decode", families);
  return Array.from(packets, (packet) => decoder.decode(packet)).flat();
}
