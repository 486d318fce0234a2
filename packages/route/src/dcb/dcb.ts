import { defineObject, type KernelRefusal, type ObjectOf } from "@rxnetlink/core";
import { nest } from "@rxnetlink/core/schema";
import { machineHint } from "../common/hints.js";
import { RTM_GETDCB, RTM_SETDCB } from "../common/rtm.js";
import { RTNLGRP_DCB } from "../common/rtnlgrp.js";
import { type Dcb, type DcbResult, dcbMessage, dcbResultMessage } from "./layout.js";

/** Lowest value of a failure: drivers reply with the low byte of a negative errno. */
const NEGATIVE = 0x80;

/** Returns the refusal of a driver that a reply reports. */
function refusalOf({ family: _0, cmd: _1, unknown: _2, ...results }: DcbResult): KernelRefusal | undefined {
  const errno = Object.values(results).find((code) => code >= NEGATIVE);
  return errno === undefined ? undefined : { errno: 2 * NEGATIVE - errno, text: "the driver refused" };
}

/** Messages of data centre bridging (`RTM_GETDCB`, `RTM_SETDCB`). Changes need root in the initial user namespace. */
export const dcbObject = defineObject({
  name: "dcb",
  namedBy: ["cmd", "ifname"],
  hint: machineHint,
  layout: nest<Dcb>(dcbMessage),
  types: { get: RTM_GETDCB, set: RTM_SETDCB },
  setReply: { layout: nest<DcbResult>(dcbResultMessage), refusal: refusalOf },
  // A change is reported as its request; drivers send the other on their own.
  alsoNotifiedBy: [RTM_GETDCB, RTM_SETDCB],
  groups: [RTNLGRP_DCB],
  verbs: ["get", "set", "notify"],
  filters: [],
});

/**
 * Verbs of data centre bridging; `cmd` selects the settings. `set$` changes them through the link's driver and emits
 * its reply; it errors with a `KernelError` when the kernel or the driver refuses, with `EOPNOTSUPP` when the driver
 * lacks these settings.
 *
 * @example
 * const ieee = { ieeeMaxrate: { tcMaxrate: [1_000_000n, 0n, 0n, 0n, 0n, 0n, 0n, 0n] } };
 * nl.dcb.set$({ cmd: "ieeeSet", ifname: "eth0", ieee });
 */
export interface Dcbs extends ObjectOf<typeof dcbObject> {}
