import type { FlowControl } from "@rxnetlink/core";
import {
  aBoolean,
  aFunction,
  anInteger,
  anObjectWith,
  milliseconds,
  type OptionChecks,
  oneOf,
} from "@rxnetlink/core/internal";

/** Options of `nfqueue$`. Of those that are absent, the kernel's defaults apply. */
export interface NfqueueOptions {
  /**
   * Verdict on packets that nobody judges: because their time is up, or because the subscription ends while they wait. By
   * default they are accepted, so that a faulty program blocks no traffic; a firewall that must hold drops them.
   */
  readonly default?: "accept" | "drop";
  /** Time that a packet may wait for its verdict before it gets the default one, in milliseconds; 5000 by default. */
  readonly timeout?: number;
  /** Part of a packet that is sent: none but its attributes (`"none"`, `"meta"`), or also its bytes (`"packet"`, the default). */
  readonly copyMode?: "none" | "meta" | "packet";
  /** Most bytes of a packet that are copied, from its network header on; by default all, which is 65531 at most. */
  readonly copyRange?: number;
  /** Most packets that wait for a verdict; the kernel drops more, or accepts them with `failOpen`. By default 1024. */
  readonly maxlen?: number;
  /** True to accept packets that the queue or the socket has no room for, instead of dropping them. Since 3.6. */
  readonly failOpen?: boolean;
  /**
   * True to receive large packets as one, which is faster. They may be longer than the link's MTU, and their checksum may be
   * unfinished (`csumnotready` in `skbInfo`): do not alter them. Since 3.10.
   */
  readonly gso?: boolean;
  /**
   * True to receive the connection of each packet too: `ct` and `ctInfo`. Since 3.6; refused with `EOPNOTSUPP` by kernels built
   * without `CONFIG_NETFILTER_NETLINK_GLUE_CT`.
   */
  readonly conntrack?: boolean;
  /** True to receive user and group id of the sending socket: `uid` and `gid`. Since 3.14. */
  readonly uidGid?: boolean;
  /** True to receive the security context of the sending socket: `secctx`. Since 4.3. */
  readonly secctx?: boolean;
  /** Receive buffer of the socket, in bytes; 4 MiB by default. */
  readonly receiveBuffer?: number;
  /** Stops reading while it is paused; packets then wait in the kernel, without a timeout. */
  readonly flowControl?: FlowControl;
  /** Called when the queue is bound: from then on, every packet that reaches a rule is queued. */
  readonly listening?: () => void;
}

/** Checks of {@link NfqueueOptions}. */
export const nfqueueChecks: OptionChecks<NfqueueOptions> = {
  default: oneOf("accept", "drop"),
  timeout: milliseconds,
  copyMode: oneOf("none", "meta", "packet"),
  copyRange: anInteger(0, 0xffff_ffff),
  maxlen: anInteger(1, 0xffff_ffff),
  failOpen: aBoolean,
  gso: aBoolean,
  conntrack: aBoolean,
  uidGid: aBoolean,
  secctx: aBoolean,
  receiveBuffer: anInteger(0, 0x7fff_ffff),
  flowControl: anObjectWith("pause", "resume"),
  listening: aFunction,
};
