import {
  type AnyType,
  enumeration,
  extend,
  type Infer,
  orDefault,
  readOnly,
  s32,
  struct,
  u32,
  u64,
} from "@rxnetlink/core/schema";
import { defaultBy, missing } from "../request.js";

/** What becomes of a packet (`TC_ACT_*`); {@link jump} and {@link gotoChain} make the others. */
export const tcAction = enumeration("TC_ACT_", s32, {
  /** The next filter decides, or the filter's own class counts. */
  unspec: -1,
  /** It goes on. */
  ok: 0,
  /** It is sorted anew. */
  reclassify: 1,
  /** It is dropped. */
  shot: 2,
  /** The next action sees it. */
  pipe: 3,
  /** It ends here, without being an error. */
  stolen: 4,
  /** It ends here: somebody keeps it. */
  queued: 5,
  /** The same action sees it again. */
  repeat: 6,
  /** It was redirected. */
  redirect: 7,
  /** It goes to the processor, from hardware; else as `stolen`. */
  trap: 8,
});

/** `TC_ACT_JUMP`: so many of the next actions are skipped. */
export const jump = (count: number): number => 0x1000_0000 | count;
/** `TC_ACT_GOTO_CHAIN`: the filters of that chain decide. */
export const gotoChain = (chain: number): number => 0x2000_0000 | chain;

const tcGenMembers = {
  /** Its number among those of its kind; 0 in a request chooses one. */
  index: u32,
  /** Not used. */
  capab: u32,
  /** What becomes of the packet then; `"pipe"` by default. */
  action: orDefault(tcAction, "pipe"),
  /** How many hold it; read-only. */
  refcnt: readOnly(s32),
  /** How many filters do; read-only. */
  bindcnt: readOnly(s32),
};
/** What the parameters of all actions begin with (`tc_gen`). */
export type TcGen = { -readonly [K in keyof typeof tcGenMembers]: (typeof tcGenMembers)[K] };
/** What the parameters of all actions begin with (`tc_gen`). */
export const tcGen: TcGen = tcGenMembers;

const tcGenOkMembers = extend(tcGen, {
  /** What becomes of the packet then; `"ok"` by default. */
  action: orDefault(tcAction, "ok"),
});
/** The same of actions that let packets go on where nothing is said, as tc has it. */
export type TcGenOk = { -readonly [K in keyof typeof tcGenOkMembers]: (typeof tcGenOkMembers)[K] };
/** The same of actions that let packets go on where nothing is said, as tc has it. */
export const tcGenOk: TcGenOk = tcGenOkMembers;

/** Declares a parameter that an action needs, but not where its number alone names one that there is. */
export function needed<S extends AnyType>(type: S, none: Infer<S>): S {
  return defaultBy(type, ({ index }: { index?: number }) => {
    if (!index) throw missing();
    return none;
  });
}

const tcGenNeededMembers = extend(tcGen, {
  /** What becomes of the packet. */
  action: needed(tcAction, "ok"),
});
/** The same of actions that are nothing but that. */
export type TcGenNeeded = {
  -readonly [K in keyof typeof tcGenNeededMembers]: (typeof tcGenNeededMembers)[K];
};
/** The same of actions that are nothing but that. */
export const tcGenNeeded: TcGenNeeded = tcGenNeededMembers;

/** What {@link actionParms} makes. */
export interface ActionParms {
  /** Its number among those of its kind; 0 chooses one. */
  readonly index: number;
  /** Not used. */
  readonly capab: number;
  /** What becomes of the packet then. */
  readonly action: Infer<typeof tcAction>;
  /** How many hold it. */
  readonly refcnt: number;
  /** How many filters do. */
  readonly bindcnt: number;
}

/**
 * The parameters that all actions have, for a request.
 *
 * @example
 * { kind: "gact", options: { gact: { parms: actionParms("shot") } } }
 */
export function actionParms(action: ActionParms["action"], index = 0): ActionParms {
  return { index, capab: 0, action, refcnt: 0, bindcnt: 0 };
}

/** Times of an action (`struct tcf_t`), in 1/100 s; read-only, and left out of requests. */
export const tcfT = struct("tcf_t", {
  /** How long it has been there. */
  install: u64,
  /** How long ago it was last used. */
  lastuse: u64,
  /** When it ends; 0 is never. */
  expires: u64,
  /** How long ago it was first used. */
  firstuse: u64,
});
/** Times of an action. */
export interface TcfT extends Infer<typeof tcfT> {}
