// Random changes of a ruleset, as input of `nft -f`. Each is one transaction, and may fail.

/** Returns a generator of numbers below a limit, the same for the same seed. */
export function randomOf(seed: number): (limit: number) => number {
  let state = seed >>> 0 || 1;
  return (limit) => {
    // xorshift32
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % limit;
  };
}

/** Handles of the rules of a chain, as the kernel has them now. */
export type HandlesOf = (chain: string) => readonly bigint[];

const FAMILIES = ["ip", "inet"];

/** Makes random transactions. */
export class RandomRuleset {
  readonly #below: (limit: number) => number;
  readonly #handlesOf: HandlesOf;

  constructor(seed: number, handlesOf: HandlesOf) {
    this.#below = randomOf(seed);
    this.#handlesOf = handlesOf;
  }

  /** Returns the next transaction. */
  next(): string {
    const lines = 1 + this.#below(4);
    const commands = Array.from({ length: lines }, () => this.#command());
    return commands.join("\n");
  }

  #pick<T>(values: readonly T[]): T {
    return values[this.#below(values.length)]!;
  }

  #table(): string {
    return `${this.#pick(FAMILIES)} t${this.#below(2)}`;
  }

  #rule(): string {
    const port = 1 + this.#below(1000);
    return this.#pick([
      `tcp dport ${port} accept`,
      `tcp dport { ${port}, ${port + 1} } counter drop`,
      `ip saddr 10.0.0.${this.#below(250)} counter comment "c${port}"`,
      "counter",
    ]);
  }

  /** Returns the setting up of a chain of a table, then a command on it, so that most transactions succeed. */
  #command(): string {
    const table = this.#table();
    const chain = `c${this.#below(2)}`;
    const place = `${table} ${chain}`;
    const handles = this.#handlesOf(place);
    const ready = `add table ${table}\nadd chain ${place}\n`;
    const handle = handles.length === 0 ? undefined : this.#pick(handles);
    const withHandle =
      handle === undefined
        ? [`add rule ${place} ${this.#rule()}`]
        : [
            `add rule ${place} handle ${handle} ${this.#rule()}`,
            `insert rule ${place} handle ${handle} ${this.#rule()}`,
            `insert rule ${place} handle ${handle} ${this.#rule()}\ninsert rule ${place} handle ${handle} ${this.#rule()}`,
            `add rule ${place} handle ${handle} ${this.#rule()}\nadd rule ${place} handle ${handle} ${this.#rule()}`,
            `replace rule ${place} handle ${handle} ${this.#rule()}`,
            `delete rule ${place} handle ${handle}`,
            `delete rule ${place} handle ${handle}\nadd rule ${place} handle ${handle} ${this.#rule()}`,
            `delete rule ${place} handle ${handle}\ninsert rule ${place} handle ${handle} ${this.#rule()}`,
          ];
    return ready + this.#pick([...withHandle, ...withHandle, ...this.#others(table, place)]);
  }

  #others(table: string, place: string): string[] {
    const set = `${table} s${this.#below(2)}`;
    const newSet = `add set ${set} { type ipv4_addr; flags interval; }\n`;
    const low = this.#below(200);
    return [
      `add rule ${place} ${this.#rule()}`,
      `insert rule ${place} ${this.#rule()}`,
      `add rule ${place} ${this.#rule()}\nadd rule ${place} ${this.#rule()}\ninsert rule ${place} ${this.#rule()}`,
      `flush chain ${place}\nadd rule ${place} ${this.#rule()}\nadd rule ${place} ${this.#rule()}`,
      `flush chain ${place}\nadd rule ${place} counter\ndelete chain ${place}`,
      `${newSet}add element ${set} { 10.1.${low}.0/24, 10.2.${low}.1-10.2.${low}.9 }`,
      `${newSet}flush set ${set}`,
      `${newSet}add element ${set} { 10.1.${low}.0/24 }\ndelete element ${set} { 10.1.${low}.0/24 }`,
      `add counter ${table} n${this.#below(3)}`,
      `add counter ${table} m\ndelete counter ${table} m`,
      `add map ${table} m0 { type ipv4_addr : verdict; }\nadd element ${table} m0 { 10.3.0.${low} : accept }`,
      `add chain ${table} base { type filter hook input priority 0; policy ${this.#pick(["accept", "drop"])}; }`,
      `delete table ${table}`,
      `delete table ${table}\nadd table ${table}\nadd chain ${place}\nadd rule ${place} counter`,
    ];
  }
}
