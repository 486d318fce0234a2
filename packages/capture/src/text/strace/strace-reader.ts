import { CaptureError } from "../../capture-error.js";
import type { CapturedPacket, PacketSink } from "../../packet.js";
import { TextReader } from "../text-reader.js";
import { type Call, CallReader } from "./call.js";
import { Sockets } from "./sockets.js";

//  recvmsg(3, {msg_name={sa_family=AF_NETLINK, …}, …}, 0) = 20
//   * 20 bytes in buffer 0                                            by -e read=all -e write=all; with recvmmsg, before that:
//   | 00000  14 00 00 00 03 00 02 00  …  ................ |            = 1 buffers in vector 0

const DIRECTIONS: Readonly<Record<string, CapturedPacket["direction"]>> = {
  ...Object.fromEntries(["sendto", "sendmsg", "sendmmsg", "send", "write"].map((name) => [name, "toKernel"])),
  ...Object.fromEntries(["recvfrom", "recvmsg", "recvmmsg", "recv", "read"].map((name) => [name, "toUser"])),
};

const DUMP = /^ \| [0-9a-f]+ {2}(.{1,49})/;
const VECTOR = /^ = \d+ buffers in vector \d+/;
const BUFFER = /^ \* \d+ bytes in buffer \d+/;
/** Bytes in quotes: the second argument, or in an array of buffers. */
const QUOTED = /(?:^\d+(?:<[^>]*>)?, |iov_base=)"((?:\\x[0-9a-f]{2})*)"/g;

const HINT = "strace prints the bytes of netlink with -e read=all -e write=all";

const bytesOf = (text: string) => (text.match(/[0-9a-f]{2}/g) ?? []).map((pair) => Number.parseInt(pair, 16));

/** Returns the bytes that stand in the arguments of a call. */
const quoted = ({ args }: Call): number[] =>
  [...args.matchAll(QUOTED)].flatMap(([, text = ""]) => bytesOf(text.replaceAll("\\x", " ")));

/** Reads the output of strace: what is sent and received over sockets of netlink. */
export class StraceReader extends TextReader {
  readonly format = "strace";
  readonly #calls = new CallReader();
  readonly #sockets: Sockets;
  /** The transfer whose bytes are being read. */
  #current: { readonly packet: Omit<CapturedPacket, "bytes">; bytes: number[] } | undefined;
  /** Number of transfers without bytes, and of packets. */
  #empty = 0;
  #packets = 0;

  constructor(protocol: number) {
    super();
    this.#sockets = new Sockets(protocol);
  }

  protected line(text: string, sink: PacketSink): void {
    const dumped = DUMP.exec(text)?.[1];
    if (dumped !== undefined) this.#current?.bytes.push(...bytesOf(dumped));
    else if (VECTOR.test(text)) this.#flush(sink);
    else if (!BUFFER.test(text)) this.#call(text, sink);
  }

  protected last(sink: PacketSink): void {
    this.#finish(sink);
    if (this.#empty > 0 && this.#packets === 0)
      throw new CaptureError(this.format, this.number, "it names messages, but does not hold them", HINT);
  }

  #call(text: string, sink: PacketSink): void {
    const call = this.#calls.read(text);
    if (call === undefined) return;
    this.#finish(sink);
    this.#sockets.opened(call);
    const direction = DIRECTIONS[call.name];
    const socket = this.#sockets.of(call);
    // What was only looked at is read again.
    if (direction === undefined || socket === undefined || call.result <= 0 || /MSG_PEEK/.test(call.args))
      return;
    const packet = { ...socket, direction, ...(call.time !== undefined && { time: call.time }) };
    this.#current = { packet, bytes: quoted(call) };
  }

  /** Ends a transfer. */
  #finish(sink: PacketSink): void {
    if (this.#current?.bytes.length === 0) this.#empty++;
    this.#flush(sink);
    this.#current = undefined;
  }

  /** Passes on the packet that has been read; another one of the same call may follow. */
  #flush(sink: PacketSink): void {
    if (this.#current === undefined || this.#current.bytes.length === 0) return;
    const { packet, bytes } = this.#current;
    sink({ ...packet, bytes: Uint8Array.from(bytes) });
    this.#packets++;
    this.#current = { packet, bytes: [] };
  }
}
