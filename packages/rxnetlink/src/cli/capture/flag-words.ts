import type { CapturedMessage } from "@rxnetlink/capture";
import {
  NLM_F_ACK,
  NLM_F_APPEND,
  NLM_F_CREATE,
  NLM_F_DUMP,
  NLM_F_DUMP_INTR,
  NLM_F_ECHO,
  NLM_F_EXCL,
  NLM_F_REPLACE,
} from "@rxnetlink/core/schema";

type Words = readonly (readonly [word: string, bits: number])[];

const REQUESTS: Words = [
  ["ack", NLM_F_ACK],
  ["echo", NLM_F_ECHO],
];
const GETS: Words = [["dump", NLM_F_DUMP]];
const CHANGES: Words = [
  ["replace", NLM_F_REPLACE],
  ["excl", NLM_F_EXCL],
  ["create", NLM_F_CREATE],
  ["append", NLM_F_APPEND],
];
const REPLIES: Words = [["interrupted", NLM_F_DUMP_INTR]];

const set = (words: Words, flags: number) =>
  words.filter(([, bits]) => (flags & bits) === bits).map(([word]) => word);

/** Returns the flags of a message in words: some bits mean one thing in a request for a list, and another in a change. */
export function flagWords(message: CapturedMessage): string[] {
  const { header, role } = message;
  if (header === undefined) return [];
  if (role !== "request") return set(REPLIES, header.flags);
  const own = message.type !== "object" ? [] : message.action === "get" ? GETS : CHANGES;
  return [...set(own, header.flags), ...set(REQUESTS, header.flags)];
}
