import {
  type Ack,
  bindObject,
  type Connection,
  EncodeError,
  extendObject,
  type Match,
  type Written,
} from "@rxnetlink/core";
import { deferred } from "@rxnetlink/core/internal";
import type { Observable } from "rxjs";
import { labelOf } from "../common/label.js";
import { XFRM_MSG_FLUSHSA } from "../common/messages.js";
import type { XfrmMigrateState } from "../migrate/layout.js";
import { xfrmMigrateStateObject } from "../migrate/object.js";
import type { XfrmExpiredState } from "./expire.js";
import { stateFlushMessage, type XfrmStateFlush } from "./flush.js";
import type { XfrmState } from "./layout.js";
import { type XfrmStateVerbs, xfrmStateObject } from "./object.js";
import { xfrmSpiObject, xfrmStateExpireObject } from "./objects.js";
import type { XfrmSpiRange } from "./spi.js";

/** Methods of states beside the verbs. */
interface More {
  /**
   * Allocates an SPI and emits the state that holds it, which waits for its keys: `replace$` gives them. It goes away by itself
   * after a time that the sysctl `net.core.xfrm_acq_expires` says, 30 s by default.
   *
   * @param range - What the state will be: addresses, protocol, mode, `reqid`; least and greatest SPI.
   *
   * @example
   * xfrm.state.allocSpi$({ saddr: "192.0.2.1", daddr: "192.0.2.2", proto: "esp", mode: "tunnel" }).pipe(
   *   mergeMap(({ spi }) => xfrm.state.replace$({ saddr: "192.0.2.1", daddr: "192.0.2.2", proto: "esp", mode: "tunnel", spi, algAead })),
   * );
   */
  allocSpi$(range: Written<XfrmSpiRange>): Observable<XfrmState>;
  /**
   * Removes all states with one request: those of a protocol, or all of them.
   *
   * @param which - `"all"`, or a protocol; `"raw"` stands for ESP, AH and compression. A key without one is an error.
   *
   * @example
   * xfrm.state.flushAll$({ proto: "esp" });
   */
  flushAll$(which: Match<XfrmStateFlush> | "all"): Observable<Ack>;
  /**
   * Ends the lifetime of a state, as the clock does: the kernel reports it, and with `hard: 1` removes the state.
   *
   * @example
   * xfrm.state.expire$({ daddr: "192.0.2.2", spi: 0x100, proto: "esp", hard: 1 });
   */
  expire$(state: Written<XfrmExpiredState>): Observable<Ack>;
  /**
   * Moves a state to other addresses; since 7.2.
   *
   * @example
   * xfrm.state.migrate$({ daddr: "192.0.2.2", spi: 0x100, proto: "esp", newDaddr: "192.0.2.9", newSaddr: "192.0.2.1" });
   */
  migrate$(migration: Written<XfrmMigrateState>): Observable<Ack>;
}

/**
 * Verbs of states. A key is `daddr`, `spi` and `proto`, and `mark` if it has one.
 *
 * `add$` creates a state; with the `seq` of an acquisition it takes the place of the state that waits. `replace$` gives the
 * state of an allocated SPI its keys (`XFRM_MSG_UPDSA`); of a state with keys, it replaces the lifetime and the addresses of the
 * encapsulation, and errors with `ESRCH` if there is none. `change$` does the same, and fills in what is left out from the state
 * as it is; nothing changes keys. `list$` has the kernel filter by `proto`, `daddr`, `saddr`, `family` and prefixes in
 * `addressFilter`.
 *
 * `watch$` and `state$` count a hard expiry as a removal. States that wait for their keys appear silently.
 */
export interface XfrmStates extends XfrmStateVerbs, More {}

function flush(connection: Connection, which: Match<XfrmStateFlush> | "all"): Observable<Ack> {
  if (which !== "all" && which?.proto === undefined)
    throw new EncodeError('it names no protocol; "all" means all states');
  const label = labelOf(xfrmStateObject, "flush");
  const value = which === "all" ? {} : (which as Partial<XfrmStateFlush>);
  return connection.execute$<XfrmStateFlush>({
    type: XFRM_MSG_FLUSHSA,
    layout: stateFlushMessage,
    label,
    value,
  } as never);
}

/** Binds states to a connection. */
export function statesOf(connection: Connection): XfrmStates {
  return extendObject<XfrmStateVerbs, More>(bindObject(connection, xfrmStateObject), {
    allocSpi$: bindObject(connection, xfrmSpiObject).set$ as More["allocSpi$"],
    flushAll$: (which) => deferred(() => flush(connection, which)),
    expire$: bindObject(connection, xfrmStateExpireObject).set$ as More["expire$"],
    migrate$: bindObject(connection, xfrmMigrateStateObject).set$ as More["migrate$"],
  });
}
