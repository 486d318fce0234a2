/** Numbers of the subsystems that messages belong to, by the prefix of their constants. */
export type Subsystems = Readonly<Record<string, number>>;

/** The names of messages by number. */
type Numbers = ReadonlyMap<string, number>;

/** Words for the verbs of an object in the names of its messages. */
const WORDS: Readonly<Record<string, RegExp>> = {
  new: /NEW|CREATE|ADD|NTF$/,
  get: /GET|LIST/,
  set: /SET|UPD|MODIFY/,
  replace: /UPD/,
  delete: /DESTROY|DELETE(_NTF$)?|DEL|REMOVE/,
};

/** Returns the type of a message whose constant is the number of the message in its subsystem. */
export function typeOf(subsystems: Subsystems, constant: string, number: number): number {
  const prefix = Object.keys(subsystems).find((it) => constant.startsWith(it));
  return prefix === undefined ? number : (subsystems[prefix]! << 8) | number;
}

/** Returns the constants of a message type. */
function constantsOf(numbers: Numbers, type: number, subsystems: Subsystems | undefined): string[] {
  const prefixes = subsystems === undefined ? ["RTM_"] : Object.keys(subsystems);
  return [...numbers]
    .filter(([constant]) => prefixes.some((it) => constant.startsWith(it)) && !/_MAX$/.test(constant))
    .filter(([constant, number]) => typeOf(subsystems ?? {}, constant, number) === type)
    .map(([constant]) => constant);
}

/**
 * Returns the constants of the messages of an object, or nothing if no names agree but for the verb: `RTM_NEWLINK`,
 * `RTM_DELLINK` …
 */
export function messagesOf(
  numbers: Numbers,
  types: Readonly<Record<string, number>>,
  subsystems: Subsystems | undefined,
): string[] {
  const found = Object.entries(types).map(
    ([verb, type]) =>
      new Map(
        constantsOf(numbers, type, subsystems).map((constant) => [
          constant.replace(WORDS[verb] ?? "", "").replace(/_$/, ""),
          constant,
        ]),
      ),
  );
  const [first = new Map<string, string>()] = found;
  const shared = [...first.keys()].find((name) => found.every((names) => names.has(name)));
  return shared === undefined ? [] : found.map((names) => names.get(shared)!);
}
