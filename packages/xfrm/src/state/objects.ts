import { defineObject, type ObjectOf, pick } from "@rxnetlink/core";
import { nest } from "@rxnetlink/core/schema";
import { XFRMNLGRP_AEVENTS } from "../common/groups.js";
import { XFRM_MSG_ALLOCSPI, XFRM_MSG_EXPIRE, XFRM_MSG_GETAE, XFRM_MSG_NEWAE } from "../common/messages.js";
import { aeMessage, type XfrmAe } from "./ae.js";
import { stateExpireMessage, type XfrmExpiredState } from "./expire.js";
import { type XfrmState, xfrmStateMessage } from "./layout.js";
import { spiMessage, type XfrmSpiRange } from "./spi.js";

/** Requests for an SPI, which a state answers. */
export const xfrmSpiObject = defineObject({
  name: "xfrm-spi",
  namedBy: ["daddr", "proto", "min", "max"],
  layout: nest<XfrmSpiRange>(spiMessage),
  types: { set: XFRM_MSG_ALLOCSPI },
  setReply: { layout: nest<XfrmState>(xfrmStateMessage) },
  groups: [],
  verbs: ["set"],
  filters: [],
});

/** Requests that end the lifetime of a state. */
export const xfrmStateExpireObject = defineObject({
  name: "xfrm-state-expire",
  namedBy: ["daddr", "proto", "spi"],
  layout: nest<XfrmExpiredState>(stateExpireMessage),
  types: { set: XFRM_MSG_EXPIRE },
  groups: [],
  verbs: ["set"],
  filters: [],
});

/** Messages about counters of states (`XFRM_MSG_*AE`). */
export const xfrmAeObject = defineObject({
  name: "xfrm-ae",
  namedBy: ["daddr", "proto", "spi"],
  layout: nest<XfrmAe>(aeMessage),
  types: { new: XFRM_MSG_NEWAE, get: XFRM_MSG_GETAE },
  groups: [XFRMNLGRP_AEVENTS],
  verbs: ["get", "replace", "notify"],
  filters: [],
  keysOf: (ae) => [pick(ae, "daddr", "spi", "proto", "family", "mark", "flags")],
});

/**
 * Verbs of counters and thresholds of states, by which another host takes states over. `get$` emits what `flags` ask for: the
 * counters always, the thresholds with `rthr` and `ethr`. `replace$` sets them. `notifications$` reports them as thresholds say.
 */
export interface XfrmAes extends ObjectOf<typeof xfrmAeObject> {}
