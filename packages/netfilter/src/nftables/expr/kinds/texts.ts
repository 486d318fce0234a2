import type { Infer } from "@rxnetlink/core/schema";
import type { Expression } from "../expression.js";
import { bitwiseText } from "./bitwise.js";
import { byteorderText } from "./byteorder.js";
import { cmpText } from "./cmp.js";
import { connlimitText } from "./connlimit.js";
import { counterText } from "./counter.js";
import { ctText } from "./ct.js";
import { dupText } from "./dup.js";
import { dynsetText } from "./dynset.js";
import { exthdrText } from "./exthdr.js";
import { fibText } from "./fib.js";
import { flowOffloadText } from "./flow-offload.js";
import type { expressionData } from "./formats.js";
import { fwdText } from "./fwd.js";
import { hashText } from "./hash.js";
import { immediateText } from "./immediate.js";
import { innerText } from "./inner.js";
import { lastText } from "./last.js";
import { limitText } from "./limit.js";
import { logText } from "./log.js";
import { lookupText } from "./lookup.js";
import { masqText } from "./masq.js";
import { matchText } from "./match.js";
import { metaText } from "./meta.js";
import { natText } from "./nat.js";
import { notrackText } from "./notrack.js";
import { numgenText } from "./numgen.js";
import { objrefText } from "./objref.js";
import { osfText } from "./osf.js";
import { payloadText } from "./payload.js";
import { queueText } from "./queue.js";
import { quotaText } from "./quota.js";
import { rangeText } from "./range.js";
import { redirText } from "./redir.js";
import { rejectText } from "./reject.js";
import { rtText } from "./rt.js";
import { socketText } from "./socket.js";
import { synproxyText } from "./synproxy.js";
import { targetText } from "./target.js";
import { tproxyText } from "./tproxy.js";
import { tunnelText } from "./tunnel.js";
import { xfrmText } from "./xfrm.js";

type Layouts = (typeof expressionData)["formats"];

/** What each expression prints after its name, in nft's notation. */
export const expressionTexts: {
  readonly [K in keyof Layouts]: (
    value: Infer<Layouts[K]>,
    textOf: (expression: Expression) => string,
  ) => string;
} = {
  bitwise: bitwiseText,
  byteorder: byteorderText,
  cmp: cmpText,
  connlimit: connlimitText,
  counter: counterText,
  ct: ctText,
  dup: dupText,
  dynset: dynsetText,
  exthdr: exthdrText,
  fib: fibText,
  flow_offload: flowOffloadText,
  fwd: fwdText,
  hash: hashText,
  immediate: immediateText,
  inner: innerText,
  last: lastText,
  limit: limitText,
  log: logText,
  lookup: lookupText,
  masq: masqText,
  match: matchText,
  meta: metaText,
  nat: natText,
  notrack: notrackText,
  numgen: numgenText,
  objref: objrefText,
  osf: osfText,
  payload: payloadText,
  queue: queueText,
  quota: quotaText,
  range: rangeText,
  redir: redirText,
  reject: rejectText,
  rt: rtText,
  socket: socketText,
  synproxy: synproxyText,
  target: targetText,
  tproxy: tproxyText,
  tunnel: tunnelText,
  xfrm: xfrmText,
};
