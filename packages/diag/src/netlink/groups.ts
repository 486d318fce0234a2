import { EncodeError } from "@rxnetlink/core";
import { byteOrderOf } from "@rxnetlink/core/internal";
import { binary, refine, type Type } from "@rxnetlink/core/schema";

const WORD = 8;
/** Most groups: an attribute holds no more bits. */
const MOST = 0xffff * 8;

/** The kernel keeps the bits in words of 64 bits: on a big-endian host, their bytes are reversed. */
const byteOf = (group: number, view: DataView) =>
  ((group - 1) >> 3) ^ (byteOrderOf(view) === "little" ? 0 : WORD - 1);

/** Numbers of the groups that a socket has joined, from 1. */
export const groupNumbers: Type<number[]> = refine<Uint8Array, number[]>(binary, {
  name: "groups",
  parse: (text) => text.split(",").filter(Boolean).map(Number),
  toJson: (groups) => groups,
  fromJson: (json) => json as number[],
  read(view, at, end) {
    const groups: number[] = [];
    for (let group = 1; group <= (end - at) * 8; group++) {
      const from = at + byteOf(group, view);
      if (from < end && (view.getUint8(from) >> ((group - 1) & 7)) & 1) groups.push(group);
    }
    return groups;
  },
  write(out, groups) {
    if (!Array.isArray(groups)) throw new EncodeError("is no array of numbers of groups");
    const wrong = groups.findIndex((group) => !Number.isInteger(group) || group < 1 || group > MOST);
    if (wrong >= 0) throw new EncodeError("is no number of a group, from 1").at(`[${wrong}]`);
    const words = Math.ceil(Math.max(1, ...groups) / (WORD * 8));
    const bits = new Uint8Array(words * WORD);
    for (const group of groups) bits[byteOf(group, out.view)]! |= 1 << ((group - 1) & 7);
    out.append(bits);
  },
});
