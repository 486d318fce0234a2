import type { PacketSink } from "../packet.js";
import { digitsIn, hexBytes } from "./hex.js";
import { TextReader } from "./text-reader.js";

/** Reads datagrams in hexadecimal, with blank lines between them. */
export class HexReader extends TextReader {
  readonly format = "hex";
  readonly #protocol: number;
  #lines: string[] = [];

  constructor(protocol: number) {
    super();
    this.#protocol = protocol;
  }

  protected line(text: string, sink: PacketSink): void {
    // A line with nothing but a comment parts nothing.
    if (text.trim() === "") this.last(sink, this.number);
    else if (digitsIn(text) !== "") this.#lines.push(text);
    else if (this.#lines.length > 0) this.#lines.push("");
  }

  protected last(sink: PacketSink, next = this.number + 1): void {
    if (this.#lines.length === 0) return;
    const lines = this.#lines;
    this.#lines = [];
    sink({ protocol: this.#protocol, bytes: hexBytes(lines.join("\n"), next - lines.length) });
  }
}
