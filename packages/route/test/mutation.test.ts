import { endianness } from "node:os";
import { DecodeError } from "@rxnetlink/core";
import { type AnyType, eachMessage } from "@rxnetlink/core/schema";
import { golden, layoutsOf, toNotation } from "@rxnetlink/testing/golden";
import { expect, test } from "vitest";
import { objects } from "./support/objects.js";

const MUTATIONS = 100_000;
const layoutOf = layoutsOf(...objects);
const files = ["../../test/golden/", "../../test/golden/by-hand/"].flatMap((folder) =>
  golden(new URL(folder, import.meta.url)).map(({ bytes }) => bytes),
);

/** Mulberry32: returns pseudo-random numbers below `limit`, determined by a seed. */
function randomFrom(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

type Random = (limit: number) => number;
type Mutation = (bytes: Uint8Array, random: Random) => Uint8Array;

/** Lengths that break decoders: none, less than a header, all, more than available. */
const LENGTHS = [0, 1, 3, 4, 5, 8, 0x7fff, 0x8000, 0xfffc, 0xffff];

const mutations: Mutation[] = [
  function flipBits(bytes, random) {
    const count = 1 + random(8);
    for (let i = 0; i < count; i++) bytes[random(bytes.length)]! ^= 1 << random(8);
    return bytes;
  },
  function truncate(bytes, random) {
    return bytes.subarray(0, random(bytes.length));
  },
  function changeLength(bytes, random) {
    const at = 16 + 4 * random((bytes.length - 16) >> 2);
    new DataView(bytes.buffer).setUint16(at, LENGTHS[random(LENGTHS.length)]!, true);
    return bytes;
  },
  function splice(bytes, random) {
    const other = files[random(files.length)]!;
    const from = 4 * random(other.length >> 2);
    const piece = other.subarray(from, from + 4 * (1 + random(32)));
    const at = 4 * random(bytes.length >> 2);
    return Uint8Array.from([...bytes.subarray(0, at), ...piece, ...bytes.subarray(at)]);
  },
  function overwrite(bytes, random) {
    const other = files[random(files.length)]!;
    const piece = other.subarray(4 * random(other.length >> 2)).subarray(0, bytes.length);
    bytes.set(piece, random(bytes.length - piece.length + 1));
    return bytes;
  },
];

/** Corrects the length of the message, so that its payload is decoded. */
function withLength(bytes: Uint8Array): Uint8Array {
  if (bytes.length >= 4) new DataView(bytes.buffer, bytes.byteOffset).setUint32(0, bytes.length, true);
  return bytes;
}

function layoutOrNone(type: number): AnyType | undefined {
  try {
    return layoutOf(type);
  } catch {
    return undefined;
  }
}

/** Decodes bytes between others, which must make no difference. */
function decodeWithin(bytes: Uint8Array, filler: number): unknown {
  const around = new Uint8Array(bytes.length + 128).fill(filler);
  around.set(bytes, 64);
  const values: unknown[] = [];
  try {
    eachMessage(new DataView(around.buffer), 64, 64 + bytes.length, ({ type }, view, at, end) => {
      values.push(layoutOrNone(type)?.read(view, at, end));
    });
  } catch (error) {
    if (!(error instanceof DecodeError)) throw error;
    values.push(error.message);
  }
  return values;
}

function mutated(random: Random): Uint8Array {
  let bytes = files[random(files.length)]!.slice();
  const rounds = 1 + random(3);
  for (let i = 0; i < rounds && bytes.length > 20; i++)
    bytes = mutations[random(mutations.length)]!(bytes, random).slice();
  return random(8) === 0 ? bytes : withLength(bytes);
}

test.skipIf(endianness() === "BE")(
  "mutated messages give a value or a DecodeError",
  { timeout: 300_000 },
  () => {
    const seed = Number(process.env.MUTATION_SEED ?? Math.floor(Math.random() * 2 ** 32));
    console.log(`MUTATION_SEED=${seed}`);
    const random = randomFrom(seed);
    for (let i = 0; i < MUTATIONS; i++) {
      const bytes = mutated(random);
      try {
        const value = decodeWithin(bytes, 0);
        if (i % 8 === 0) expect(toNotation(decodeWithin(bytes, 0xff))).toBe(toNotation(value));
      } catch (error) {
        throw new Error(`mutation ${i} of MUTATION_SEED=${seed}: ${Buffer.from(bytes).toString("hex")}`, {
          cause: error,
        });
      }
    }
  },
);
