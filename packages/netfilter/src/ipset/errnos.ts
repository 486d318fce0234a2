import type { Explanation, KernelRefusal } from "@rxnetlink/core";
import { enumeration, u32 } from "@rxnetlink/core/schema";

/** Meaning of an errno, and a remedy. */
interface Meaning {
  readonly text: string;
  readonly hint?: string;
}

/** Meaning of an errno, and its meaning for some verbs. */
interface ByVerb extends Meaning {
  readonly by?: Readonly<Record<string, Meaning>>;
}

/** Meaning of an errno that has a name in one class of types only. */
interface Named extends Meaning {
  readonly code: string;
}

const lacks = (what: string, setting: string) => ({
  text: `the set has no ${what}`,
  hint: `create it with ${setting}`,
});

/** Private errnos that all types of sets share (`IPSET_ERR_*`); from `typeSpecific` on, their meaning depends on the type. */
export const ipsetErrors = enumeration("IPSET_ERR_", u32, {
  private: 4096,
  protocol: 4097,
  findType: 4098,
  maxSets: 4099,
  busy: 4100,
  existSetname2: 4101,
  typeMismatch: 4102,
  exist: 4103,
  invalidCidr: 4104,
  invalidNetmask: 4105,
  invalidFamily: 4106,
  timeout: 4107,
  referenced: 4108,
  ipaddrIpv4: 4109,
  ipaddrIpv6: 4110,
  counter: 4111,
  comment: 4112,
  invalidMarkmask: 4113,
  skbinfo: 4114,
  bitmaskNetmaskExcl: 4115,
  typeSpecific: 4352,
});

/** Private errnos of all types of sets. */
const COMMON: Readonly<Record<Exclude<keyof typeof ipsetErrors.values, "typeSpecific">, ByVerb>> = {
  private: { text: "an error without a number of its own" },
  protocol: {
    text: "a member is missing, or does not fit the type of the set",
  },
  findType: {
    text: "no such type of sets, or none in this family or revision",
    hint: "its kernel module is missing, or the family is not one of the type; types$ emits those that there are",
  },
  maxSets: { text: "there are as many sets as the kernel can hold" },
  busy: {
    text: "the set is in use",
    hint: "rules or lists refer to it; remove them first",
  },
  existSetname2: {
    text: "the second name is at fault",
    by: {
      rename: { text: "a set with the new name exists", hint: "swap$ exchanges two sets" },
      swap: { text: "the second set does not exist", hint: "rename$ gives a set a new name" },
    },
  },
  typeMismatch: {
    text: "the sets differ in type or family",
    hint: "only sets of one type and family can be swapped",
  },
  exist: {
    text: "the element exists, or does not exist",
    by: {
      add: {
        text: "the element is in the set already",
        hint: "with the option exist, adding it again is no error and renews its timeout",
      },
      delete: {
        text: "the element is not in the set",
        hint: "with the option exist, deleting what is not there is no error",
      },
      test: { text: "the element is not in the set" },
    },
  },
  invalidCidr: { text: "the prefix length is invalid" },
  invalidNetmask: { text: "the netmask is invalid" },
  invalidFamily: { text: "the type has no sets of that family" },
  timeout: lacks("timeouts", "data.timeout, 0 for none by default"),
  referenced: {
    text: "the set is in use",
    hint: "rules or lists refer to it by its name; remove them first",
  },
  ipaddrIpv4: { text: "an IPv4 address is missing", hint: "the set holds IPv4" },
  ipaddrIpv6: { text: "an IPv6 address is missing", hint: "the set holds IPv6" },
  counter: lacks("counters", "data.counters"),
  comment: lacks("comments", "data.comment"),
  invalidMarkmask: {
    text: "the mask of marks is invalid",
    hint: "0 compares nothing",
  },
  skbinfo: lacks("marks, priorities and queues of packets", "data.skbinfo"),
  bitmaskNetmaskExcl: {
    text: "bitmask and netmask exclude each other",
  },
};

/** Private errnos from 4352 on, whose meaning depends on the type: in this order. */
const BY_CLASS: Readonly<Record<string, readonly Named[]>> = {
  hash: [
    {
      code: "IPSET_ERR_HASH_FULL",
      text: "the set is full",
      hint: "create it with a larger data.maxelem, or with data.forceadd",
    },
    { code: "IPSET_ERR_HASH_ELEM", text: "the element is null, which the type cannot hold" },
    { code: "IPSET_ERR_INVALID_PROTO", text: "the protocol is invalid" },
    { code: "IPSET_ERR_MISSING_PROTO", text: "the protocol is missing" },
    { code: "IPSET_ERR_HASH_RANGE_UNSUPPORTED", text: "ranges are supported with IPv4 only" },
    { code: "IPSET_ERR_HASH_RANGE", text: "the range is invalid" },
  ],
  list: [
    { code: "IPSET_ERR_NAME", text: "no such set to add to the list" },
    { code: "IPSET_ERR_LOOP", text: "a list cannot be a member of a list" },
    { code: "IPSET_ERR_BEFORE", text: "no set to place it before or after was given" },
    { code: "IPSET_ERR_NAMEREF", text: "the set to place it before or after does not exist" },
    { code: "IPSET_ERR_LIST_FULL", text: "the list is full" },
    {
      code: "IPSET_ERR_REF_EXIST",
      text: "the set to place it before or after is not in the list, or the member is not at that place",
    },
  ],
  bitmap: [
    { code: "IPSET_ERR_BITMAP_RANGE", text: "it is out of the range of the set" },
    { code: "IPSET_ERR_BITMAP_RANGE_SIZE", text: "the range is larger than 65536 elements" },
  ],
};
const [ENOENT, EEXIST] = [2, 17];

/** Hints about errnos of the kernel. */
function plain(errno: number, verb: string): Explanation | undefined {
  if (errno === ENOENT) return { text: "no such set" };
  if (errno !== EEXIST || verb !== "create") return undefined;
  return {
    text: "a set of that name exists",
    hint: "with the option exist, one of the same type and settings is no error",
  };
}

/** Returns the name of an errno that all types share. */
const codeOf = (name: string) =>
  ipsetErrors.prefix + name.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();

/** Private errnos of all types, by number. */
const COMMON_BY_NUMBER = new Map(
  Object.entries(COMMON).map(([name, meaning]): [number, ByVerb & Named] => [
    ipsetErrors.values[name as keyof typeof COMMON],
    { ...meaning, code: codeOf(name) },
  ]),
);

/** Returns the name and meaning of a private errno, which depends on the type of the set and on the verb. */
export function explainErrno(
  { errno }: Pick<KernelRefusal, "errno">,
  typename: string | undefined,
  verb: string,
): Explanation | undefined {
  const kind = typename?.slice(0, typename.indexOf(":")) ?? "";
  const common = COMMON_BY_NUMBER.get(errno);
  const meaning = common ?? BY_CLASS[kind]?.[errno - ipsetErrors.values.typeSpecific];
  if (meaning === undefined) return plain(errno, verb);
  const { code, text, hint } = { ...meaning, ...common?.by?.[verb] };
  return { code, text, ...(hint !== undefined && { hint }) };
}
