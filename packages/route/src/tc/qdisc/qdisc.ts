import { type ChangingVerb, defineObject, type ObjectOf, type Part, pick, type Verb } from "@rxnetlink/core";
import { isRecord } from "@rxnetlink/core/internal";
import { isAlreadySo, NLM_F_ACK, NLM_F_ECHO, nest } from "@rxnetlink/core/schema";
import { kindHint } from "../../common/hints.js";
import { RTM_DELQDISC, RTM_GETQDISC, RTM_NEWQDISC } from "../../common/rtm.js";
import { RTNLGRP_TC } from "../../common/rtnlgrp.js";
import type { Input } from "../request.js";
import { settingsOf } from "../settings.js";
import { TC_H_ROOT } from "../values/handle.js";
import { type QdiscOptions, qdiscKind, qdiscOptions } from "./kinds/formats.js";
import { type Gred, gredSteps } from "./kinds/gred.js";
import { type Qdisc, qdiscMessage } from "./layout.js";
import { qdiscStateRules } from "./state.js";

const layout = nest<Qdisc>(qdiscMessage);

/** Fills in the root as the parent, and omits empty settings of kinds for which the kernel then applies defaults. */
function completeQdisc(given: Partial<Qdisc>, verb: Verb): Partial<Qdisc> {
  if (verb === "list") return given;
  const named = given.handle !== undefined && verb !== "add" && verb !== "replace";
  const placed = named ? given : { parent: TC_H_ROOT, ...given };
  const [kind = "", settings = {}] = settingsOf(given) ?? [];
  const type = qdiscOptions.formats[kind as keyof QdiscOptions & keyof typeof qdiscOptions.formats];
  const empty =
    type !== undefined &&
    "omittedWhenEmpty" in type &&
    isRecord(settings) &&
    Object.values(settings).every((it) => it === undefined);
  return empty ? { ...without(placed, "options"), kind } : placed;
}

function without(value: Partial<Qdisc>, ...keys: (keyof Qdisc)[]): Partial<Qdisc> {
  return Object.fromEntries(
    Object.entries(value).filter(([key]) => !keys.includes(key as keyof Qdisc)),
  ) as Partial<Qdisc>;
}

/** Returns the request without what the qdisc already has: many kinds cannot be changed, and no kind its blocks. */
function withoutCurrent(request: Partial<Qdisc>, current: Qdisc, verb: string): Partial<Qdisc> | undefined {
  if (isAlreadySo(layout, request, current, verb === "replace")) return undefined;
  const sameKind = (request.kind ?? settingsOf(request)?.[0] ?? current.kind) === current.kind;
  if (!sameKind || current.handle === 0) return request;
  const same = (["options", "ingressBlock", "egressBlock"] as const).filter((key) =>
    isAlreadySo(layout.member?.(key), request[key], current[key], true),
  );
  const { kind } = current;
  return { ...without(withoutUnchangeable(request, current), ...same), ...(kind !== undefined && { kind }) };
}

/** Returns the request without unchangeable settings that already have the requested values. */
function withoutUnchangeable(request: Partial<Qdisc>, current: Qdisc): Partial<Qdisc> {
  const [kind, settings = {}] = settingsOf(request) ?? [];
  const present = settingsOf(current)?.[1] as Record<string, unknown> | undefined;
  if (kind === undefined || present === undefined) return request;
  const type = qdiscOptions.member?.(kind);
  const kept = Object.entries(settings).filter(
    ([key, value]) =>
      !(type?.member?.(key)?.ifDifferent && isAlreadySo(type.member(key), value, present[key])),
  );
  return { ...request, options: { [kind]: Object.fromEntries(kept) } as QdiscOptions };
}

/** Splits a request for a `gred` qdisc with virtual queues into one for the qdisc and one for each queue. */
function splitGred(value: Partial<Qdisc>, verb: ChangingVerb): readonly Part<Qdisc>[] | undefined {
  const gred = value?.options?.gred;
  if (gred?.dps === undefined || gred.parms === undefined || (verb !== "add" && verb !== "replace"))
    return undefined;
  return gredSteps(gred as Input<Gred>).map((step, at) => ({
    verb: at === 0 ? verb : "change",
    value: { ...value, options: { gred: step } as QdiscOptions },
  }));
}

/**
 * Qdisc messages (`RTM_*QDISC`). The kernel answers `get$` by notifying the whole group, so that listeners receive a
 * qdisc that has not changed.
 */
export const qdiscObject = defineObject({
  name: "qdisc",
  namedBy: ["ifindex", "parent", "handle", "kind"],
  hint: kindHint("qdisc kind", qdiscKind.words),
  layout,
  types: { new: RTM_NEWQDISC, delete: RTM_DELQDISC, get: RTM_GETQDISC },
  groups: [RTNLGRP_TC],
  verbs: ["list", "get", "add", "change", "replace", "delete", "notify", "watch"],
  filters: [],
  requestOnly: ["dumpInvisible"],
  // Without an acknowledgement, the kernel says nothing at all of a link whose only qdisc is its own.
  getFlags: NLM_F_ECHO | NLM_F_ACK,
  state: qdiscStateRules,
  // The kernel removes the size table unless it is sent again.
  keeps: ["stab"],
  complete: completeQdisc,
  adapt: withoutCurrent,
  // Default qdiscs have no handle and are found only by listing.
  foundInList: (value) =>
    value.handle === 0 ? { ...pick(value, "ifindex", "parent", "handle"), dumpInvisible: true } : undefined,
  partsOf: splitGred,
  keysOf: (value) => [pick(value, "ifindex", "parent", "handle", "kind")],
});

/** Verbs of qdiscs. */
export interface Qdiscs extends ObjectOf<typeof qdiscObject> {}
