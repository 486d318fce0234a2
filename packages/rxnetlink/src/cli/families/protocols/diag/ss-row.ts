/** A line of the table. */
export interface SsRow {
  /** Kind of the socket. */
  readonly netid: string;
  readonly state: string;
  readonly received: number;
  readonly sent: number;
  /** Local address and port. */
  readonly local: readonly [address: string, port: string];
  /** Remote address and port. */
  readonly peer: readonly [address: string, port: string];
}

const STATES: Readonly<Record<string, string>> = {
  established: "ESTAB",
  synSent: "SYN-SENT",
  synRecv: "SYN-RECV",
  finWait1: "FIN-WAIT-1",
  finWait2: "FIN-WAIT-2",
  timeWait: "TIME-WAIT",
  close: "UNCONN",
  closeWait: "CLOSE-WAIT",
  lastAck: "LAST-ACK",
  listen: "LISTEN",
  closing: "CLOSING",
};

/** Returns a state in the words of ss. */
export const stateText = (state: string | number): string => STATES[state] ?? String(state);

const HEADS = ["Netid", "State", "Recv-Q", "Send-Q", "Local Address:Port", "Peer Address:Port"];

function cellsOf({ netid, state, received, sent, local, peer }: SsRow): string[] {
  return [netid, state, String(received), String(sent), local.join(":"), peer.join(":")];
}

/** Returns a row as a line. */
export const lineOf = (row: SsRow): string => cellsOf(row).join("  ");

/** Returns rows as lines in columns, with a head; each with what follows it. */
export function tableOf(rows: readonly SsRow[], tails: readonly string[]): string[] {
  const table = [HEADS, ...rows.map(cellsOf)];
  const widths = HEADS.map((_, column) => Math.max(...table.map((cells) => cells[column]!.length)));
  const lines = table.map((cells) => cells.map((cell, column) => cell.padEnd(widths[column]!)).join("  "));
  return lines.map((line, i) => `${line}${i === 0 ? "" : (tails[i - 1] ?? "")}`.trimEnd());
}
