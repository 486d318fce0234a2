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
import { defaultBy, missingMember } from "../request.js";

/** Verdicts on a packet (`TC_ACT_*`); {@link jump} and {@link gotoChain} return the others. */
export const tcAction = enumeration("TC_ACT_", s32, {
  /** Continues with the next filter, or uses the filter's class. */
  unspec: -1,
  /** Passed. */
  ok: 0,
  /** Reclassified. */
  reclassify: 1,
  /** Dropped. */
  shot: 2,
  /** Passed to the next action. */
  pipe: 3,
  /** Consumed by the action, without counting as dropped (`TC_ACT_STOLEN`). */
  stolen: 4,
  /** Queued by the action (`TC_ACT_QUEUED`). */
  queued: 5,
  /** Passed to the same action again. */
  repeat: 6,
  /** Redirected. */
  redirect: 7,
  /** Trapped to the CPU by the hardware; in software the same as `stolen`. */
  trap: 8,
});

/** Returns the verdict that skips the next `count` actions (`TC_ACT_JUMP`). */
export const jump = (count: number): number => 0x1000_0000 | count;
/** Returns the verdict that continues with the filters of a chain (`TC_ACT_GOTO_CHAIN`). */
export const gotoChain = (chain: number): number => 0x2000_0000 | chain;

const tcGenMembers = {
  /** Index among the actions of its kind; 0 in a request lets the kernel choose. */
  index: u32,
  /** Not used. */
  capab: u32,
  /** Verdict on the packet; `"pipe"` by default. */
  action: orDefault(tcAction, "pipe"),
  /** Reference count; read-only. */
  refcnt: readOnly(s32),
  /** Number of filters bound to it; read-only. */
  bindcnt: readOnly(s32),
};
/** Parameters common to all actions (`tc_gen`). */
export type TcGen = { -readonly [K in keyof typeof tcGenMembers]: (typeof tcGenMembers)[K] };
/** Parameters common to all actions (`tc_gen`). */
export const tcGen: TcGen = tcGenMembers;

const tcGenOkMembers = extend(tcGen, {
  /** Verdict on the packet; `"ok"` by default. */
  action: orDefault(tcAction, "ok"),
});
/** Parameters common to all actions, of those that pass packets by default, as in tc. */
export type TcGenOk = { -readonly [K in keyof typeof tcGenOkMembers]: (typeof tcGenOkMembers)[K] };
/** Parameters common to all actions, of those that pass packets by default, as in tc. */
export const tcGenOk: TcGenOk = tcGenOkMembers;

/** Declares a parameter that is required to create an action, but not to refer to an existing one by its index. */
export function requiredToCreate<S extends AnyType>(type: S, none: Infer<S>): S {
  return defaultBy(type, ({ index }: { index?: number }) => {
    if (!index) throw missingMember();
    return none;
  });
}

const tcGenRequiredMembers = extend(tcGen, {
  /** Verdict on the packet. */
  action: requiredToCreate(tcAction, "ok"),
});
/** Parameters common to all actions, of those that consist of a verdict only. */
export type TcGenRequired = {
  -readonly [K in keyof typeof tcGenRequiredMembers]: (typeof tcGenRequiredMembers)[K];
};
/** Parameters common to all actions, of those that consist of a verdict only. */
export const tcGenRequired: TcGenRequired = tcGenRequiredMembers;

/** Result of {@link actionParms}. */
export interface ActionParms {
  /** Index among the actions of its kind; 0 lets the kernel choose. */
  readonly index: number;
  /** Not used. */
  readonly capab: number;
  /** Verdict on the packet. */
  readonly action: Infer<typeof tcAction>;
  /** Reference count. */
  readonly refcnt: number;
  /** Number of filters bound to it. */
  readonly bindcnt: number;
}

/**
 * Returns the parameters common to all actions, for a request.
 *
 * @example
 * { kind: "gact", options: { gact: { parms: actionParms("shot") } } }
 */
export function actionParms(action: ActionParms["action"], index = 0): ActionParms {
  return { index, capab: 0, action, refcnt: 0, bindcnt: 0 };
}

/** Timestamps of an action (`struct tcf_t`), in 1/100 s; read-only, omitted from requests. */
export const tcfT = struct("tcf_t", {
  /** Time since it was created. */
  install: u64,
  /** Time since it was last used. */
  lastuse: u64,
  /** Time until it expires; 0 is never. */
  expires: u64,
  /** Time since it was first used. */
  firstuse: u64,
});
/** Timestamps of an action. */
export interface TcfT extends Infer<typeof tcfT> {}
