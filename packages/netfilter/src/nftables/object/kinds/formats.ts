import { type FormatsOf, nest, subMessage } from "@rxnetlink/core/schema";
import { type ConnlimitExpr, exprConnlimit } from "../../expr/kinds/connlimit.js";
import { type CounterExpr, exprCounter } from "../../expr/kinds/counter.js";
import { exprLimit, type LimitExpr } from "../../expr/kinds/limit.js";
import { exprQuota, type QuotaExpr } from "../../expr/kinds/quota.js";
import { exprSynproxy, type SynproxyExpr } from "../../expr/kinds/synproxy.js";
import { type CtExpect, ctExpectAttributes } from "./ct-expect.js";
import { type CtHelper, ctHelperAttributes } from "./ct-helper.js";
import { type CtTimeout, ctTimeoutAttributes } from "./ct-timeout.js";
import { type Secmark, secmarkAttributes } from "./secmark.js";
import { type TunnelKey, tunnelKeyAttributes } from "./tunnel.js";

const formats = {
  /** Counts packets and bytes. */
  counter: nest<CounterExpr>(exprCounter),
  /** A quota of bytes. */
  quota: nest<QuotaExpr>(exprQuota),
  /** Helper of connection tracking. */
  ctHelper: nest<CtHelper>(ctHelperAttributes),
  /** A limit of a rate. */
  limit: nest<LimitExpr>(exprLimit),
  /** A limit of the number of connections. */
  connlimit: nest<ConnlimitExpr>(exprConnlimit),
  /** Metadata of a tunnel. */
  tunnel: nest<TunnelKey>(tunnelKeyAttributes),
  /** Timeouts of connection tracking. */
  ctTimeout: nest<CtTimeout>(ctTimeoutAttributes),
  /** Security mark. */
  secmark: nest<Secmark>(secmarkAttributes),
  /** Expectation of connection tracking. */
  ctExpect: nest<CtExpect>(ctExpectAttributes),
  /** SYN proxy. */
  synproxy: nest<SynproxyExpr>(exprSynproxy),
};

/** Data of a stateful object: one member, named after its type. */
export interface StatefulObjectData extends FormatsOf<typeof formats> {}
/** Layout of the data of a stateful object. */
export const statefulObjectData = nest<StatefulObjectData>(subMessage("type", formats));
