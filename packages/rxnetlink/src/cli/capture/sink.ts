import { closeSync, openSync, writeFileSync } from "node:fs";
import { named } from "./file.js";

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
    write(bytes) {
      try {
        // Unlike writeSync(), it writes all of them.
        writeFileSync(descriptor, bytes);
      } catch (error) {
        throw named(error, file);
      }
    },
    close: () => closeSync(descriptor),
  };
}
