import type { Request, RequestLabel } from "@rxnetlink/core";
import { EncodeError } from "@rxnetlink/core";
import { checkRecord, checkWritable, didYouMean } from "@rxnetlink/core/internal";
import { NLM_F_EXCL, type Type } from "@rxnetlink/core/schema";
import {
  IPSET_CMD_ADD,
  IPSET_CMD_CREATE,
  IPSET_CMD_DEL,
  IPSET_CMD_DESTROY,
  IPSET_CMD_FLUSH,
  IPSET_CMD_GET_BYINDEX,
  IPSET_CMD_GET_BYNAME,
  IPSET_CMD_LIST,
  IPSET_CMD_PROTOCOL,
  IPSET_CMD_RENAME,
  IPSET_CMD_SWAP,
  IPSET_CMD_TEST,
  IPSET_CMD_TYPE,
} from "./commands.js";
import { elementLayout, type IpSetElement } from "./element/element.js";
import { explainErrno } from "./errnos.js";
import { elementMessage, setMessage } from "./messages.js";
import { settingsLayout } from "./set/attributes.js";
import type { IpSetFamily, IpSetName, IpSetRef, NewIpSet } from "./set/set.js";
import { EXTENSIONS, kindOf, SETTINGS } from "./types.js";

/** Option of requests that can find their work done already. */
export interface ExistOption {
  /**
   * True if it is no error that what is created or added exists already, or that what is deleted does not exist: as with
   * `ipset -exist`. False by default.
   */
  readonly exist?: boolean;
}

/** Returns the label of a request for errors, which says what private errnos mean. */
function labelOf(verb: string, typename?: string): RequestLabel {
  const explain: RequestLabel["explain"] = (refusal) => explainErrno(refusal, typename, verb);
  return { object: "ipset", verb, namedBy: ["setname", "setname2", "typename", "index"], explain };
}

/** Messages by verb. */
const TYPES = {
  protocol: IPSET_CMD_PROTOCOL,
  create: IPSET_CMD_CREATE,
  destroy: IPSET_CMD_DESTROY,
  flush: IPSET_CMD_FLUSH,
  rename: IPSET_CMD_RENAME,
  swap: IPSET_CMD_SWAP,
  list: IPSET_CMD_LIST,
  add: IPSET_CMD_ADD,
  delete: IPSET_CMD_DEL,
  test: IPSET_CMD_TEST,
  type: IPSET_CMD_TYPE,
  getByname: IPSET_CMD_GET_BYNAME,
  getByindex: IPSET_CMD_GET_BYINDEX,
};

/** Returns a request about sets. */
export function requestOf<Q>(
  verb: keyof typeof TYPES,
  layout: Type<Q>,
  value: Partial<Q>,
  typename?: string,
): Request<Q> {
  return {
    type: TYPES[verb],
    layout,
    value,
    label: labelOf(verb.startsWith("get") ? "get" : verb, typename),
  };
}

/** Flags of a request: the kernel minds what exists only with `NLM_F_EXCL`. */
export const existFlags = ({ exist = false }: ExistOption) => (exist ? 0 : NLM_F_EXCL);

/** Returns the name of a set; throws where there is none, since a request without a name is about all sets. */
export function nameOf(set: IpSetName, key: "setname" | "setname2" = "setname"): string {
  checkRecord(set, "set");
  const name = (set as unknown as Record<string, unknown>)[key];
  if (typeof name !== "string" || name === "") throw new EncodeError("names no set").at(key);
  return name;
}

/** Refuses members that a type does not have: the kernel would ignore them. */
function checkMembers(value: object, known: ReadonlySet<string>, what: string): void {
  for (const key in value)
    if (!known.has(key) && (value as Record<string, unknown>)[key] !== undefined)
      throw new EncodeError(`no such member of ${what}`, { hint: didYouMean(key, known) }).at(key);
}

/** Returns a function that checks an element of a type: the kernel names no member, and refuses no test. */
export function elementCheck(typename: string): (element: IpSetElement) => void {
  const kind = kindOf(typename);
  if (kind === undefined) return (element) => checkRecord(element, "element");
  const known = new Set<string>([...kind.element, ...kind.optional, ...EXTENSIONS]);
  const what = `elements of ${typename}`;
  return (element) => {
    checkRecord(element, "element");
    for (const key of kind.element)
      if (element[key] === undefined)
        throw new EncodeError(`is missing: ${what} have ${kind.element.join(", ")}`).at(key);
    checkMembers(element, known, what);
  };
}

/** Returns a request about one element. */
export function elementRequest(
  verb: "add" | "delete" | "test",
  set: IpSetRef,
  element: IpSetElement,
): Request<object> {
  const setname = nameOf(set);
  elementCheck(set.typename)(element);
  checkWritable(elementLayout, element);
  return requestOf<object>(verb, elementMessage, { setname, data: element }, set.typename);
}

/** Returns the request that creates a set of some revision. */
export function createRequest(set: NewIpSet, revision: number): Request<object> {
  const { typename, data = {} } = set;
  const kind = kindOf(typename);
  if (kind !== undefined)
    try {
      checkMembers(data, new Set<string>([...kind.settings, ...SETTINGS]), `settings of ${typename}`);
    } catch (error) {
      throw (error as EncodeError).at("data");
    }
  checkWritable(settingsLayout, data);
  const value = { setname: nameOf(set), typename, revision, family: familyOf(set), data };
  return requestOf<object>("create", setMessage, value, typename);
}

/** Returns the family of a set to create. */
export function familyOf({ typename, family }: NewIpSet): IpSetFamily {
  return family ?? kindOf(typename)?.family ?? "ipv4";
}
