import type { MessageSet } from "@rxnetlink/core";
import { type Infer, refine, type Type } from "@rxnetlink/core/schema";
import type { nfproto } from "../../common/nfgenmsg.js";
import { IPSET_CMD_LIST } from "../commands.js";
import { setMessage } from "../messages.js";
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

/** Protocol family of a set by name, or by number if it has no name. */
export type IpSetFamily = keyof typeof nfproto.values | number;

/** A set to create. */
export interface NewIpSet<T extends IpSetType = IpSetType> extends IpSetRef<T> {
  /** Family of the addresses, `"ipv4"` by default, or `"ipv6"`; `"unspec"` in types without addresses. */
  readonly family?: IpSetFamily;
  /** Revision of the type; by default the newest that the kernel offers. */
  readonly revision?: number;
  /** Settings. */
  readonly data?: SettingsOf<T>;
}

/** A set of one type. */
export interface IpSetOf<T extends IpSetType> extends NewIpSet<T> {
  /** Family of the addresses. */
  readonly family: IpSetFamily;
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

const toWire = (key: string) => (key === "elements" ? "adt" : key);

/** Layout of a listed set. */
const setLayout: Type<IpSet> = refine(setMessage as unknown as Type<IpSet>, {
  read(view, at, end, scope) {
    const { adt, ...set } = setMessage.read(view, at, end, scope);
    return (adt === undefined ? set : { ...set, elements: adt }) as unknown as IpSet;
  },
  write(out, { elements, ...set }, scope) {
    const adt = elements && { adt: elements };
    setMessage.write(out, { ...set, ...adt } as Infer<typeof setMessage>, scope);
  },
  member: (key) => setMessage.member?.(toWire(key)),
  keys: () => setMessage.keys!().map((key) => (key === "adt" ? "elements" : key)),
});

/** Messages about sets. The kernel sends them in lists only; a set with many elements comes in several. */
export const ipsetMessages: MessageSet<IpSet> = {
  name: "ipset",
  layout: setLayout,
  types: { get: IPSET_CMD_LIST },
  groups: [],
};
