// The checks and the loop of the kernel for filters of sockets (net/ipv4/inet_diag.c), written from its description.

import { littleEndian } from "@rxnetlink/core/internal";
import { parseIp } from "@rxnetlink/core/schema";
import type { FilterableSocket } from "#src/filter/filterable-socket.js";

/** What the kernel reads of a socket: everything is there. */
export interface FilteredEntry
  extends Required<Pick<FilterableSocket, "sport" | "dport" | "src" | "dst" | "if" | "mark" | "cgroupId">> {
  /** True if the kernel chose the source port. */
  readonly isAutobound: boolean;
}

const NOP = 0;
const CONDITIONS = new Map([
  [1, 4],
  [2, 8],
  [3, 8],
  [4, 8],
  [5, 8],
  [6, 4],
  [9, 8],
  [10, 12],
  [11, 8],
  [12, 8],
  [13, 12],
]);
const [S_COND, D_COND] = [7, 8];

class Program {
  readonly #view: DataView;
  readonly length: number;
  constructor(code: Uint8Array) {
    this.#view = new DataView(code.buffer, code.byteOffset, code.length);
    this.length = code.length;
  }
  u8 = (at: number) => this.#view.getUint8(at);
  u16 = (at: number) => this.#view.getUint16(at, littleEndian);
  u32 = (at: number) => this.#view.getUint32(at, littleEndian);
  s32 = (at: number) => this.#view.getInt32(at, littleEndian);
  u64 = (at: number) => this.#view.getBigUint64(at, littleEndian);
  bytes = (at: number, length: number) => Array.from({ length }, (_, i) => this.#view.getUint8(at + i));
}

const ADDRESS_LENGTH = new Map([
  [0, 0],
  [2, 4],
  [10, 16],
]);

function sizeOf(program: Program, at: number): number {
  const code = program.u8(at);
  if (code === NOP) return 4;
  if (code !== S_COND && code !== D_COND) return CONDITIONS.get(code) ?? Number.NaN;
  const length = ADDRESS_LENGTH.get(program.u8(at + 4)) ?? Number.NaN;
  return program.u8(at + 5) > 8 * length ? Number.NaN : 12 + length;
}

/** Returns the reason why the kernel would refuse a filter; `undefined` if it would not. */
export function refusalOf(code: Uint8Array): string | undefined {
  const program = new Program(code);
  const { length } = program;
  if (length < 4) return "too short";
  const beginnings = new Set([length]);
  for (let at = 0; at < length; at += program.u8(at + 1)) {
    beginnings.add(at);
    const yes = program.u8(at + 1);
    if (!(sizeOf(program, at) <= yes) || yes % 4 !== 0 || yes > length - at) return `yes at ${at}`;
  }
  for (const at of beginnings) {
    if (at === length || program.u8(at) === NOP) continue;
    const no = program.u16(at + 2);
    if (no < sizeOf(program, at) || no % 4 !== 0 || no > length - at + 4) return `no at ${at}`;
    if (no <= length - at && !beginnings.has(at + no)) return `jump at ${at}`;
  }
  return undefined;
}

const bitsOf = (bytes: readonly number[]) => bytes.map((byte) => byte.toString(2).padStart(8, "0")).join("");
const MAPPED = `${"0".repeat(80)}${"1".repeat(16)}`;

function isHost(program: Program, at: number, text: string, ownPort: number): boolean {
  const [family, length, port] = [program.u8(at), program.u8(at + 1), program.s32(at + 4)];
  if (port !== -1 && port !== ownPort) return false;
  if (family === 0) return true;
  const wanted = bitsOf(program.bytes(at + 8, ADDRESS_LENGTH.get(family)!)).slice(0, length);
  const address = bitsOf([...parseIp(text)!]);
  if (address.length === (family === 2 ? 32 : 128)) return address.startsWith(wanted);
  return family === 2 && address.startsWith(MAPPED + wanted);
}

function isTrue(program: Program, at: number, entry: FilteredEntry): boolean {
  switch (program.u8(at)) {
    case 1:
      return false;
    case 2:
      return entry.sport >= program.u16(at + 6);
    case 3:
      return entry.sport <= program.u16(at + 6);
    case 4:
      return entry.dport >= program.u16(at + 6);
    case 5:
      return entry.dport <= program.u16(at + 6);
    case 6:
      return entry.isAutobound;
    case S_COND:
      return isHost(program, at + 4, entry.src, entry.sport);
    case D_COND:
      return isHost(program, at + 4, entry.dst, entry.dport);
    case 9:
      return program.u32(at + 4) === entry.if;
    case 10:
      return (entry.mark & program.u32(at + 8)) >>> 0 === program.u32(at + 4);
    case 13:
      return program.u64(at + 4) === entry.cgroupId;
    default:
      return true;
  }
}

/** Returns true if a socket passes a filter. */
export function passes(code: Uint8Array, entry: FilteredEntry): boolean {
  const program = new Program(code);
  let at = 0;
  while (at < program.length) at += isTrue(program, at, entry) ? program.u8(at + 1) : program.u16(at + 2);
  return at === program.length;
}
