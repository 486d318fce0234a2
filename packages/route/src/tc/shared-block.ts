/** `TCM_IFINDEX_MAGIC_BLOCK`: in place of a link's index where `parent` is the number of a shared block. */
export const TCM_IFINDEX_MAGIC_BLOCK = -1;

/** Where the filters and chains of a shared block are: `filter.list$(sharedBlock(10))`. */
export function sharedBlock(index: number): { readonly ifindex: number; readonly parent: number } {
  return { ifindex: TCM_IFINDEX_MAGIC_BLOCK, parent: index };
}

/** `RTNLGRP_TC`. */
export const TC_GROUP = 4;
