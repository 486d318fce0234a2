import type { Committer, Connection } from "@rxnetlink/core";
import {
  anInteger,
  anObjectWith,
  checkArgument,
  checkOptions,
  deferred,
  type OptionChecks,
} from "@rxnetlink/core/internal";
import { map, type Observable, of } from "rxjs";
import {
  commit$,
  type TransactionApplied,
  type TransactionChecked,
  type TransactionOptions,
} from "./commit.js";
import { aTransaction, type Transaction } from "./transaction.js";

/** Transactions over one socket. */
export interface Transactions {
  /**
   * Applies a transaction: all of it, in one step that no packet can see half of, or nothing. Emits the objects as the kernel
   * made them once it has.
   *
   * Errors with a {@link TransactionError} that has the errors of all steps, and then nothing was applied; with a
   * `SystemError` if it could not be sent; with a `ClosedError` if its outcome is unknown.
   *
   * @example
   * nf.nftables.transaction$(transaction().add("table", { family: "inet", name: "filter" })).subscribe();
   */
  transaction$(transaction: Transaction, options?: TransactionOptions): Observable<TransactionApplied>;
  /** Checks a transaction as {@link transaction$} does, and has the kernel forget it: nothing changes, nobody is notified. */
  check$(transaction: Transaction, options?: TransactionOptions): Observable<TransactionChecked>;
}

/** A socket whose tables with the flag `owner` end with it. */
export interface TableOwner extends Transactions {
  /** Port id of the socket, which its tables have as `owner`. */
  readonly portId: number;
}

const OPTIONS: OptionChecks<TransactionOptions> = {
  generation: anInteger(0, 0xffff_ffff),
  progress: anObjectWith("next"),
};

/** Returns transactions of a connection that leave on the socket that an Observable opens, or has opened. */
export function transactionsBy(connection: Connection, committer$: Observable<Committer>): Transactions {
  const run = (callee: string, given: Transaction, options: TransactionOptions, end: boolean) =>
    connection.traced$(
      deferred(() => {
        checkArgument(callee, "transaction", given, aTransaction);
        return commit$(committer$, given, checkOptions(callee, options, OPTIONS), end);
      }),
    );
  return {
    transaction$: (given, options = {}) => run("transaction$", given, options, true),
    check$: (given, options = {}) =>
      run("check$", given, options, false).pipe(map(({ results: _, ...checked }) => checked)),
  };
}

/** Opens a socket that owns tables; see `Nftables.owner$`. */
export function owner$(connection: Connection): Observable<TableOwner> {
  return connection
    .committer$()
    .pipe(map((committer) => ({ portId: committer.portId, ...transactionsBy(connection, of(committer)) })));
}
