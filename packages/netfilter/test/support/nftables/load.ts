// Loads rules with nft, as many as it and the kernel take.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Kernel } from "../kernel.js";

/** nft, in the time zone for which the test data were made. */
export const NFT = "TZ=UTC-2 nft";

/** A command that was refused, and what nft said. */
export interface RefusedCommand {
  readonly command: string;
  readonly error: string;
}

/** Returns the numbers of the lines that nft complains about, with its words. */
function complaints(output: string, file: string): Map<number, string> {
  const found = new Map<number, string>();
  for (const line of output.split("\n")) {
    const [, number, error] = new RegExp(`^${file}:(\\d+):[-\\d]+: (Error: .*)`).exec(line) ?? [];
    if (number !== undefined) found.set(Number(number), error!);
  }
  return found;
}

/**
 * Runs commands of nft in one transaction, without those that are refused, and returns these. One mistake undoes the whole
 * transaction, so it is repeated until nothing is refused.
 */
export function load(kernel: Kernel, commands: readonly string[]): RefusedCommand[] {
  const folder = mkdtempSync(join(tmpdir(), "rxnetlink-nft-"));
  const file = join(folder, "rules");
  const refused: RefusedCommand[] = [];
  const lines = [...commands];
  try {
    for (;;) {
      writeFileSync(file, `${lines.join("\n")}\n`);
      const output = kernel.run(`${NFT} -f ${file} 2>&1 || true`);
      const wrong = complaints(output, file);
      if (wrong.size === 0 && output.trim() !== "") throw new Error(output);
      if (wrong.size === 0) return refused;
      for (const [number, error] of wrong) {
        refused.push({ command: lines[number - 1]!, error });
        lines[number - 1] = "";
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}
