import { type CapturedPacket, pcapng$ } from "@rxnetlink/capture";
import { KernelError, UnsupportedError } from "@rxnetlink/core";
import { netlinkTap$, type TapEvent } from "@rxnetlink/transport";
import { catchError, EMPTY, filter, lastValueFrom, map, mergeMap, type Observable, tap } from "rxjs";
import { untilInterrupted } from "../live.js";
import { complain } from "../output.js";
import { listening } from "../print-live.js";
import { openSession, type Session, withTransport } from "../session.js";
import { type CaptureOptions, whileCapturing } from "./capture-options.js";
import type { Sink } from "./sink.js";

const NO_NLMON =
  "this kernel has no links of the kind nlmon, which show what processes say: load the module nlmon, or leave out --nlmon";

const hasCode = (error: unknown, code: string) => error instanceof KernelError && error.code === code;

/** Creates an nlmon link, and emits its index. */
const addNlmon$ = ({ link }: Session, ifname: string): Observable<number> =>
  link.add$({ ifname, linkinfo: { kind: "nlmon" }, flags: { up: true } }).pipe(
    mergeMap(() => link.get$({ ifname })),
    map(({ index }) => index),
    catchError((error: unknown) => {
      throw hasCode(error, "EOPNOTSUPP") ? new UnsupportedError(NO_NLMON, "link") : error;
    }),
  );

/** Deletes the link, if it was created. */
async function deleteNlmon({ link }: Session, ifname: string): Promise<void> {
  const deleted$ = link.delete$({ ifname }).pipe(
    catchError((error: unknown) => {
      if (hasCode(error, "ENODEV")) return EMPTY;
      throw error;
    }),
  );
  await lastValueFrom(deleted$, { defaultValue: undefined });
}

/** Counts what a tap emits. */
class Tally {
  packets = 0;
  #lost = 0;
  #isListening = false;

  readonly listening = (): void => {
    this.#isListening = true;
    listening();
  };

  readonly count = (event: TapEvent): void => {
    if (event.type === "lost") this.#lost += event.datagrams;
  };

  /** Says what was captured, if anything could be. */
  report(): void {
    const loss = this.#lost === 0 ? "" : `, ${this.#lost} lost: they came too fast`;
    if (this.#isListening) complain(`${this.packets} packets captured${loss}`);
  }
}

/** Captures what all processes of a network namespace say to the kernel, and what it says to them. */
export async function captureConversations(sink: Sink, options: CaptureOptions): Promise<void> {
  const source = `nlmon${process.pid}`;
  const tally = new Tally();
  await withTransport("listen", options.netns, async (transport, place) => {
    const nl = openSession(transport, place);
    const packet$ = addNlmon$(nl, source).pipe(
      mergeMap((index) => netlinkTap$(index, { ...place, listening: tally.listening })),
      tap(tally.count),
      filter((event) => event.type === "datagram"),
      map(({ type: _, ...datagram }): CapturedPacket => ({ ...datagram, source })),
      whileCapturing(options),
      tap(() => tally.packets++),
      untilInterrupted,
    );
    const piece$ = pcapng$(packet$, { application: "rxnl capture" });
    await lastValueFrom(piece$.pipe(tap(sink.write))).finally(() => deleteNlmon(nl, source));
  }).finally(() => tally.report());
}
