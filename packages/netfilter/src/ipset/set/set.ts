import { defineObject } from "@rxnetlink/core";
import { refine, type Type } from "@rxnetlink/core/schema";
import type { nfproto } from "../../common/nfgenmsg.js";
import { explainErrno } from "../errnos.js";
import { IPSET_CMD, type ipsetListFlags, setMessage } from "../messages.js";
import type { ElementOf, IpSetType, SettingsOf } from "../types.js";

/** A set by its name. */
export interface IpSetName {
  /** Name of up to 31 bytes. */
  readonly setname: string;
}

/** A set by its name and type: one that was listed, or these two written by hand. */
export interface IpSetRef<T extends IpSetType = IpSetType> extends IpSetName {
  /** Type of the set, which says what its elements are. */
  readonly typename: T;
}

/** Name of a protocol family, or the number of one without a name. */
type Family = keyof typeof nfproto.values | number;

/** A set to create. */
export interface NewIpSet<T extends IpSetType = IpSetType> extends IpSetRef<T> {
  /** Family of the addresses, `"ipv4"` by default, or `"ipv6"`; `"unspec"` in types without addresses. */
  readonly family?: Family;
  /** Revision of the type; by default the newest that the kernel offers. */
  readonly revision?: number;
  /** Settings. */
  readonly data?: SettingsOf<T>;
}

/** A set of one type. */
export interface IpSetOf<T extends IpSetType> extends NewIpSet<T> {
  /** Family of the addresses. */
  readonly family: Family;
  /** Revision of the type. */
  readonly revision: number;
  /** Index by which rules refer to the set. */
  readonly index: number;
  /** Settings. */
  readonly data: SettingsOf<T>;
  /** Elements; absent from a list without elements. */
  readonly elements?: ElementOf<T>[];
}

/** A set as the kernel lists it; told apart by `typename`. */
export type IpSet = { [T in IpSetType]: IpSetOf<T> }[IpSetType];

/** Members of a request for a list. */
interface IpSetQuery extends IpSet0 {
  /** Extent of the list; see {@link ipsetListFlags}. */
  readonly flags?: ReturnType<typeof ipsetListFlags.of>;
}
/** An interface extends no union. */
interface IpSet0 extends IpSetOf<IpSetType> {}

const keyOf = (member: string) => (member === "elements" ? "adt" : member);

/** Layout of a listed set. */
export const setLayout: Type<IpSet> = refine(setMessage as unknown as Type<IpSet>, {
  read(view, at, end, scope) {
    const { adt, ...set } = setMessage.read(view, at, end, scope);
    return (adt === undefined ? set : { ...set, elements: adt }) as unknown as IpSet;
  },
  member: (key) => setMessage.member?.(keyOf(key)),
  keys: () => setMessage.keys!().map((key) => (key === "adt" ? "elements" : key)),
});

/** Lists of sets (`IPSET_CMD_LIST`). A set with many elements comes in several messages. */
export const setObject = defineObject({
  name: "ipset",
  namedBy: ["setname", "typename"],
  layout: setLayout,
  requests: { get: setMessage as unknown as Type<IpSetQuery> },
  types: { get: IPSET_CMD.list },
  groups: [],
  verbs: ["list"],
  filters: ["setname"],
  requestOnly: ["flags"],
  changeFlags: 0,
  joins: { by: ["setname"] },
  explain: (refusal, _, verb) => explainErrno(refusal, undefined, verb),
});
