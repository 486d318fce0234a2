import { closeSync, openSync, writeSync } from "node:fs";

/** The file that a capture is written to. */
export interface Sink {
  write(bytes: Uint8Array): void;
  close(): void;
}

/** Opens a file, which is overwritten; `-` is standard output. */
export function sinkOf(file: string): Sink {
  if (file === "-") return { write: (bytes) => process.stdout.write(bytes), close() {} };
  const descriptor = openSync(file, "w");
  return {
    write: (bytes) => void writeSync(descriptor, bytes),
    close: () => closeSync(descriptor),
  };
}
