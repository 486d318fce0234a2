import type { Family } from "#src/nftables/index.js";

/** Families of tables that both nft and we name alike. */
export const FAMILIES = ["ip", "ip6", "inet", "arp", "bridge", "netdev"] as const satisfies readonly Family[];

const CONNECTIONS = [
  'add ct helper AT hlp { type "ftp" protocol tcp; }',
  "add ct timeout AT tmo { protocol tcp; policy = { established : 122 }; }",
  "add ct expectation AT exp { protocol tcp; dport 1234; timeout 2m; size 12; }",
];

/** Returns the commands that make a table with all that the rules refer to. */
export function setup(family: Family): string[] {
  const commands = [
    "add table AT",
    "add chain AT other",
    "add chain AT c",
    "add chain AT theirs",
    "add set AT pairs { type ipv4_addr . ipv4_addr; }",
    "add set AT ports { type inet_service; }",
    "add set AT seen { type ipv4_addr; flags dynamic,timeout; size 100; }",
    "add map AT marks { type ipv4_addr : mark; }",
    "add counter AT cnt",
    "add limit AT lim { rate 400/minute; }",
    "add quota AT qt { 25 mbytes; }",
    ...(family === "ip" ? CONNECTIONS : []),
  ];
  return commands.map((command) => command.replace("AT", `${family} t`));
}
