/** `TCM_IFINDEX_MAGIC_BLOCK`: takes the place of a link's index when `parent` is the index of a shared block. */
export const TCM_IFINDEX_MAGIC_BLOCK = -1;

/** Reference to a shared block instead of a link. */
export interface SharedBlock {
  /** {@link TCM_IFINDEX_MAGIC_BLOCK}. */
  readonly ifindex: number;
  /** Index of the block. */
  readonly parent: number;
}

/** Returns the reference to a shared block, for its filters and chains: `filter.list$(sharedBlock(10))`. */
export function sharedBlock(index: number): SharedBlock {
  return { ifindex: TCM_IFINDEX_MAGIC_BLOCK, parent: index };
}
