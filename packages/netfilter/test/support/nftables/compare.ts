// Comparison with what nft prints: the expressions that it sends, those that it lists, and its JSON.

/** Completes the expressions that nft sends as the kernel does, by name. */
const COMPLETED: Readonly<Record<string, (line: string) => string>> = {
  lookup: (line) => (/ 0x\d+ \]$/.test(line) ? line : line.replace(/ \]$/, " 0x0 ]")),
  log: (line) =>
    / (group|level) /.test(line) ? line : line.replace(/(\[ log(?: prefix \S+)?)/, "$1 level 4"),
  dynset: (line) =>
    / timeout /.test(line) ? line : line.replace(/( set \S+(?: sreg_data \d+)?)/, "$1 timeout 0ms"),
  // The kernel forgets the direction of the protocol, which both directions share.
  ct: (line) => line.replace(/( load protocol => reg \d+) , dir \w+/, "$1"),
  nat: completeNat,
  masq: completeNat,
  redir: completeNat,
};

/** Fills in the ends of ranges, and the flags that say what is there. */
function completeNat(line: string): string {
  const value = (name: string) => new RegExp(` ${name} (?:reg )?(\\w+)`).exec(line)?.[1];
  const head = /^\[ (?:nat \w+ \w+|masq|redir)/.exec(line)![0];
  const [addr, proto] = [value("addr_min"), value("proto_min")];
  const flags = Number(value("flags") ?? 0) | (addr === undefined ? 0 : 1) | (proto === undefined ? 0 : 2);
  return [
    head,
    addr && `addr_min reg ${addr} addr_max reg ${value("addr_max") ?? addr}`,
    proto && `proto_min reg ${proto} proto_max reg ${value("proto_max") ?? proto}`,
    flags !== 0 && `flags 0x${flags.toString(16)}`,
    "]",
  ]
    .filter(Boolean)
    .join(" ");
}

/** Returns an expression that nft sends as the kernel lists it. */
export function asListed(line: string): string {
  const name = /^\[ (\w+)/.exec(line)?.[1] ?? "";
  return COMPLETED[name]?.(line) ?? line;
}

/** Returns a listed expression with the names of anonymous sets as nft sends them: the kernel numbers them. */
export const unnumbered = (line: string): string => line.replace(/\b(__(?:set|map|objmap))\d+/g, "$1%d");

/** Returns the lines that nft prints for each rule of a table, by handle. */
export function rulesOfDebug(output: string): Map<string, string[]> {
  const rules = new Map<string, string[]>();
  let lines: string[] = [];
  for (const line of output.split("\n")) {
    const [, handle] = /^\S+ \S+ \S+ (\d+)(?: \d+)?\s*$/.exec(line) ?? [];
    if (handle !== undefined) {
      lines = [];
      rules.set(handle, lines);
    } else if (/^ {2}\[ /.test(line)) lines.push(line.trim());
  }
  return rules;
}

/** Returns the rules of nft's JSON by chain, without what differs between two tables alike. */
export function rulesOfJson({
  nftables,
}: {
  nftables: readonly { rule?: { chain: string; expr: unknown } }[];
}) {
  return nftables.flatMap(({ rule }) => (rule === undefined ? [] : [{ chain: rule.chain, expr: rule.expr }]));
}
