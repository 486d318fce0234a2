import { attributes, flags, type Infer, nest, required, s32, struct, u32 } from "@rxnetlink/core";
import { filled } from "../request.js";

/** How `etf` keeps launch times (`TC_ETF_*`). */
export const etfFlags = flags("TC_ETF_", u32, {
  /** The time is a deadline: packets may go earlier. */
  deadlineModeOn: 1,
  /** The card does it. */
  offloadOn: 2,
  /** Packets without `SO_TXTIME` are taken. */
  skipSockCheck: 4,
});

/** Settings of `etf` (`struct tc_etf_qopt`). */
export const etfQopt = struct("tc_etf_qopt", {
  /** How long before its launch time a packet is handed on, in ns. */
  delta: s32,
  /** The clock, `CLOCK_*`: 11 is TAI, the only one that kernels take so far. */
  clockid: required(s32),
  /** How launch times are kept. */
  flags: etfFlags,
});
/** Settings of `etf`. */
export interface EtfQopt extends Infer<typeof etfQopt> {}

/** Settings of `etf`, which sends packets at their launch time (`TCA_ETF_*`). */
export const etfAttributes = attributes("etf-attrs", "TCA_ETF_", {
  /** Settings. */
  parms: [1, nest<EtfQopt>(etfQopt)],
});
/** Settings of `etf`, which sends packets at their launch time. */
export interface Etf extends Infer<typeof etfAttributes> {}
/** The same; the kernel wants the settings. */
export const etfQdisc = filled(nest<Etf>(etfAttributes), (given) => ({ parms: {}, ...given }));
