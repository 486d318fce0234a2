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
import { type ActionKind, type ActionOptions, actionKind, actionOptions } from "../action-kinds/index.js";
import { settingsOf } from "../adapt.js";
import { statsCommon } from "../stats.js";
import type { ActionParms } from "./act-gen.js";

/** Statistics of an action (`TCA_STATS_*`). */
export const actStatsAttributes = attributes("tca-stats-attrs", "TCA_STATS_", statsCommon);
/** Statistics of an action. */
export interface ActStats extends Infer<typeof actStatsAttributes> {}

/** The attributes of an action (`TCA_ACT_*`). */
export const actAttributes = attributes("act-attrs", "TCA_ACT_", {
  /** The kind: `"gact"`, `"mirred"` … */
  kind: [1, nest<ActionKind>(actionKind)],
  /** Settings of that kind. */
  options: [2, nest<ActionOptions>(actionOptions)],
  /**
   * Its number among those of its kind: the key, with `kind`. One that is made has the number that its settings
   * say, see {@link actionParms}: to say another here is an error.
   */
  index: [3, u32],
  /** Statistics; read-only. */
  stats: [4, readOnly(nest<ActStats>(actStatsAttributes))],
  /** Alignment. */
  pad: [5, padding],
  /** Up to 16 bytes that the kernel keeps for whoever made it. */
  cookie: [6, binary],
  /** `TCA_ACT_FLAGS_*`: 1 counts in one place, 2 and 4 as `skipHw` and `skipSw` of filters. */
  flags: [7, nest<Bitfield32>(bitfield32)],
  /** Kinds of statistics that the hardware may keep: 1 immediate, 2 delayed; since 5.7. */
  hwStats: [8, nest<Bitfield32>(bitfield32)],
  /** Kinds of statistics that it keeps; read-only, since 5.7. */
  usedHwStats: [9, readOnly(nest<Bitfield32>(bitfield32))],
  /** How many cards have it; read-only, since 5.17. */
  inHwCount: [10, readOnly(u32)],
});
/** An action: what is done with a packet. */
export interface Action extends Infer<typeof actAttributes> {}

const layout = nest<Action>(actAttributes);

type Settings = Readonly<Record<string, Partial<ActionParms> | undefined>>;

/** The kind, and its settings where this version knows it. */
function known(
  options: ActionOptions | undefined,
): [kind: string, settings: Settings, type: AnyType] | undefined {
  const [kind, settings] = settingsOf({ ...(options && { options }) }) ?? [];
  const type = kind === undefined ? undefined : actionOptions.member?.(kind);
  return type === undefined ? undefined : [kind!, settings as Settings, type];
}

/** Members of the struct that counts who holds it, of which some kinds have two. */
const isParms = (type: AnyType, key: string): boolean => type.member?.(key)?.member?.("refcnt") !== undefined;

/** The kernel has the number of an action among its settings only. */
export function numberOf({ index, options }: Partial<Action>): number | undefined {
  const [, settings = {}, type] = known(options) ?? [];
  if (type === undefined) return index;
  const [parms] = Object.entries(settings).filter(
    ([key, it]) => isParms(type, key) && it?.index !== undefined,
  );
  return index ?? parms?.[1]?.index;
}

/** Settings without what is read-only, and with the number. */
function numbered(settings: Settings, type: AnyType, index: number | undefined): Settings {
  const kept = Object.entries(settings).filter(
    ([key, it]) => it !== undefined && !type.member?.(key)?.readOnly,
  );
  if (index === undefined) return Object.fromEntries(kept);
  const parms = kept.filter(([key]) => isParms(type, key)).map(([key, it]) => [key, { ...it, index }]);
  return {
    ...Object.fromEntries(kept),
    ...(parms.length > 0 ? Object.fromEntries(parms) : first(type, index)),
  };
}

/** The struct that has room for the number, where the settings have none. */
function first(type: AnyType, index: number): Settings {
  const key = ["parms", "act", "tbf"].find((it) => isParms(type, it));
  return key === undefined ? {} : { [key]: { index } };
}

/** What is sent of an action, which may have been read: its attribute for the number is for those without settings. */
function requested({ index, options, ...action }: Action): Action {
  if (options !== undefined && !isRecord(options)) return { ...action, options };
  const [kind, settings, type] = known(options) ?? [];
  if (kind === undefined || settings === undefined || type === undefined)
    return { ...action, ...(options && { options }), ...(index !== undefined && { index }) };
  if (!isRecord(settings)) return { ...action, options: { [kind]: settings } as ActionOptions };
  const number = numberOf({ ...(options && { options }) });
  if (index !== undefined && number && index !== number)
    throw new EncodeError(`${index} is not the number in its settings, ${number}`).at("index");
  return { ...action, options: { [kind]: numbered(settings, type, index) } as ActionOptions };
}

/** An action as {@link Action} has it. */
export const act: Type<Action> = refine(layout, {
  read(view, at, end, scope) {
    const action = layout.read(view, at, end, scope);
    const index = numberOf(action);
    return index === undefined ? action : { ...action, index };
  },
  write(out, action, scope) {
    checkRecord(action, "set of attributes");
    layout.write(
      out,
      placing(layout, action, () => requested(action)),
      scope,
    );
  },
});

/** Actions in their order, as filters hold them. */
export const acts: Type<Action[]> = indexedArray(act);
