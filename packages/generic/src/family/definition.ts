/** A family of generic netlink: what its connections need to know. */
export interface Family {
  /** Name, by which the kernel knows it. Case matters: `"TASKSTATS"`. */
  readonly name: string;
  /** Version that requests carry; the kernel has never looked at it. */
  readonly version: number;
  /** Multicast groups by name, numbered as the messages of this family name them; see {@link groupsOf}. */
  readonly groups?: Readonly<Record<string, number>>;
  /**
   * Set if its commands read `NLM_F_CREATE` and the like, as few do; strict families refuse these flags, so that they are not
   * sent by default.
   */
  readonly readsFlags?: true;
  /** Names what brings the family, where the kernel lacks it: `"the module wireguard"`. */
  readonly from?: string;
}

/**
 * Numbers the multicast groups of a family. The kernel numbers them when it loads the family, so these numbers mean something
 * to its connections only.
 *
 * @example
 * export const ethtoolGroups = groupsOf("monitor");
 * defineObject({ …, groups: [ethtoolGroups.monitor] });
 */
export function groupsOf<N extends string>(...names: readonly N[]): Readonly<Record<N, number>> {
  return Object.fromEntries(names.map((name, index) => [name, index + 1])) as Record<N, number>;
}
