/** Adds 16-bit words in network order to a sum; an odd byte at the end counts as the upper half of a word. */
export function addWords(sum: number, view: DataView, at: number, end: number): number {
  let total = sum;
  let i = at;
  for (; i + 1 < end; i += 2) total += view.getUint16(i);
  if (i < end) total += view.getUint8(i) << 8;
  return total;
}

/** Returns the Internet checksum (RFC 1071) of a sum. */
export function checksumOf(sum: number): number {
  // A packet has fewer than 2^15 words, so that the sum is exact and two folds are enough.
  let folded = (sum & 0xffff) + Math.floor(sum / 0x1_0000);
  folded = (folded & 0xffff) + (folded >>> 16);
  return ~folded & 0xffff;
}
