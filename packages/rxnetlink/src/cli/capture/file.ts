import { createReadStream } from "node:fs";

/** Names the file in an error: one of reading or writing, unlike one of opening, lacks it. */
export const named = (error: unknown, path: string) =>
  error instanceof Error && "syscall" in error ? Object.assign(error, { path }) : error;

/** Reads a file, or standard input if its name is `-`, as it comes. */
export async function* chunksOf(file: string): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of file === "-" ? process.stdin : createReadStream(file))
      yield chunk as Uint8Array;
  } catch (error) {
    throw named(error, file);
  }
}

/** Reads all of a file, or of standard input. */
export async function bytesOf(file: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of chunksOf(file)) chunks.push(chunk);
  return Buffer.concat(chunks);
}
