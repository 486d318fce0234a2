/** A verb that changes an object. */
export type ChangingVerb = "add" | "change" | "replace" | "append" | "prepend" | "delete";

/** A verb that sends a request about an object. */
export type RequestVerb = "list" | "get" | "set" | "flushAll" | ChangingVerb;

/**
 * Verb of a kind of object: `"notify"` stands for `notifications$`, `"watch"` for `watch$` and `state$`, each
 * other verb for the method of its name. `flush$` and `batch$` follow from the others.
 */
export type Verb = RequestVerb | "notify" | "watch";

/** The verbs that change an object. */
export const CHANGING_VERBS: ReadonlySet<string> = new Set<ChangingVerb>([
  "add",
  "change",
  "replace",
  "append",
  "prepend",
  "delete",
]);

const METHODS: Partial<Readonly<Record<Verb, readonly string[]>>> = {
  notify: ["notifications$"],
  watch: ["watch$", "state$"],
};

/** Returns the names of the methods that an object with these verbs has. */
export function methodsOf(verbs: readonly Verb[]): readonly string[] {
  const methods = verbs.flatMap((verb) => METHODS[verb] ?? [`${verb}$`]);
  if (verbs.includes("list") && verbs.includes("delete")) methods.push("flush$");
  if (verbs.some((verb) => CHANGING_VERBS.has(verb))) methods.push("batch$");
  return methods;
}
