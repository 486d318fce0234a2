import type { Ack, Written } from "@rxnetlink/core";
import { defer, type Observable } from "rxjs";
import type { XfrmState } from "../state/layout.js";
import type { XfrmSpiRange } from "../state/spi.js";
import type { XfrmStates } from "../state/states.js";
import { templateOf, type XfrmAcquire } from "./acquire.js";

/** Ways to answer an acquisition. */
export interface Answering {
  /**
   * Answers with a state, by which packets pass from then on, those that wait included. Addresses, protocol, mode, `reqid`, mark
   * and `seq` are those of the acquisition; give the SPI and the algorithms.
   *
   * @example
   * xfrm.acquire$().subscribe((event) => {
   *   if (event.type === "acquire") event.answer$({ spi: 0x1000, algAead }).subscribe();
   * });
   */
  answer$(state: Written<XfrmState>): Observable<Ack>;
  /**
   * Allocates an SPI for the state that waits, and emits it; `xfrm.state.replace$` then gives it its keys.
   *
   * @param range - Least and greatest SPI; see `xfrm.state.allocSpi$`.
   */
  allocSpi$(range?: Written<Pick<XfrmSpiRange, "min" | "max">>): Observable<XfrmState>;
}

/**
 * Returns the members that a state has from the acquisition that it answers: addresses, protocol, mode, `reqid`, mark and the
 * number by which the kernel finds the state that waits.
 */
export function answerToAcquire(acquire: XfrmAcquire): Written<XfrmState> {
  const { daddr, saddr, proto, seq, mark, ifId, saPcpu } = acquire;
  const template = templateOf(acquire);
  const { mode = "transport", reqid = 0, family = acquire.sel.family } = template ?? {};
  const always = { daddr, saddr, proto, seq, mode, reqid, family };
  return {
    ...always,
    ...(mark && { mark }),
    ...(ifId !== undefined && { ifId }),
    ...(saPcpu !== undefined && { saPcpu }),
  };
}

/** Returns the ways to answer an acquisition. */
export function answering(states: XfrmStates, acquire: XfrmAcquire): Answering {
  return {
    answer$: (state) => defer(() => states.add$({ ...answerToAcquire(acquire), ...state })),
    allocSpi$: (range) => defer(() => states.allocSpi$({ ...answerToAcquire(acquire), ...range })),
  };
}
