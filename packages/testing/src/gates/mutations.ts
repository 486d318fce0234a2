/** Returns pseudo-random numbers below a limit. */
export type Random = (limit: number) => number;

/** Mulberry32: returns pseudo-random numbers below `limit`, determined by a seed. */
export function randomFrom(seed: number): Random {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

/** Changes a message; the others lend pieces. */
type Mutation = (bytes: Uint8Array, random: Random, others: readonly Uint8Array[]) => Uint8Array;

/** Lengths that break decoders: none, less than a header, all, more than available. */
const LENGTHS = [0, 1, 3, 4, 5, 8, 0x7fff, 0x8000, 0xfffc, 0xffff];

const mutations: readonly Mutation[] = [
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
  function splice(bytes, random, others) {
    const other = others[random(others.length)]!;
    const from = 4 * random(other.length >> 2);
    const piece = other.subarray(from, from + 4 * (1 + random(32)));
    const at = 4 * random(bytes.length >> 2);
    return Uint8Array.from([...bytes.subarray(0, at), ...piece, ...bytes.subarray(at)]);
  },
  function overwrite(bytes, random, others) {
    const other = others[random(others.length)]!;
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

/** Returns one of these messages with some mutations. */
export function mutated(files: readonly Uint8Array[], random: Random): Uint8Array {
  let bytes = files[random(files.length)]!.slice();
  const rounds = 1 + random(3);
  for (let i = 0; i < rounds && bytes.length > 20; i++)
    bytes = mutations[random(mutations.length)]!(bytes, random, files).slice();
  return random(8) === 0 ? bytes : withLength(bytes);
}

/** Returns copies of a message, each with one byte changed: other numbers, unknown bits, words, kinds and attributes. */
export function* withByteChanged(bytes: Uint8Array, from: number): Generator<Uint8Array> {
  for (let at = from; at < bytes.length; at += 29) {
    const copy = bytes.slice();
    copy[at]! ^= 0x41 + (at % 64);
    yield copy;
  }
}
