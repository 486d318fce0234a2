import fc from "fast-check";
import type { CapturedPacket } from "#src/index.js";

const text = fc.stringMatching(/^[a-z0-9 ]{1,12}$/);

/** A packet of any kind. */
export const packet: fc.Arbitrary<CapturedPacket> = fc
  .record(
    {
      time: fc.bigInt(0n, 2n ** 62n),
      protocol: fc.integer({ min: 0, max: 31 }),
      direction: fc.constantFrom("toKernel" as const, "toUser" as const),
      bytes: fc.uint8Array({ maxLength: 80 }),
      missing: fc.integer({ min: 1, max: 1000 }),
      source: text,
      comment: text,
    },
    { requiredKeys: ["time", "protocol", "bytes"] },
  )
  .map(({ missing, ...rest }) =>
    missing === undefined ? rest : { ...rest, size: rest.bytes.length + missing },
  );

/** Bytes of a hexadecimal text, in which `#` begins a comment. */
export const bytesOf = (commented: string): Uint8Array =>
  Uint8Array.from(commented.replaceAll(/#.*/g, "").match(/[0-9a-f]{2}/g) ?? [], (pair) =>
    Number.parseInt(pair, 16),
  );
