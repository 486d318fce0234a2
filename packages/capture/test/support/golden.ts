import { readFileSync } from "node:fs";

/** Reads a capture that tcpdump or strace made. */
export const golden = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../../../test/golden/${name}`, import.meta.url)));
