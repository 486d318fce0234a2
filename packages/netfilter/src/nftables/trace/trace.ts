import type { Connection, MessageSet, NetlinkNotification } from "@rxnetlink/core";
import { aBoolean, aFunction, checkOptions, type OptionChecks } from "@rxnetlink/core/internal";
import { nest } from "@rxnetlink/core/schema";
import { asyncScheduler, defer, Observable, type Subscription } from "rxjs";
import { NFNLGRP_NFTRACE } from "../../common/nfnlgrp.js";
import { NFT_MSG_TRACE } from "../common/nft-msg.js";
import type { RulesetStream } from "../ruleset/ruleset.js";
import { TraceGrouping } from "./grouping.js";
import { type TraceMessage, traceMessage } from "./layout.js";
import type { Trace } from "./packet.js";
import { withRules$ } from "./with-rules.js";

/** Messages of traced packets. */
const traceMessages: MessageSet<TraceMessage> = {
  name: "trace",
  layout: nest<TraceMessage>(traceMessage),
  types: { new: NFT_MSG_TRACE },
  groups: [NFNLGRP_NFTRACE],
};

/** Time after which the end of a packet is not waited for, in ms. The kernel reports all its steps at once. */
const GIVE_UP = 1000;

/** Options of `trace$`. */
export interface TraceOptions {
  /** True to show each rule by its object, for which the ruleset is watched too. */
  readonly rules?: boolean;
  /** Called once no trace can be missed. */
  readonly listening?: () => void;
}

const OPTIONS: OptionChecks<TraceOptions> = { rules: aBoolean, listening: aFunction };

/** Emits the traces of packets, without rules. */
function packets$(connection: Connection, listening: (() => void) | undefined): Observable<Trace> {
  return new Observable((subscriber) => {
    const grouping = new TraceGrouping((packet) => subscriber.next(packet));
    let timer: Subscription | undefined;

    function giveUpLater(): void {
      if (grouping.size === 0 || timer !== undefined) return;
      timer = asyncScheduler.schedule(() => {
        timer = undefined;
        grouping.giveUp(asyncScheduler.now() - GIVE_UP);
        giveUpLater();
      }, GIVE_UP);
    }

    function take(notification: NetlinkNotification<TraceMessage>): void {
      if (notification.type === "new") grouping.take(notification.value, asyncScheduler.now());
      else if (notification.type === "overrun") {
        grouping.giveUp(Number.POSITIVE_INFINITY);
        subscriber.next(notification);
      }
      giveUpLater();
    }

    subscriber.add(() => timer?.unsubscribe());
    const options = listening === undefined ? {} : { listening };
    subscriber.add(
      connection.notifications$([traceMessages], options).subscribe({
        next: take,
        error: (error) => subscriber.error(error),
        complete: () => subscriber.complete(),
      }),
    );
  });
}

/** Emits traced packets. */
export type TraceStream = (options?: TraceOptions) => Observable<Trace>;

/** Returns the traces of a connection; `ruleset$` is its watched ruleset. */
export function tracesOf(connection: Connection, ruleset$: RulesetStream): TraceStream {
  return (options = {}) =>
    defer(() => {
      const { rules = false, listening } = checkOptions("trace$", options, OPTIONS);
      const trace$ = packets$(connection, listening);
      return rules ? withRules$(trace$, ruleset$({ elements: false })) : trace$;
    });
}
