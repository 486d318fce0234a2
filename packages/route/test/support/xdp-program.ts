// Loads an XDP program that passes every packet, by bpf(2).
import { closeSync } from "node:fs";
import { createRequire } from "node:module";
import { arch, endianness } from "node:os";

/** Number of the system call bpf. */
const BPF: Readonly<Record<string, number>> = { x64: 321, arm64: 280 };
const BPF_PROG_LOAD = 5;
const BPF_PROG_TYPE_XDP = 6;
/** `r0 = XDP_PASS; exit` */
const INSTRUCTIONS = Uint8Array.of(0xb7, 0, 0, 0, 2, 0, 0, 0, 0x95, 0, 0, 0, 0, 0, 0, 0);
const LICENSE = new TextEncoder().encode("MIT\0");

interface Koffi {
  load(library: null): { func(declaration: string): (...args: unknown[]) => number };
  address(buffer: Uint8Array): bigint;
  errno(): number;
}

/** A loaded program. */
export interface Program {
  readonly fd: number;
  close(): void;
}

/** Loads the program, or returns why that is impossible. */
export function loadXdpPass(): Program | string {
  const number = BPF[arch()];
  if (number === undefined || endianness() === "BE") return `unknown number of bpf(2) on ${arch()}`;
  // The transport's koffi, since nothing else here needs it.
  const koffi: Koffi = createRequire(import.meta.resolve("@rxnetlink/transport"))(
    `@koromix/koffi-linux-${arch()}`,
  );
  const syscall = koffi
    .load(null)
    .func("long syscall(long number, long command, const void *attributes, unsigned long size)");
  const attributes = new DataView(new ArrayBuffer(72));
  attributes.setUint32(0, BPF_PROG_TYPE_XDP, true);
  attributes.setUint32(4, INSTRUCTIONS.length / 8, true);
  attributes.setBigUint64(8, BigInt(koffi.address(INSTRUCTIONS)), true);
  attributes.setBigUint64(16, BigInt(koffi.address(LICENSE)), true);
  const fd = Number(syscall(number, BPF_PROG_LOAD, new Uint8Array(attributes.buffer), 72));
  if (fd < 0) return `bpf(2) failed with errno ${koffi.errno()}`;
  return { fd, close: () => closeSync(fd) };
}
