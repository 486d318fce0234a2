import {
  type AttributeSet,
  type Attributes,
  attributes,
  type Binary,
  be32,
  binary,
  extend,
  flags,
  type Ignored,
  inNetByteOrder,
  message,
  nest,
  nestedArray,
  pad,
  refine,
  string,
  struct,
  u8,
  u32,
  type Writer,
  word,
} from "@rxnetlink/core/schema";
import { nfproto } from "../common/nfgenmsg.js";
import { elementLayout, type IpSetElement } from "./element/element.js";
import { type IpSetSettings, settingsLayout } from "./set/attributes.js";
import { ipsetTypes } from "./types.js";
import { net16 } from "./values/numbers.js";

/** Version of the protocol that requests are made by; since 4.20. */
const PROTOCOL = 7;

/** Version of the protocol: all requests have it, and no value. */
const protocol: Ignored = {
  name: "u8",
  ignored: true,
  read: () => undefined,
  write: (out: Writer) => u8.write(out, PROTOCOL),
};

/** Fixed header of messages, of which ipset reads nothing. */
const header = struct("nfgenmsg", { _: pad(4) });

/** Members of all messages. */
const common = { protocol: [1, protocol], setname: [2, string] } as const;

/** Declares the attributes of a message: these, and those that all have. */
function ipsetAttributes<A extends Attributes>(name: string, set: A) {
  return attributes(`${name}-attrs`, "IPSET_ATTR_", extend(common, set));
}

/** Declares a message with these attributes, which is sent with the version of the protocol. */
function ipsetMessage<A extends Attributes>(name: string, set: AttributeSet<A>) {
  const whole = message(name, header, set);
  return refine(whole, {
    write: (out, value, scope) => whole.write(out, { protocol: true, ...value } as never, scope),
  });
}

/** Extent of a list (`IPSET_FLAG_LIST_*`). */
export const ipsetListFlags = flags("IPSET_FLAG_LIST_", be32, {
  /** Names of the sets only. */
  setname: 2,
  /** Sets without their elements. */
  header: 4,
});

/** Attributes of a set: in requests that create one, and in lists. */
const setAttributes = ipsetAttributes("ipset", {
  /** Type of the set. */
  typename: [3, word(...(Object.keys(ipsetTypes) as (keyof typeof ipsetTypes)[]))],
  /** Revision of the type. */
  revision: [4, u8],
  /** Protocol family. */
  family: [5, nfproto],
  /** Extent of a list; see {@link ipsetListFlags}. */
  flags: [6, inNetByteOrder(ipsetListFlags)],
  /** Settings of the set. */
  data: [7, nest<IpSetSettings>(settingsLayout)],
  /** Elements. */
  adt: [8, nest<IpSetElement[]>(nestedArray(7, elementLayout))],
  /** Position of a command in a script. */
  lineno: [9, u32],
  /** Index of the set, by which rules refer to it. */
  index: [11, net16],
});
/** Layout of a set: in requests that create one, and in lists. */
export const setMessage = ipsetMessage("ipset", setAttributes);

/** Elements that are encoded already. */
const encoded: Binary = { ...binary, nested: true };

/** Attributes of requests about elements: one in `data`, or many in `adt`. */
const elementAttributes = ipsetAttributes("ipset-element", {
  /** Element. */
  data: [7, nest<IpSetElement>(elementLayout)],
  /** Elements. */
  adt: [8, encoded],
  /** Position of the element that the kernel refuses; sent as 0. */
  lineno: [9, u32],
});
/** Layout of requests about elements: one in `data`, or many in `adt`. */
export const elementMessage = ipsetMessage("ipset-element", elementAttributes);

/** Attributes of requests about two sets. */
const twoSetsAttributes = ipsetAttributes("ipset-two", {
  /** New name, or name of the second set. */
  setname2: [3, string],
});
/** Layout of requests about two sets. */
export const twoSetsMessage = ipsetMessage("ipset-two", twoSetsAttributes);

/** Attributes of requests about types. */
const typeAttributes = ipsetAttributes("ipset-type", {
  /** Type of sets. */
  typename: [3, string],
  /** Newest revision that the kernel offers. */
  revision: [4, u8],
  /** Protocol family. */
  family: [5, nfproto],
  /** Oldest revision that the kernel offers. */
  revisionMin: [10, u8],
});
/** Layout of requests about types. */
export const typeMessage = ipsetMessage("ipset-type", typeAttributes);

/** Attributes of requests about the index of a set. */
const indexAttributes = ipsetAttributes("ipset-index", {
  /** Protocol family. */
  family: [5, nfproto],
  /** Index. */
  index: [11, net16],
});
/** Layout of requests about the index of a set. */
export const indexMessage = ipsetMessage("ipset-index", indexAttributes);

/** Attributes of the reply about versions. */
const protocolAttributes = attributes("ipset-protocol-attrs", "IPSET_ATTR_", {
  /** Newest version of the protocol. */
  protocol: [1, u8],
  /** Oldest version of the protocol. */
  protocolMin: [10, u8],
});
/** Layout of the reply about versions. */
export const protocolReply = message("ipset-protocol", header, protocolAttributes);
