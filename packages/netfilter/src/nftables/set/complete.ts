import type { SetUserdata } from "../userdata/set.js";
import { datatypes } from "./datatypes.js";
import type { SetGiven } from "./given.js";
import { dataFieldsOf, hasDataIntervals, keyFieldsOf, lengthOf } from "./key-layout.js";
import { type NftSet, setFlags } from "./layout.js";

/** Returns the flags of a set as a number. */
export function flagsOf(set: { readonly flags?: unknown }): number {
  const { flags = 0 } = set;
  return setFlags.normalize!(flags) as number;
}

/** Returns the byte order that `nft` notes for a type: none for several fields. */
function byteorderOf(type: string, ordered: boolean): NonNullable<SetUserdata["keyByteorder"]> {
  if (!Object.hasOwn(datatypes, type)) return "invalid";
  const { order } = datatypes[type as keyof typeof datatypes];
  return order === "big" || ordered ? "bigEndian" : "hostEndian";
}

function userdataOf(set: NftSet, ordered: boolean): SetUserdata {
  const { keyType = "", dataType, userdata } = set;
  return {
    keyByteorder: byteorderOf(keyType, ordered),
    ...(dataType !== undefined &&
      dataType !== "verdict" && {
        dataByteorder: byteorderOf(dataType, hasDataIntervals(set)),
      }),
    mergeElements: 0,
    ...userdata,
  };
}

/**
 * Completes a set that is to be created by what follows from its types: lengths, flags, fields, and the byte orders without
 * which `nft` shows it wrongly.
 */
export function completeSet(given: SetGiven): NftSet {
  const set = given as unknown as NftSet;
  if (set.keyType === undefined) return set;
  const { bits } = setFlags;
  let flags = flagsOf(given);
  const interval = (flags & bits.interval) !== 0;
  const fields = keyFieldsOf(set, interval);
  const data = dataFieldsOf(set);
  if (set.dataType !== undefined) flags |= bits.map;
  if (set.objType !== undefined) flags |= bits.object;
  if (set.timeout !== undefined) flags |= bits.timeout;
  if (interval && fields.length > 1) flags |= bits.concat;
  const concat = (flags & bits.concat) !== 0 && { concat: fields.map(({ size }) => ({ len: size })) };
  return {
    ...set,
    flags: flags >>> 0,
    keyLen: set.keyLen ?? lengthOf(fields),
    ...(data && { dataLen: set.dataLen ?? lengthOf(data) * (hasDataIntervals(set) ? 2 : 1) }),
    ...((concat || set.desc) && { desc: { ...concat, ...set.desc } }),
    userdata: userdataOf(set, interval),
  };
}
