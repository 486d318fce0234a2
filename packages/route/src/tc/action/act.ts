import { EncodeError } from "@rxnetlink/core";
import { checkRecord, isRecord, placing } from "@rxnetlink/core/internal";
import {
  type AnyType,
  attributes,
  type Bitfield32,
  binary,
  bitfield32,
  type Infer,
  indexedArray,
  nest,
  padding,
  readOnly,
  refine,
  type Type,
  u32,
} from "@rxnetlink/core/schema";
import { settingsOf } from "../settings.js";
import { statsCommon } from "../stats.js";
import type { ActionParms } from "./act-gen.js";
import { type ActionKind, type ActionOptions, actionKind, actionOptions } from "./kinds/formats.js";

/** Statistics of an action (`TCA_STATS_*`). */
export const actStatsAttributes = attributes("tca-stats-attrs", "TCA_STATS_", statsCommon);
/** Statistics of an action. */
export interface ActStats extends Infer<typeof actStatsAttributes> {}

/** Attributes of an action (`TCA_ACT_*`). */
export const actAttributes = attributes("act-attrs", "TCA_ACT_", {
  /** Kind, such as `"gact"` or `"mirred"`. */
  kind: [1, nest<ActionKind>(actionKind)],
  /** Settings of the kind. */
  options: [2, nest<ActionOptions>(actionOptions)],
  /**
   * Index among the actions of its kind; with `kind` the key. A new action has the index in its settings, see
   * {@link actionParms}: a different one here is an error.
   */
  index: [3, u32],
  /** Statistics; read-only. */
  stats: [4, readOnly(nest<ActStats>(actStatsAttributes))],
  /** Alignment. */
  pad: [5, padding],
  /** Up to 16 bytes that the kernel stores for the creator. */
  cookie: [6, binary],
  /**
   * Flags, `TCA_ACT_FLAGS_*`: 1 uses a single counter for all CPUs, 2 and 4 are like `skipHw` and `skipSw` of
   * filters.
   */
  flags: [7, nest<Bitfield32>(bitfield32)],
  /** Types of hardware statistics allowed: 1 immediate, 2 delayed; since 5.7. */
  hwStats: [8, nest<Bitfield32>(bitfield32)],
  /** Types of hardware statistics in use; read-only, since 5.7. */
  usedHwStats: [9, readOnly(nest<Bitfield32>(bitfield32))],
  /** Number of devices that have it in hardware; read-only, since 5.17. */
  inHwCount: [10, readOnly(u32)],
});
/** Action on packets. */
export interface Action extends Infer<typeof actAttributes> {}

const layout = nest<Action>(actAttributes);

type Settings = Readonly<Record<string, Partial<ActionParms> | undefined>>;

/** Returns the kind, its settings and their type, if this version knows the kind. */
function knownSettings(
  options: ActionOptions | undefined,
): [kind: string, settings: Settings, type: AnyType] | undefined {
  const [kind, settings] = settingsOf({ ...(options && { options }) }) ?? [];
  const type = kind === undefined ? undefined : actionOptions.member?.(kind);
  return type === undefined ? undefined : [kind!, settings as Settings, type];
}

/** True if the member is a struct of common parameters, which has the reference count; some kinds have two. */
const isParms = (type: AnyType, key: string): boolean => type.member?.(key)?.member?.("refcnt") !== undefined;

/** Returns the index of an action, which the kernel keeps only in the settings. */
export function indexOfAction({ index, options }: Partial<Action>): number | undefined {
  const [, settings = {}, type] = knownSettings(options) ?? [];
  if (type === undefined) return index;
  const [parms] = Object.entries(settings).filter(
    ([key, it]) => isParms(type, key) && it?.index !== undefined,
  );
  return index ?? parms?.[1]?.index;
}

/** Returns settings without read-only members, and with the index. */
function withIndex(settings: Settings, type: AnyType, index: number | undefined): Settings {
  const kept = Object.entries(settings).filter(
    ([key, it]) => it !== undefined && !type.member?.(key)?.readOnly,
  );
  if (index === undefined) return Object.fromEntries(kept);
  const parms = kept.filter(([key]) => isParms(type, key)).map(([key, it]) => [key, { ...it, index }]);
  return {
    ...Object.fromEntries(kept),
    ...(parms.length > 0 ? Object.fromEntries(parms) : firstParms(type, index)),
  };
}

/** Returns a struct of common parameters with the index, for settings that have none. */
function firstParms(type: AnyType, index: number): Settings {
  const key = ["parms", "act", "tbf"].find((it) => isParms(type, it));
  return key === undefined ? {} : { [key]: { index } };
}

/**
 * Returns an action as sent, from one that may have been decoded: only actions without settings have the attribute
 * for the index.
 */
function toRequest({ index, options, ...action }: Action): Action {
  if (options !== undefined && !isRecord(options)) return { ...action, options };
  const [kind, settings, type] = knownSettings(options) ?? [];
  if (kind === undefined || settings === undefined || type === undefined)
    return { ...action, ...(options && { options }), ...(index !== undefined && { index }) };
  if (!isRecord(settings)) return { ...action, options: { [kind]: settings } as ActionOptions };
  const number = indexOfAction({ ...(options && { options }) });
  if (index !== undefined && number && index !== number)
    throw new EncodeError(`${index} is not the index in its settings, ${number}`).at("index");
  return { ...action, options: { [kind]: withIndex(settings, type, index) } as ActionOptions };
}

/** Layout of {@link Action}. */
export const act: Type<Action> = refine(layout, {
  read(view, at, end, scope) {
    const action = layout.read(view, at, end, scope);
    const index = indexOfAction(action);
    return index === undefined ? action : { ...action, index };
  },
  write(out, action, scope) {
    checkRecord(action, "set of attributes");
    layout.write(
      out,
      placing(layout, action, () => toRequest(action)),
      scope,
    );
  },
});

/** Layout of the actions of a filter, in order. */
export const acts: Type<Action[]> = indexedArray(act);
