import { type AuditField, type AuditFilter, auditCompare, auditField } from "../layout.js";

/** Lists by the words of `auditctl`. */
export const LIST_WORDS: Readonly<Record<string, AuditFilter>> = {
  user: "user",
  task: "task",
  entry: "entry",
  exit: "exit",
  exclude: "exclude",
  filesystem: "fs",
  io_uring: "uringExit",
};

/** Actions, whose words are their names. */
export const ACTION_WORDS = ["never", "possible", "always"] as const;

/** Fields whose words are not their names. */
const FIELD_NAMES: Readonly<Record<string, AuditField>> = {
  auid: "loginuid",
  path: "watch",
  key: "filterkey",
  a0: "arg0",
  a1: "arg1",
  a2: "arg2",
  a3: "arg3",
};

const snake = (key: string) => key.replace(/[A-Z]/g, "_$&").toLowerCase();
const invert = <K extends string>(words: Readonly<Record<string, K>>): ReadonlyMap<string, string> =>
  new Map(Object.entries(words).map(([word, name]) => [name, word]));
const WORD_OF_FIELD = invert(FIELD_NAMES);
const WORD_OF_LIST = invert(LIST_WORDS);

/** Fields by their words. */
export const FIELD_WORDS: ReadonlyMap<string, AuditField> = new Map([
  ...(Object.keys(auditField.values) as AuditField[])
    .filter((name) => name !== "fieldCompare" && name !== "loginuidSet")
    .map((name) => [snake(name), name] as const),
  ...Object.entries(FIELD_NAMES),
]);

/** Returns the word for a field, or `f77` for one without a name. */
export function fieldWord(field: AuditField | number): string {
  return typeof field === "number" ? `f${field}` : (WORD_OF_FIELD.get(field) ?? snake(field));
}

/** Returns the word for a list, or its number. */
export const listWord = (list: AuditFilter | number): string =>
  WORD_OF_LIST.get(String(list)) ?? String(list);

/** Returns the two fields of a comparison by their words: `["auid", "obj_uid"]`. */
export const comparedWords = (compare: string): string[] =>
  compare.split("To").map((part) => snake(lower(part)));
const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

const COMPARISONS: ReadonlyMap<string, string> = new Map(
  Object.keys(auditCompare.values).flatMap((compare) => {
    const [one, other] = comparedWords(compare);
    return [
      [`${one} ${other}`, compare],
      [`${other} ${one}`, compare],
    ];
  }),
);

/** Returns the comparison of two fields by their words; `undefined` where the kernel has none. */
export const comparisonOf = (one: string, other: string): string | undefined => {
  const plain = (word: string) => (word === "loginuid" ? "auid" : word);
  return COMPARISONS.get(`${plain(one)} ${plain(other)}`);
};
