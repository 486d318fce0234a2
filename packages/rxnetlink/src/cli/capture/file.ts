import { createReadStream } from "node:fs";

/** Reads a file, or standard input if its name is `-`, as it comes. */
export async function* chunksOf(file: string): AsyncGenerator<Uint8Array> {
  for await (const chunk of file === "-" ? process.stdin : createReadStream(file)) yield chunk as Uint8Array;
}
