import { DecodeError } from "@rxnetlink/core";
import { CaptureError, type CaptureFormat } from "../capture-error.js";
import type { PacketSink } from "../packet.js";
import type { CaptureReader } from "../reading/capture-reader.js";
import { carriesNetlink } from "./cooked-header.js";
import { PendingBytes } from "./pending-bytes.js";

/** Largest record; no program writes larger ones, so a larger length is damage. */
const LARGEST = 64 * 1024 * 1024;

const HINT = "netlink is captured on a link of the kind nlmon";

/** Reads a file of records, each of which says its size. */
export abstract class RecordReader implements CaptureReader {
  abstract readonly format: CaptureFormat;
  readonly #pending = new PendingBytes();
  /** Types of the links of the capture. */
  readonly #linkTypes = new Set<number>();

  /** Returns the size of the record that bytes begin with; `undefined` if there is too little of it to know. */
  protected abstract sizeOf(bytes: Uint8Array): number | undefined;
  /** Reads a whole record. */
  protected abstract record(bytes: Uint8Array, sink: PacketSink): void;

  push(bytes: Uint8Array, sink: PacketSink): void {
    this.#pending.append(bytes);
    while (this.#next(sink)) {}
  }

  end(_: PacketSink): void {
    if (this.#pending.length > 0) throw this.failure("the capture is truncated here");
    const types = [...this.#linkTypes];
    if (types.length > 0 && !types.some(carriesNetlink))
      throw this.failure(`there is no netlink in it: its link type is ${types.join(", ")}`, { hint: HINT });
  }

  /** Takes note of the type of a link. */
  protected captured(linkType: number): void {
    this.#linkTypes.add(linkType);
  }

  /** Returns an error at the current record. */
  protected failure(reason: string, { hint, cause }: { hint?: string; cause?: unknown } = {}): CaptureError {
    return new CaptureError(this.format, this.#pending.offset, reason, hint, { cause });
  }

  /** Reads a record; returns false if none is whole. */
  #next(sink: PacketSink): boolean {
    try {
      const { all } = this.#pending;
      const size = this.sizeOf(all);
      if (size === undefined) return false;
      if (size > LARGEST) throw this.failure(`a record claims ${size} bytes`);
      if (size > all.length) return false;
      this.record(all.subarray(0, size), sink);
      this.#pending.skip(size);
      return true;
    } catch (error) {
      throw error instanceof DecodeError ? this.failure(error.message, { cause: error }) : error;
    }
  }
}
