/** `TCM_IFINDEX_MAGIC_BLOCK`: in place of a link's index where `parent` is the number of a shared block. */
export const TCM_IFINDEX_MAGIC_BLOCK = -1;

/** What names a shared block in place of a link. */
export interface SharedBlock {
  /** {@link TCM_IFINDEX_MAGIC_BLOCK}. */
  readonly ifindex: number;
  /** Number of the block. */
  readonly parent: number;
}

/** Where the filters and chains of a shared block are: `filter.list$(sharedBlock(10))`. */
export function sharedBlock(index: number): SharedBlock {
  return { ifindex: TCM_IFINDEX_MAGIC_BLOCK, parent: index };
}
