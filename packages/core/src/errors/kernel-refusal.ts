/** Values that an attribute accepts, from the extended ACK; absent members were not reported. */
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
  /** Bits that may be set. */
  readonly mask?: bigint;
}

/** The kernel's answer to a request that it refused. */
export interface KernelRefusal {
  /** The positive errno. */
  readonly errno: number;
  /** Name of the errno, where the object has one of its own for it; by default that of {@link errnoName}. */
  readonly code?: string | undefined;
  /**
   * The kernel's own message (`NLMSGERR_ATTR_MSG`, since 4.12; not for all errors), or the meaning of an errno that the object
   * has a name of its own for.
   */
  readonly text?: string | undefined;
  /** The invalid or missing member of the request. */
  readonly path?: string | undefined;
  /** True if {@link path} is missing from the request (`NLMSGERR_ATTR_MISS_TYPE`, since 6.1). */
  readonly missing?: boolean | undefined;
  /** Values that the kernel accepts there (`NLMSGERR_ATTR_POLICY`, since 5.10). */
  readonly policy?: PolicyRange | undefined;
  /** Bytes that some requests return (`NLMSGERR_ATTR_COOKIE`). */
  readonly cookie?: Uint8Array | undefined;
  /**
   * The request as the kernel returned it, without its header: only where it did so although sockets ask it not to
   * (`NETLINK_CAP_ACK`), since it has entered something there.
   */
  readonly echo?: Uint8Array | undefined;
  /** Suggested remedy, if the object knows a better one than the errno suggests. */
  readonly hint?: string | undefined;
}

/** Facts about a refusal that an object knows better than the errno says. */
export interface Explanation extends Pick<KernelRefusal, "code" | "text" | "path" | "hint"> {}
