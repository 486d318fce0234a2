import type { CaptureFormat } from "../capture-error.js";
import type { PacketSink } from "../packet.js";
import type { CaptureReader } from "../reading/capture-reader.js";

/** Reads a text line by line. */
export abstract class TextReader implements CaptureReader {
  abstract readonly format: CaptureFormat;
  readonly #decoder = new TextDecoder();
  /** The beginning of a line whose end has not come. */
  #rest = "";
  /** Number of the current line, from 1. */
  protected number = 0;

  /** Reads a line. */
  protected abstract line(text: string, sink: PacketSink): void;
  /** Reads what is left when there are no more lines. */
  protected abstract last(sink: PacketSink): void;

  push(bytes: Uint8Array, sink: PacketSink): void {
    this.#read(this.#decoder.decode(bytes, { stream: true }), sink);
  }

  end(sink: PacketSink): void {
    const rest = this.#rest + this.#decoder.decode();
    this.#rest = "";
    if (rest !== "") this.#line(rest, sink);
    this.last(sink);
  }

  #read(text: string, sink: PacketSink): void {
    const lines = (this.#rest + text).split("\n");
    this.#rest = lines.pop()!;
    for (const line of lines) this.#line(line, sink);
  }

  #line(text: string, sink: PacketSink): void {
    this.number++;
    this.line(text.endsWith("\r") ? text.slice(0, -1) : text, sink);
  }
}
