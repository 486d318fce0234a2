import type { Context } from "hono";
import { streamSSE } from "hono/streaming";
import type { Watch } from "../network/watch.js";
import type { Beginning } from "../wire/state.js";
import { Outbox } from "./outbox.js";

/** Streams a snapshot and what changes to a browser, as fast as it reads. */
export function eventStream(context: Context, watch: Watch, snapshot: () => Beginning): Response {
  return streamSSE(context, async (stream) => {
    const outbox = new Outbox(snapshot);
    const updates = watch.updates$.subscribe({
      next: (update) => outbox.add(update),
      complete: () => outbox.close(),
    });
    stream.onAbort(() => outbox.close());
    try {
      for (let next = await outbox.next(); next !== undefined; next = await outbox.next())
        await stream.writeSSE({ event: next.type, data: JSON.stringify(next.data) });
    } finally {
      updates.unsubscribe();
    }
  });
}
