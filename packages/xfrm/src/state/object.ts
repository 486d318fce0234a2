import { defineObject, errnoName, type KernelRefusal, type ObjectOf, pick } from "@rxnetlink/core";
import { nest, type Type } from "@rxnetlink/core/schema";
import { XFRMNLGRP_EXPIRE, XFRMNLGRP_SA } from "../common/groups.js";
import {
  XFRM_MSG_DELSA,
  XFRM_MSG_EXPIRE,
  XFRM_MSG_GETSA,
  XFRM_MSG_NEWSA,
  XFRM_MSG_UPDSA,
} from "../common/messages.js";
import { stateExpireMessage } from "./expire.js";
import type { XfrmAddressFilter } from "./filter.js";
import { deletedState, getStateMessage, stateIdMessage, type XfrmStateRequest } from "./id.js";
import { type XfrmState, xfrmStateMessage } from "./layout.js";
import { stateRules } from "./rules.js";

/** Protocols of Mobile IPv6, whose states are found by their source. */
const WITHOUT_SPI: ReadonlySet<unknown> = new Set(["routing", "dstopts"]);

type Key = Partial<XfrmStateRequest>;

/** Returns what identifies a state. */
function keyOf(state: Key): Key {
  const key = pick(state, "daddr", "spi", "proto", "family", "mark", "srcaddr");
  const { saddr } = state;
  if (saddr === undefined || !WITHOUT_SPI.has(state.proto)) return key;
  return { srcaddr: saddr, ...key };
}

/** Has the kernel filter a list by the addresses that are sought. */
function filtered(match: Key): Key {
  const { addressFilter, daddr, saddr, family } = match;
  if (addressFilter !== undefined) return match;
  const ends = pick(match, "daddr", "saddr", "family") as Partial<XfrmAddressFilter>;
  if ((daddr ?? saddr ?? family) === undefined) return match;
  const length = (address: string | undefined) =>
    address === undefined ? 0 : address.includes(":") ? 128 : 32;
  return {
    ...match,
    addressFilter: { ...ends, dplen: length(daddr), splen: length(saddr) } as XfrmAddressFilter,
  };
}

const HINTS: Readonly<Record<string, string>> = {
  EPROTONOSUPPORT: "this kernel lacks the protocol or the mode, or its module: esp4, esp6, ah4, ipcomp …",
  ENOSYS: "this kernel lacks the algorithm, or its module; /proc/crypto has those that are loaded",
  EINVAL: "the kernel needs proto, daddr, spi, and an algorithm with a key of a length that it takes",
};

/** Returns what may be wrong; the kernel explains little. */
function hint({ errno }: KernelRefusal, _value: Key, verb: string): string | undefined {
  return verb === "add" || verb === "replace" ? HINTS[errnoName(errno)] : undefined;
}

/** Messages of states (`XFRM_MSG_*SA`). */
export const xfrmStateObject = defineObject({
  name: "xfrm-state",
  namedBy: ["daddr", "proto", "spi"],
  layout: nest<XfrmState>(xfrmStateMessage),
  types: {
    new: XFRM_MSG_NEWSA,
    delete: XFRM_MSG_DELSA,
    get: XFRM_MSG_GETSA,
    set: XFRM_MSG_UPDSA,
    replace: XFRM_MSG_UPDSA,
  },
  requests: {
    get: getStateMessage,
    delete: stateIdMessage as Type<object> as Type<XfrmStateRequest>,
  },
  reports: {
    [XFRM_MSG_DELSA]: deletedState,
    [XFRM_MSG_EXPIRE]: stateExpireMessage as Type<object> as Type<XfrmState>,
  },
  alsoNotifiedBy: [XFRM_MSG_UPDSA],
  // The kernel removes a state whose lifetime ended without a further message.
  alsoRemovedBy: [XFRM_MSG_EXPIRE],
  accepts: (value) => (value as { hard?: number }).hard !== 0,
  groups: [XFRMNLGRP_SA, XFRMNLGRP_EXPIRE],
  verbs: ["list", "get", "add", "change", "replace", "delete", "notify", "watch"],
  filters: ["proto"],
  requestOnly: ["addressFilter"],
  details: [],
  // A change is a whole state, of which the kernel takes the lifetime, the addresses of encapsulation and little more.
  keeps: [
    "algAuth",
    "algAuthTrunc",
    "algCrypt",
    "algAead",
    "algComp",
    "encap",
    "coaddr",
    "secCtx",
    "mark",
    "setMark",
    "setMarkMask",
    "ifId",
    "saExtraFlags",
    "replayEsnVal",
    "tfcpad",
    "saDir",
    "saPcpu",
    "mtimerThresh",
    "natKeepaliveInterval",
  ],
  complete: (given, verb) => (verb === "list" ? filtered(given) : given),
  keysOf: (state) => [keyOf(state)],
  hint,
  state: stateRules,
});

/** Verbs of states over a connection. */
export interface XfrmStateVerbs extends ObjectOf<typeof xfrmStateObject> {}
