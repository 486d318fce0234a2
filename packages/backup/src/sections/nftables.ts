import {
  chainFlags,
  type StepJson,
  type TableNode,
  type Transaction,
  tableFlags,
  tableTransaction,
  transaction,
  transactionFromJson,
  transactionToJson,
  withoutState,
} from "@rxnetlink/netfilter/nftables";
import { mergeMap, type Observable, take } from "rxjs";
import { attempts$ } from "../attempts.js";
import type { BackupRow } from "../row.js";
import type { BackupConnections, Found, Section } from "../section.js";
import type { BackupStep } from "../step.js";

const subjectOf = ({ family, name }: BackupRow) => `${family} ${name}`;

/** Returns the reason why a table cannot be saved, if there is one. */
function unsaved({ table, chains }: TableNode): string | undefined {
  if (tableFlags.has(table.flags ?? 0, "owner")) return "it belongs to a process, and ends with it";
  const isBound = [...chains.values()].some(({ chain }) => chainFlags.has(chain.flags ?? 0, "binding"));
  return isBound ? "it has a chain inside a rule" : undefined;
}

/** A row is a table, as the steps of a transaction that makes it. */
function foundIn(node: TableNode): Found {
  const { family, name } = node.table;
  const reason = unsaved(node);
  if (reason !== undefined) return { note: { subject: subjectOf({ family, name }), reason } };
  const steps = transactionToJson(tableTransaction(withoutState(node)));
  return { row: { family, name, steps: JSON.parse(JSON.stringify(steps)) } };
}

function list$({ netfilter }: BackupConnections): Observable<Found> {
  return netfilter!.nftables.ruleset$().pipe(
    take(1),
    mergeMap(({ ruleset }) => [...ruleset.tables.values()].map(foundIn)),
  );
}

const tableOf = ({ family, name }: BackupRow) => ({ family, name }) as { family: "inet"; name: string };

/** Returns the transaction of a step: a table that differs is made again, at once with its removal. */
function transactionOf(step: BackupStep): Transaction {
  const removed = step.type === "add" ? transaction() : transaction().delete("table", tableOf(step.previous));
  if (step.type === "delete") return removed;
  return removed.with(...transactionFromJson(step.current.steps as StepJson[]).steps);
}

/** Tables of nftables, each with all in it. */
export const tables: Section = {
  name: "nftables",
  needs: "netfilter",
  list$,
  keyOf: subjectOf,
  subjectOf,
  carryOut$: ({ netfilter }, steps) =>
    attempts$(steps, (step) => netfilter!.nftables.transaction$(transactionOf(step))),
};
