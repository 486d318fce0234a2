import { bindObject, type Connection } from "@rxnetlink/core";
import type { Observable } from "rxjs";
import { type Chains, chainObject } from "./chain/chain.js";
import { type Elements, elementsOf } from "./element/elements.js";
import { type Flowtables, flowtableObject } from "./flowtable/flowtable.js";
import { generation$ } from "./generation/generation.js";
import type { Generation } from "./generation/layout.js";
import {
  type StatefulObjects,
  type StatefulObjectsReset,
  statefulObjectObject,
  statefulObjectResetObject,
} from "./object/object.js";
import { type Rules, type RulesReset, ruleObject, ruleResetObject } from "./rule/rule.js";
import { type RulesetStream, rulesetsOf } from "./ruleset/ruleset.js";
import { type NftSets, setObject } from "./set/set.js";
import { type Tables, tableObject } from "./table/table.js";
import { type TraceStream, tracesOf } from "./trace/trace.js";
import { ensure$, type TableEnsured } from "./transaction/ensure/ensure.js";
import type { OwnTable } from "./transaction/ensure/own-table.js";
import type { Transaction } from "./transaction/transaction.js";
import { owner$, type TableOwner, type Transactions, transactionsBy } from "./transaction/transactions.js";

/** Reading that also resets counters and quotas. */
export interface NftablesReset {
  /** Rules; since 6.2. Name a rule, a chain or a table: all that the kernel sends is reset. */
  readonly rule: RulesReset;
  /** Stateful objects. Name one, a type or a table: all that the kernel sends is reset. */
  readonly object: StatefulObjectsReset;
}

/** The packet filter: tables of chains with rules, sets and stateful objects. Reads object by object; changes by transactions. */
export interface Nftables extends Transactions {
  /** Tables. */
  readonly table: Tables;
  /** Chains. */
  readonly chain: Chains;
  /** Rules. */
  readonly rule: Rules;
  /** Sets and maps. */
  readonly set: NftSets;
  /** Elements of sets and maps. */
  readonly element: Elements;
  /** Stateful objects: counters, quotas, limits … with names. */
  readonly object: StatefulObjects;
  /** Flowtables. */
  readonly flowtable: Flowtables;
  /** Reading that also resets counters and quotas. */
  readonly reset: NftablesReset;
  /**
   * Opens a socket for tables with the flag `owner`, and emits its verbs: nobody else can change these tables, and they end
   * when it is unsubscribed. Since 5.12.
   */
  owner$(): Observable<TableOwner>;
  /**
   * Brings a table of one's own to what steps fill it with, in one commit: reads it, and changes only what differs. What does
   * not differ stays as it is, with its counters and handles, and if nothing does, nothing is committed. Changed rules are
   * replaced at their place. A change that the kernel cannot make, such as that of the hook of a chain, has the whole table
   * made again in the same commit, and so have steps that remove something. Elements that packets add to a set stay.
   *
   * The table has the mark of its owner; one that exists without that mark is left alone, and so is any other table. If others
   * change the ruleset meanwhile, it is read again.
   *
   * Errors with a {@link ForeignTableError}, an `EncodeError` for steps about anything else, or as
   * {@link transaction$} does.
   *
   * @param contents - Steps that fill the table.
   *
   * @example
   * const table = { family: "inet", table: "mine" } as const;
   * nf.nftables.ensure$(
   *   { family: "inet", name: "mine", owner: "my-program" },
   *   transaction().add("chain", { ...table, name: "input", type: "filter", hook: { hooknum: "input", priority: 0 } }),
   * );
   */
  ensure$(table: OwnTable, contents: Transaction): Observable<TableEnsured>;
  /**
   * Emits the current generation, then each new one with the process that made it. If notifications are lost, those in between
   * are left out, and the last has no process.
   */
  generation$(): Observable<Generation>;
  /**
   * Emits the whole ruleset, consistent at one generation, then each change of it: one event for each transaction, with its
   * process, its changes in order, and the ruleset after it. Rulesets are immutable and share what did not change. Subscribers
   * with the same options share one subscription to the kernel, which repairs losses by listing again.
   *
   * The kernel does not announce everything. These changes are found only when the ruleset is listed again, which
   * `relistEvery` does from time to time:
   *
   * - elements that end after their time, and those that packets add (`add @set { … }` in a rule);
   * - counters, quotas and other state of rules, elements and objects, except the end of a named quota;
   * - tables that end with the socket that owns them;
   * - devices of chains that vanish.
   *
   * Errors with a `SystemError` (`EPERM`) without `CAP_NET_ADMIN`, with an `ArgumentError` for an unusable option.
   *
   * @example
   * nf.nftables.ruleset$({ family: "inet" }).subscribe((event) => {
   *   if (event.type === "commit") console.log(`${event.procName} made ${event.changes.length} changes`);
   *   for (const { table, chains } of event.ruleset.tables.values()) console.log(table.name, chains.size);
   * });
   */
  readonly ruleset$: RulesetStream;
  /**
   * Emits the packets that a rule with `meta nftrace set 1` lets be traced: one value for each packet and base chain, when it
   * leaves that chain, with the rules that it met and the verdict. It comes again, with the same `id`, in the next base chain.
   * An overflow is reported as `"overrun"`.
   *
   * @example
   * nf.nftables.trace$({ rules: true }).subscribe((trace) => {
   *   if (trace.type === "packet") console.log(trace.chain, trace.verdict, trace.steps);
   * });
   */
  readonly trace$: TraceStream;
}

/** Returns nftables over a connection. */
export function nftablesOf(connection: Connection): Nftables {
  const [table, set] = [bindObject(connection, tableObject), bindObject(connection, setObject)];
  const transactions = transactionsBy(connection, connection.committer$());
  const current = () => generation$(connection);
  const ruleset$ = rulesetsOf(connection);
  return {
    table,
    chain: bindObject(connection, chainObject),
    rule: bindObject(connection, ruleObject),
    set,
    element: elementsOf(connection, set),
    object: bindObject(connection, statefulObjectObject),
    flowtable: bindObject(connection, flowtableObject),
    reset: {
      rule: bindObject(connection, ruleResetObject),
      object: bindObject(connection, statefulObjectResetObject),
    },
    owner$: () => owner$(connection),
    generation$: current,
    ruleset$,
    trace$: tracesOf(connection, ruleset$),
    ensure$: (own, contents) => ensure$(connection, transactions, own, contents),
    ...transactions,
  };
}
