import type { Explanation, KernelRefusal } from "@rxnetlink/core";

/** Name of an errno, its meaning, that for some verbs, and a remedy. */
interface Meaning {
  readonly code: string;
  readonly text: string;
  readonly hint?: string;
  readonly by?: Readonly<Record<string, Pick<Meaning, "text" | "hint">>>;
}

const lacks = (what: string, setting: string) => ({
  text: `the set has no ${what}`,
  hint: `create it with ${setting}`,
});

/** Private errnos of all types of sets. */
const COMMON: Readonly<Record<number, Meaning>> = {
  4096: { code: "IPSET_ERR_PRIVATE", text: "an error without a number of its own" },
  4097: {
    code: "IPSET_ERR_PROTOCOL",
    text: "a member is missing, or does not fit the type of the set",
  },
  4098: {
    code: "IPSET_ERR_FIND_TYPE",
    text: "no such type of sets, or none in this family or revision",
    hint: "its kernel module is missing, or the family is not one of the type; types$ emits those that there are",
  },
  4099: { code: "IPSET_ERR_MAX_SETS", text: "there are as many sets as the kernel can hold" },
  4100: {
    code: "IPSET_ERR_BUSY",
    text: "the set is in use",
    hint: "rules or lists refer to it; remove them first",
  },
  4101: {
    code: "IPSET_ERR_EXIST_SETNAME2",
    text: "the second name is at fault",
    by: {
      rename: { text: "a set with the new name exists", hint: "swap$ exchanges two sets" },
      swap: { text: "the second set does not exist", hint: "rename$ gives a set a new name" },
    },
  },
  4102: {
    code: "IPSET_ERR_TYPE_MISMATCH",
    text: "the sets differ in type or family",
    hint: "only sets of one type and family can be swapped",
  },
  4103: {
    code: "IPSET_ERR_EXIST",
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
  4104: { code: "IPSET_ERR_INVALID_CIDR", text: "the prefix length is invalid" },
  4105: { code: "IPSET_ERR_INVALID_NETMASK", text: "the netmask is invalid" },
  4106: { code: "IPSET_ERR_INVALID_FAMILY", text: "the type has no sets of that family" },
  4107: { code: "IPSET_ERR_TIMEOUT", ...lacks("timeouts", "data.timeout, 0 for none by default") },
  4108: {
    code: "IPSET_ERR_REFERENCED",
    text: "the set is in use",
    hint: "rules or lists refer to it by its name; remove them first",
  },
  4109: { code: "IPSET_ERR_IPADDR_IPV4", text: "an IPv4 address is missing", hint: "the set holds IPv4" },
  4110: { code: "IPSET_ERR_IPADDR_IPV6", text: "an IPv6 address is missing", hint: "the set holds IPv6" },
  4111: { code: "IPSET_ERR_COUNTER", ...lacks("counters", "data.counters") },
  4112: { code: "IPSET_ERR_COMMENT", ...lacks("comments", "data.comment") },
  4113: {
    code: "IPSET_ERR_INVALID_MARKMASK",
    text: "the mask of marks is invalid",
    hint: "0 compares nothing",
  },
  4114: { code: "IPSET_ERR_SKBINFO", ...lacks("marks, priorities and queues of packets", "data.skbinfo") },
  4115: {
    code: "IPSET_ERR_BITMASK_NETMASK_EXCL",
    text: "bitmask and netmask exclude each other",
  },
};

/** Private errnos from 4352 on, whose meaning depends on the type: in this order. */
const BY_CLASS: Readonly<Record<string, readonly Meaning[]>> = {
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
const TYPE_SPECIFIC = 4352;
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

/** Returns the name and meaning of a private errno, which depends on the type of the set and on the verb. */
export function explainErrno(
  { errno }: Pick<KernelRefusal, "errno">,
  typename: string | undefined,
  verb: string,
): Explanation | undefined {
  const kind = typename?.slice(0, typename.indexOf(":")) ?? "";
  const meaning = COMMON[errno] ?? BY_CLASS[kind]?.[errno - TYPE_SPECIFIC];
  if (meaning === undefined) return plain(errno, verb);
  const { by, ...always } = meaning;
  return { ...always, ...by?.[verb] };
}
