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

/** Options of `nflog$`. Of those that are absent, the kernel's defaults apply. */
export interface NflogOptions {
  /** Part of a packet that is logged: none but its attributes (`"none"`, `"meta"`), or also its bytes (`"packet"`, the default). */
  readonly copyMode?: "none" | "meta" | "packet";
  /** Most bytes of a packet that are copied, from its network header on; by default all. */
  readonly copyRange?: number;
  /** Most packets that the kernel collects before it sends them; by default 100, or less if the rule says so. */
  readonly qthresh?: number;
  /** Longest time that the kernel collects packets, in milliseconds, in steps of 10; by default 1000. */
  readonly timeout?: number;
  /** Size of the buffer that the kernel collects packets in, in bytes, from 8192 to 131072; by default a page or two. */
  readonly nlbufsiz?: number;
  /** True to number packets in the whole namespace too: `seqGlobal`. */
  readonly seqGlobal?: boolean;
  /**
   * True to receive the connection of each packet too: `ct` and `ctInfo`. Since 4.4; refused with `EOPNOTSUPP` by kernels built
   * without `CONFIG_NETFILTER_NETLINK_GLUE_CT`.
   */
  readonly conntrack?: boolean;
  /** Receive buffer of the socket, in bytes; 4 MiB by default. */
  readonly receiveBuffer?: number;
  /** Stops reading while it is paused; packets that then find no room are reported as lost. */
  readonly flowControl?: FlowControl;
  /** Called when the group is bound: from then on, every packet that reaches a rule is logged. */
  readonly listening?: () => void;
}

const UINT_MAX = 0xffff_ffff;

/** Checks of {@link NflogOptions}. */
export const nflogChecks: OptionChecks<NflogOptions> = {
  copyMode: oneOf("none", "meta", "packet"),
  copyRange: anInteger(0, UINT_MAX),
  qthresh: anInteger(1, UINT_MAX),
  timeout: milliseconds,
  nlbufsiz: anInteger(8192, 131_072),
  seqGlobal: aBoolean,
  conntrack: aBoolean,
  receiveBuffer: anInteger(0, 0x7fff_ffff),
  flowControl: anObjectWith("pause", "resume"),
  listening: aFunction,
};
