import { atPath, EncodeError } from "@rxnetlink/core";
import {
  attributes,
  flags,
  type Infer,
  indexedArray,
  nest,
  pad,
  type Scope,
  struct,
  type Type,
  u16,
} from "@rxnetlink/core/schema";
import { type Input, withDefaults } from "../../../request.js";
import { type EmatchData, ematchData, ematchKind } from "./kinds.js";

/** Relation of an extended match to the next (`TCF_EM_REL_*`, `TCF_EM_*`). */
export const ematchFlags = flags("TCF_EM_", u16, {
  /** Both must hold. */
  relAnd: 1,
  /** Either must hold. */
  relOr: 2,
  /** Inverts the match. */
  invert: 4,
  /** Data is a 32-bit number. */
  simple: 8,
});

/** Header of a tree of extended matches (`struct tcf_ematch_tree_hdr`). */
export const ematchTreeHdr = struct("tcf_ematch_tree_hdr", {
  /** Number of matches. */
  nmatches: u16,
  /** Id of the program that made the tree; 0 is tc. */
  progid: u16,
});
/** Header of a tree of extended matches. */
export interface EmatchTreeHdr extends Infer<typeof ematchTreeHdr> {}

/** Header of an extended match (`struct tcf_ematch_hdr`). */
export const ematchHdr = struct("tcf_ematch_hdr", {
  /** Not used. */
  matchid: u16,
  /** Kind. */
  kind: ematchKind,
  /** Relation to the next match; none for the last one. */
  flags: ematchFlags,
  _: pad(2),
});

/** Extended match. */
export interface Ematch extends Infer<typeof ematchHdr> {
  /** Data of the kind. */
  data: EmatchData;
}

const inside = (value: object, parent: Scope | undefined): Scope => ({
  value: value as Scope["value"],
  parent,
  depth: (parent?.depth ?? 0) + 1,
});

/** Returns the kind named by the data. */
const kindOf = (data: Input<EmatchData> | undefined) => Object.keys(data ?? {})[0] as Ematch["kind"];

/** Layout of an extended match, whose header selects the layout of its data. */
const ematch: Type<Ematch> = {
  name: ematchHdr.name,
  scoped: true,
  read(view, at, end, scope) {
    const head = ematchHdr.read(view, at, end, scope);
    return { ...head, data: ematchData.read(view, at + ematchHdr.size!, end, inside(head, scope)) };
  },
  write(out, { data, ...given }, scope) {
    // Without a kind in the header, the kind of the filter around it would be used.
    const head = { ...given, kind: given.kind ?? kindOf(data) };
    ematchHdr.write(out, head, scope);
    try {
      ematchData.write(out, data, inside(head, scope));
    } catch (error) {
      throw atPath(error, "data", EncodeError);
    }
  },
  member: (key) => (key === "data" ? ematchData : ematchHdr.member?.(key)),
};

/** Tree of extended matches (`TCA_EMATCH_*`). */
export const ematchAttributes = attributes("ematch-attrs", "TCA_EMATCH_", {
  /** Header. */
  treeHdr: [1, nest<EmatchTreeHdr>(ematchTreeHdr)],
  /** Matches, in order. */
  treeList: [2, indexedArray(ematch)],
});
/** Tree of extended matches. */
export interface Ematches extends Infer<typeof ematchAttributes> {}

const { relAnd, relOr } = ematchFlags.bits;

/** Fills in the kind, which follows from the data, and the relation, which follows from the position. */
function matchOf(given: Input<Ematch>, isLast: boolean): Input<Ematch> {
  const { data, kind = kindOf(data) } = given;
  return { ...given, kind, flags: given.flags ?? (isLast ? 0 : relAnd) };
}

/** Layout of {@link Ematches} with its matches counted, and joined by "and" unless specified. */
export const ematches = withDefaults(nest<Ematches>(ematchAttributes), ({ treeHdr, treeList = [] }) => ({
  treeHdr: { ...treeHdr, nmatches: treeList.length },
  treeList: treeList.map((match, i) => matchOf(match, i === treeList.length - 1)),
}));

/** Match of {@link ematchTree}. */
export interface EmatchTerm {
  /** Kind; may be absent, since `data` names it. */
  readonly kind?: Ematch["kind"];
  /** Relation to the next match, `relAnd` when absent, and inversion: {@link ematchFlags}. */
  readonly flags?: number;
  /** Data of the kind. */
  readonly data: EmatchData;
}

/**
 * Returns a tree of matches, joined by "and" unless specified: `match 'cmp(…) and not nbyte(…)'`.
 *
 * @example
 * { basic: { ematches: ematchTree([{ data: { cmp } }, { data: { nbyte }, flags: ematchFlags.bits.invert }]) } }
 */
export function ematchTree(terms: readonly EmatchTerm[]): Ematches {
  const joined = ({ flags = 0 }: EmatchTerm, isLast: boolean) =>
    isLast || (flags & (relAnd | relOr)) !== 0 ? flags : flags | relAnd;
  return {
    treeHdr: { nmatches: terms.length, progid: 0 },
    treeList: terms.map((term, i) => {
      const isLast = i === terms.length - 1;
      return { matchid: 0, ...matchOf({ ...term, flags: joined(term, isLast) }, isLast) } as Ematch;
    }),
  };
}
