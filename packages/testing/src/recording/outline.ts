import { aByteArray, checkArgument } from "@rxnetlink/core/internal";
import { readRecording } from "./recording-reader.js";

/** The time in which a network namespace was followed. */
export interface RecordedNamespace {
  /** Its name or path; absent for the namespace of the process, and for those that were given by number. */
  readonly name?: string;
  /** Time of the first event, in milliseconds since 1970. */
  readonly from: number;
  /** Time of the last event, in milliseconds since 1970. */
  readonly to: number;
}

/**
 * Returns when a recording was made, of which namespaces: as many as it has sockets in, the earliest first.
 *
 * @throws DecodeError if the bytes are not a recording.
 */
export function recordedNamespaces(bytes: Uint8Array): readonly RecordedNamespace[] {
  checkArgument("recordedNamespaces", "bytes", bytes, aByteArray);
  const found = new Map<string | undefined, { name?: string; from: number; to: number }>();
  for (const { namespace, opened, events } of readRecording(bytes)) {
    const end = opened + (events.at(-1)?.at ?? 0);
    const known = found.get(namespace);
    if (known === undefined)
      found.set(namespace, { ...(namespace !== undefined && { name: namespace }), from: opened, to: end });
    else Object.assign(known, { from: Math.min(known.from, opened), to: Math.max(known.to, end) });
  }
  return [...found.values()].sort((one, other) => one.from - other.from);
}
