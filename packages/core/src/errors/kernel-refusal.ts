/** Which values the kernel would have taken, from the extended ack; members it did not tell are absent. */
export interface PolicyRange {
  /** Wire type, `NL_ATTR_TYPE_*`. */
  readonly type?: number;
  /** Smallest value of an integer. */
  readonly min?: bigint;
  /** Largest value of an integer. */
  readonly max?: bigint;
  /** Shortest payload, in bytes. */
  readonly minLength?: number;
  /** Longest payload, in bytes. */
  readonly maxLength?: number;
  /** The bits that may be set. */
  readonly mask?: bigint;
}

/** What the kernel says about a request that it refused. */
export interface KernelRefusal {
  /** The positive errno. */
  readonly errno: number;
  /** The kernel's own words (`NLMSGERR_ATTR_MSG`), since 4.12 for more and more errors. */
  readonly text?: string | undefined;
  /** The member of the request that is wrong, or that is missing. */
  readonly path?: string | undefined;
  /** Whether {@link path} is missing from the request (`NLMSGERR_ATTR_MISS_TYPE`, since 6.1). */
  readonly missing?: boolean | undefined;
  /** What the kernel would have taken (`NLMSGERR_ATTR_POLICY`, since 5.10). */
  readonly policy?: PolicyRange | undefined;
  /** `NLMSGERR_ATTR_COOKIE`. */
  readonly cookie?: Uint8Array | undefined;
  /** What a person can do about it, where the object knows better than the errno alone. */
  readonly hint?: string | undefined;
}
