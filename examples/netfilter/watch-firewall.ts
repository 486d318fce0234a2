// Shows the rules of all tables with their counters, and who changes them, until Ctrl-C. Needs CAP_NET_ADMIN.
//
//   # node dist/netfilter/watch-firewall.js
//   inet filter
//     chain input, filter, policy drop
//       12: ssh, 3 packets
//       14: meta cmp immediate
//   nft (4711) made generation 5: rule added to input

import { netfilter } from "rxnetlink/netfilter";
import type { NftChain, NftRule, Ruleset, RulesetChange } from "rxnetlink/nftables";

const nf = netfilter();

/** A rule: its comment, or the names of its expressions. */
function inWords({ handle, userdata, expressions = [] }: NftRule): string {
  const counter = expressions.find(({ name }) => name === "counter")?.data?.counter;
  const what = userdata?.comment ?? expressions.map(({ name }) => name).join(" ");
  return `    ${handle}: ${what}${counter ? `, ${counter.packets} packets` : ""}`;
}

function heading({ name, type, policy }: NftChain): string {
  return `  chain ${name}${type ? `, ${type}, policy ${policy}` : ""}`;
}

function show({ tables }: Ruleset): void {
  console.clear();
  for (const { table, chains } of tables.values()) {
    console.log(`${table.family} ${table.name}`);
    for (const { chain, rules } of chains.values())
      console.log([heading(chain), ...rules.map(inWords)].join("\n"));
  }
}

function described({ object, type, current, previous }: RulesetChange): string {
  const at = current ?? previous;
  const where =
    "chain" in at ? ` ${type === "removed" ? "from" : "to"} ${at.chain}` : "name" in at ? ` ${at.name}` : "";
  return `${object} ${type}${where}`;
}

// The kernel does not report that counters count.
nf.nftables.ruleset$({ elements: false, relistEvery: 1000 }).subscribe((event) => {
  show(event.ruleset);
  if (event.type === "commit") {
    const { procName, procPid, generation, changes } = event;
    console.log(
      `${procName} (${procPid}) made generation ${generation}: ${changes.map(described).join(", ")}`,
    );
  } else if (event.type === "resync") console.log("notifications were lost; the view is right again");
});
