import { appendFileSync, closeSync, openSync } from "node:fs";
import type { Transport } from "@rxnetlink/core";
import { type Check, checkArgument, passedOn } from "@rxnetlink/core/internal";
import { checkRecording, type RecordingOptions, recording } from "./recording.js";

const aPath: Check = (value) =>
  (typeof value === "string" && value !== "" && !value.includes("\0")) || value instanceof URL
    ? undefined
    : "the path or URL of a file";

/**
 * Wraps a transport and records its traffic into a file, which it overwrites. Each event is written at once, so nothing
 * is lost however the process ends. `close()` closes the transport and the file. Every datagram costs a system call; see
 * {@link recording}.
 *
 * @example
 * const transport = recordTo("netlink.pcapng", kernelTransport());
 * const { link } = rtnetlink({ transport });
 */
export function recordTo(
  path: string | URL,
  transport: Transport,
  options: RecordingOptions = {},
): Transport {
  checkArgument("recordTo", "path", path, aPath);
  checkRecording("recordTo", transport, options);
  const file = openSync(path, "w");
  let open = true;
  const recorded = recording(transport, (bytes) => open && appendFileSync(file, bytes), options);
  return {
    ...passedOn(recorded),
    socket$: (options) => recorded.socket$(options),
    async close() {
      await recorded.close();
      if (open) closeSync(file);
      open = false;
    },
  };
}
