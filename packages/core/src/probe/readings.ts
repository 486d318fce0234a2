/** The place that a connection or socket speaks to. */
export interface Endpoint {
  /** `NETLINK_*` number. */
  readonly protocol: number;
  /** Name, path or process id of its namespace; absent for that of the process, and where it was given as a descriptor. */
  readonly namespace?: string | number | undefined;
}

/** A datagram of the kernel was read by a connection. */
export interface DatagramRead extends Endpoint {
  /** Its size. */
  readonly bytes: number;
  /** Number of messages in it. */
  readonly messages: number;
}

/** A notification was read. */
export interface NotificationRead extends Endpoint {
  /** Name of the object: `"link"`. */
  readonly object: string;
  /** `"new"` (added or changed) or `"delete"`. */
  readonly type: "new" | "delete";
}

/** State is correct again: it was listed after a loss of notifications. */
export interface StateRestored extends Endpoint {
  /** Names of the objects: `["link", "address"]`. */
  readonly objects: readonly string[];
  /** Number of changes that the loss had hidden. */
  readonly changes: number;
  /** Number of notifications that the kernel dropped, if known. */
  readonly drops?: number;
}
