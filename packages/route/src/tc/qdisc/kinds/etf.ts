import { attributes, flags, type Infer, nest, required, s32, struct, u32 } from "@rxnetlink/core/schema";
import { withDefaults } from "../../request.js";

/** Handling of launch times by `etf` (`TC_ETF_*`). */
export const etfFlags = flags("TC_ETF_", u32, {
  /** Treats the launch time as a deadline: packets may leave earlier. */
  deadlineModeOn: 1,
  /** Offloads to the hardware. */
  offloadOn: 2,
  /** Accepts packets without `SO_TXTIME`. */
  skipSockCheck: 4,
});

/** Parameters of `etf` (`struct tc_etf_qopt`). */
export const etfQopt = struct("tc_etf_qopt", {
  /** Time before the launch time at which a packet is passed on, in ns. */
  delta: s32,
  /** Clock, `CLOCK_*`: 11 is TAI, the only one that kernels accept so far. */
  clockid: required(s32),
  /** Handling of launch times. */
  flags: etfFlags,
});
/** Parameters of `etf`. */
export interface EtfQopt extends Infer<typeof etfQopt> {}

/** Settings of `etf`, which sends packets at their launch time (`TCA_ETF_*`). */
export const etfAttributes = attributes("etf-attrs", "TCA_ETF_", {
  /** Parameters. */
  parms: [1, nest<EtfQopt>(etfQopt)],
});
/** Settings of `etf`, which sends packets at their launch time. */
export interface Etf extends Infer<typeof etfAttributes> {}
/** Layout of {@link Etf}; the kernel requires the parameters. */
export const etfQdisc = withDefaults(nest<Etf>(etfAttributes), (given) => ({ parms: {}, ...given }));
