import {
  attributes,
  type Bitfield32,
  binary,
  bitfield32,
  checkRecord,
  EncodeError,
  type Infer,
  indexedArray,
  isRecord,
  nest,
  padding,
  refine,
  type Type,
  u32,
} from "@rxnetlink/core";
import type { ActionParms } from "./act-gen.js";
import { type ActionKind, type ActionOptions, actionKind, actionOptions } from "./action-kinds/index.js";
import { statsCommon } from "./stats.js";

/** Statistics of an action (`TCA_STATS_*`). */
export const actStatsAttributes = attributes("tca-stats-attrs", "TCA_STATS_", { ...statsCommon });
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
  stats: [4, nest<ActStats>(actStatsAttributes)],
  /** Alignment. */
  pad: [5, padding],
  /** Up to 16 bytes that the kernel keeps for whoever made it. */
  cookie: [6, binary],
  /** `TCA_ACT_FLAGS_*`: 1 counts in one place, 2 and 4 as `skipHw` and `skipSw` of filters. */
  flags: [7, nest<Bitfield32>(bitfield32)],
  /** Kinds of statistics that the hardware may keep: 1 immediate, 2 delayed; since 5.7. */
  hwStats: [8, nest<Bitfield32>(bitfield32)],
  /** Kinds of statistics that it keeps; read-only, since 5.7. */
  usedHwStats: [9, nest<Bitfield32>(bitfield32)],
  /** How many cards have it; read-only, since 5.17. */
  inHwCount: [10, u32],
});
/** An action: what is done with a packet. */
export interface Action extends Infer<typeof actAttributes> {}

/** The kernel tells the number of an action among its settings only, in the struct that counts who holds it. */
function numberOf({ options }: Action): number | undefined {
  const [settings = {}] = Object.values(options ?? {}) as Record<string, unknown>[];
  const parms = Object.values(settings) as (Partial<ActionParms> | undefined)[];
  return parms.find((it) => it?.refcnt !== undefined)?.index;
}

const layout = nest<Action>(actAttributes);

/** What only the kernel says of an action: some kinds would refuse a request that has it. */
const READ_ONLY: ReadonlySet<string> = new Set(["tm", "statsDscpSet", "statsDscpError", "statsCpmarkSet"]);

/** Settings without what is read-only, and with the number where they have room for it. */
function settingsOf(options: ActionOptions, index: number | undefined): ActionOptions {
  const numbered = (it: Partial<ActionParms>) =>
    index === undefined || it?.refcnt === undefined ? it : { ...it, index };
  const given = (settings: object) =>
    Object.entries(settings)
      .filter(([key]) => !READ_ONLY.has(key))
      .map(([key, it]) => [key, numbered(it)]);
  const kinds = Object.entries<object>(options).map(([kind, it]) => [
    kind,
    isRecord(it) ? Object.fromEntries(given(it)) : it,
  ]);
  return Object.fromEntries(kinds) as ActionOptions;
}

/** What is sent of an action, which may have been read: its attribute for the number is for those without settings. */
function requested({ index, options, ...action }: Action): Action {
  if (options === undefined) return index === undefined ? action : { ...action, index };
  if (!isRecord(options)) return { ...action, options };
  const number = numberOf({ options });
  if (index !== undefined && index !== number && number !== 0)
    throw new EncodeError(`${index} is not the number in its settings, ${number}`).within("index");
  return { ...action, options: settingsOf(options, index) };
}

/** An action as {@link Action} has it. */
export const act: Type<Action> = refine(layout, {
  read(view, at, end, scope) {
    const action = layout.read(view, at, end, scope);
    const index = action.index ?? numberOf(action);
    return index === undefined ? action : { ...action, index };
  },
  write(out, action, scope) {
    checkRecord(action, "set of attributes");
    layout.write(out, requested(action), scope);
  },
});

/** Actions in their order, as filters hold them. */
export const acts: Type<Action[]> = indexedArray(act);
