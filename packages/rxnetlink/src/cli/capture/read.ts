import {
  type CapturedMessage,
  decode$,
  type FamilyOpener,
  packets$,
  type ReadOptions,
} from "@rxnetlink/capture";
import { Subject } from "rxjs";
import { chunksOf } from "./file.js";

/**
 * Decodes a capture as it comes: the messages of each piece of a file together, so that the reader need not hold it whole.
 *
 * @throws CaptureError behind the last message that can be read.
 */
export async function* messagesOf(
  file: string,
  families: readonly FamilyOpener[],
  options: ReadOptions = {},
): AsyncGenerator<CapturedMessage[]> {
  const chunk$ = new Subject<Uint8Array>();
  let messages: CapturedMessage[] = [];
  const failures: unknown[] = [];
  decode$(packets$(chunk$, options), families).subscribe({
    next: (message) => messages.push(message),
    error: (error) => failures.push(error),
  });
  const taken = () => {
    const all = messages;
    messages = [];
    return all;
  };
  for await (const chunk of chunksOf(file)) {
    chunk$.next(chunk);
    yield taken();
    if (failures.length > 0) throw failures[0];
  }
  chunk$.complete();
  yield taken();
  if (failures.length > 0) throw failures[0];
}
