import { ArgumentError, EncodeError, type NetlinkError } from "@rxnetlink/core";
import {
  aFunction,
  anObjectWith,
  checkOptions,
  didYouMean,
  listed,
  type OptionChecks,
  oneOf,
} from "@rxnetlink/core/internal";
import { Writer } from "@rxnetlink/core/schema";
import { auditSyscallNumber } from "../../syscall/syscalls.js";
import type { AuditRuleField } from "../field.js";
import type { AuditOperator } from "../operators.js";
import { type AuditRule, auditRule } from "../rule-type.js";
import { type AuditMachine, nativeArch, ownMachine } from "./machine.js";
import { wordsOf } from "./tokens.js";
import { type RuleWords, valueIn } from "./values.js";
import { ACTION_WORDS, comparisonOf, FIELD_WORDS, LIST_WORDS } from "./words.js";

/** Options of {@link parseAuditRule}. */
export interface AuditRuleTextOptions {
  /** Machine that the rule is for; by default that of the program. */
  readonly machine?: AuditMachine;
  /** Users by name, for `uid=alice`; see {@link auditIdsByName}. */
  readonly users?: ReadonlyMap<string, number>;
  /** Groups by name, for `gid=wheel`; see {@link auditIdsByName}. */
  readonly groups?: ReadonlyMap<string, number>;
  /** Returns true if the path of `-w` is a directory; by default, if it ends in a slash. */
  readonly isDirectory?: (path: string) => boolean;
}

const OPTIONS: OptionChecks<AuditRuleTextOptions> = {
  machine: oneOf("x86_64", "i386", "aarch64", "arm"),
  users: anObjectWith("get"),
  groups: anObjectWith("get"),
  isDirectory: aFunction,
};

const refused = (word: string, reason: string, hint?: string) =>
  new ArgumentError("parseAuditRule", word, reason, hint);

type Head = Pick<AuditRule, "list" | "action" | "prepend">;

/** A rule that is being read. */
class Reading implements RuleWords {
  readonly machine: AuditMachine;
  readonly users: ReadonlyMap<string, number>;
  readonly groups: ReadonlyMap<string, number>;
  readonly #isDirectory: (path: string) => boolean;
  #head: Head | undefined;
  #watched = false;
  readonly #fields: AuditRuleField[] = [];
  readonly #keys: string[] = [];
  #syscalls: string[] | undefined;
  /** Reactions to options, each of which takes a word. */
  readonly options: Readonly<Record<string, (word: string) => void>> = {
    "-a": (word) => this.#listed(word),
    "-A": (word) => this.#listed(word, true),
    "-d": (word) => this.#listed(word),
    "-w": (word) => this.#watch(word),
    "-W": (word) => this.#watch(word),
    "-S": (word) => this.#syscall(word),
    "-F": (word) => this.#field(word),
    "-C": (word) => this.#compare(word),
    "-p": (word) => this.#perm(word),
    "-k": (word) => void this.#keys.push(word),
  };

  constructor(options: AuditRuleTextOptions) {
    const { machine = ownMachine(), users = new Map(), groups = new Map() } = options;
    this.machine = machine;
    this.users = users;
    this.groups = groups;
    this.#isDirectory = options.isDirectory ?? ((path) => path.endsWith("/"));
  }

  /** Returns the rule in the form in which the kernel lists it. */
  rule(): AuditRule {
    if (this.#head === undefined) throw refused("rule", "has neither -a, -A, -d nor -w", "-a always,exit …");
    if (this.#keys.length > 0) this.#fields.push({ field: "filterkey", value: this.#keys.join("\x01") });
    const syscalls = this.#numbered();
    const out = new Writer();
    auditRule.write(out, { ...this.#head, ...(syscalls && { syscalls }), fields: this.#fields });
    return auditRule.read(out.view, 0, out.at);
  }

  #begin(word: string, head: Head): void {
    if (this.#head !== undefined) throw refused(word, "is a second rule", "one rule at a time");
    this.#head = head;
  }

  #listed(word: string, prepend = false): void {
    const parts = word.split(",");
    const action = ACTION_WORDS.find((one) => parts.includes(one));
    const list = Object.keys(LIST_WORDS).find((one) => parts.includes(one));
    if (parts.length !== 2 || action === undefined || list === undefined)
      throw refused(
        word,
        "is not an action and a list",
        `such as always,exit; lists are ${listed(Object.keys(LIST_WORDS))}`,
      );
    this.#begin(word, { list: LIST_WORDS[list]!, action, ...(prepend && { prepend }) });
  }

  #syscall(word: string): void {
    this.#syscalls = [...(this.#syscalls ?? []), ...word.split(",")];
  }

  #watch(path: string): void {
    if (!path.startsWith("/")) throw refused(path, "does not begin with a slash");
    this.#begin(path, { list: "exit", action: "always" });
    this.#watched = true;
    const value = path.replace(/(?<=.)\/+$/, "");
    const field = path === "/" || this.#isDirectory(path) ? "dir" : "watch";
    this.#fields.unshift(
      { field, value },
      ...(this.#has("perm") ? [] : [{ field: "perm", value: "rwxa" } as const]),
    );
  }

  #has(field: string): boolean {
    return this.#fields.some((one) => one.field === field);
  }

  #perm(word: string): void {
    const at = this.#fields.findIndex(({ field }) => field === "perm");
    const perm = { field: "perm", value: word.toLowerCase() } as const;
    if (at < 0) this.#fields.push(perm);
    else this.#fields[at] = perm;
  }

  #field(word: string): void {
    const [, name, op, text] = /^(\w+?)(!=|>=|<=|&=|=|>|<|&)(.+)$/s.exec(word) ?? [];
    if (name === undefined)
      throw refused(word, "is not a field, an operator and a value", "such as auid>=1000");
    const field = FIELD_WORDS.get(name);
    if (field === undefined)
      throw refused(word, `there is no field ${name}`, didYouMean(name, FIELD_WORDS.keys()));
    const value = valueIn(text!, field, this);
    if (value === undefined) throw refused(word, `${text} is no value of ${name}`, this.#hint(field));
    this.#fields.push({ field, op: op as AuditOperator, value });
  }

  #hint(field: string): string | undefined {
    if (/uid$/i.test(field)) return "users are known by the option users";
    return /gid$/i.test(field) ? "groups are known by the option groups" : undefined;
  }

  #compare(word: string): void {
    const [, one, op, other] = /^(\w+?)(!=|=)(\w+)$/.exec(word) ?? [];
    const compare = one === undefined ? undefined : comparisonOf(one, other!);
    if (compare === undefined)
      throw refused(word, "is no comparison that the kernel has", "such as auid!=obj_uid");
    this.#fields.push({ field: "fieldCompare", op: op as AuditOperator, value: compare });
  }

  /** Returns the system calls; by number where the rule has no architecture. */
  #numbered(): AuditRule["syscalls"] | undefined {
    const given = this.#syscalls;
    if (given === undefined) return undefined;
    if (this.#watched) throw refused("-S", "does not go with -w");
    if (given.includes("all")) return "all";
    const native = this.#has("arch") ? undefined : nativeArch(this.machine);
    const one = (name: string) => {
      if (/^\d+$/.test(name)) return Number(name);
      if (this.#head?.list === "uringExit")
        throw refused(name, "is no number, as operations of io_uring must be");
      return native === undefined ? name : numberFor(name, native);
    };
    return given.map(one);
  }
}

function numberFor(name: string, arch: string): number {
  const number = auditSyscallNumber(arch, name);
  if (number === undefined) throw refused(name, `is no system call of ${arch}`);
  return number;
}

/**
 * Returns the rule that a line of `auditctl` or of a file of rules stands for, as the kernel would list it. A line with `-d` or
 * `-W` gives the rule that it removes.
 *
 * Paths with blanks may be in quotes. With `-w`, a path that ends in a slash is a directory.
 *
 * @param text - The line, or its words.
 * @throws ArgumentError with the word that is wrong.
 *
 * @example
 * audit.rule.add$(parseAuditRule("-w /etc/passwd -p wa -k identity"));
 * audit.rule.add$(parseAuditRule("-a always,exit -F arch=b64 -S openat -F auid>=1000 -F key=x"));
 */
export function parseAuditRule(
  text: string | readonly string[],
  options: AuditRuleTextOptions = {},
): AuditRule {
  const words = typeof text === "string" ? wordsOf(text) : text;
  if (!Array.isArray(words)) throw refused("text", "is neither a line nor an array of words");
  const reading = new Reading(checkOptions("parseAuditRule", options, OPTIONS));
  for (let at = 0; at < words.length; at += 2) {
    const option = String(words[at]);
    const take = Object.hasOwn(reading.options, option) ? reading.options[option] : undefined;
    if (take === undefined)
      throw refused(option, "is no option of a rule", didYouMean(option, Object.keys(reading.options)));
    if (typeof words[at + 1] !== "string") throw refused(option, "lacks its argument");
    take(words[at + 1] as string);
  }
  try {
    return reading.rule();
  } catch (error) {
    if (!(error instanceof EncodeError)) throw error as NetlinkError;
    throw new ArgumentError("parseAuditRule", error.path, error.reason, error.hint, { cause: error });
  }
}
