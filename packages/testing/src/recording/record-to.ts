import { appendFileSync, closeSync, openSync } from "node:fs";
import type { Transport } from "@rxnetlink/core";
import { type RecordingOptions, recording } from "./recording.js";

/**
 * Does what another transport does, and records it into a file, which it makes anew. What has happened is in the file
 * at once: nothing is lost when the process ends, however it ends. `close()` closes the transport and the file.
 * Every datagram costs a system call; see {@link recording}.
 *
 * @example
 * const transport = recordTo("netlink.pcapng", kernelTransport());
 * const { link } = rtnetlink(transport);
 */
export function recordTo(path: string | URL, transport: Transport, options?: RecordingOptions): Transport {
  const file = openSync(path, "w");
  let open = true;
  const recorded = recording(transport, (bytes) => open && appendFileSync(file, bytes), options);
  return {
    socket$: (options) => recorded.socket$(options),
    async close() {
      await recorded.close();
      if (open) closeSync(file);
      open = false;
    },
  };
}
