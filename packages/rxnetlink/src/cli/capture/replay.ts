import {
  type Capture,
  type CapturedMessage,
  decode,
  decode$,
  type FamilyOpener,
  readCapture,
} from "@rxnetlink/capture";
import { DecodeError, type NetlinkNotification, type Verb } from "@rxnetlink/core";
import { genericNetlink } from "@rxnetlink/generic";
import { type ReplayTransport, replay } from "@rxnetlink/testing";
import { concat, concatMap, EMPTY, ignoreElements, timer } from "rxjs";
import { UsageError } from "../input/usage-error.js";
import { type OpenFollowable, opensFollowable } from "../live/followable.js";
import { lineOf } from "../live/monitor/line.js";
import { printRecorded } from "../live/monitor/monitor-command.js";
import { Reports } from "../live/monitor/reports.js";
import { printChanges } from "../live/watch/lines.js";
import type { PrintOptions } from "../members.js";
import { FAMILIES } from "../objects/families.js";
import { nowhere } from "../objects/objects-of.js";
import { print, shown } from "../output.js";
import { bytesOf } from "./file.js";
import { fastScheduler, Pace } from "./pace.js";

/** Options of `rxnl replay`. */
export interface ReplayOptions extends PrintOptions {
  readonly raw?: boolean;
  readonly timestamps?: boolean;
  readonly watch?: boolean;
  /** 1 is the speed of the capture; `undefined` does not wait. */
  readonly speed?: number;
}

/** Returns the names of the objects of routing that a capture holds and that can be followed. */
async function objectsIn({ packets }: Capture, verbs: readonly Verb[]): Promise<string[]> {
  const names = decode(packets, [await FAMILIES.route!()]).flatMap((message) => {
    const isFollowed =
      message.type === "object" && message.kind.definition.verbs.some((verb) => verbs.includes(verb));
    return isFollowed ? [message.object] : [];
  });
  return [...new Set(names)];
}

/** Returns the notification in a message; `undefined` if it is none. */
function notificationOf(message: CapturedMessage): NetlinkNotification<object> | undefined {
  if (message.type === "overrun") return { type: "overrun" };
  if (message.role !== "notification") return undefined;
  if (message.type === "malformed") return { ...message, bytes: message.payload };
  if (message.type !== "object") return undefined;
  const { action, kind, value, header } = message;
  if (action !== "new" && action !== "delete") return undefined;
  const { sequence, portId, flags } = header;
  return { type: action, object: kind.definition.name, value, sequence, portId, flags };
}

/** Prints the notifications in a capture, of which nobody knows the state before. */
async function printCaptured(
  { packets, error }: Capture,
  open: OpenFollowable,
  options: ReplayOptions,
): Promise<void> {
  const followables = open(nowhere, {});
  const families = followables.map(
    ({ objects }): FamilyOpener =>
      () =>
        Object.fromEntries(objects),
  );
  const reports = followables.map((followable) => new Reports(followable, options));
  const pace = new Pace(options.speed);
  const reportsOf = (message: CapturedMessage) =>
    reports[followables.findIndex(({ objects }) => message.type === "object" && objects.has(message.object))];
  const line$ = decode$(packets, [genericNetlink, ...families]).pipe(
    concatMap((message) => {
      const event = notificationOf(message);
      const printer = event !== undefined && "value" in event ? reportsOf(message) : reports[0];
      if (event === undefined || printer === undefined) return EMPTY;
      const { time = 0n } = message.packet;
      const report = printer.said(event);
      const line = lineOf({ report, time: Number(time / 1_000_000n) }, options.timestamps);
      const wait = pace.before(message.packet.time);
      return wait === 0 ? print(line) : concat(timer(wait).pipe(ignoreElements()), print(line));
    }),
  );
  await shown(line$);
  // What is whole of a truncated capture was printed.
  if (error !== undefined) throw error;
}

/** Returns what plays a recording; the reason for another capture. */
function playerOf(bytes: Uint8Array, speed: number | undefined): (() => ReplayTransport) | DecodeError {
  const play = () => replay(bytes, speed === undefined ? {} : { scheduler: fastScheduler(speed) });
  try {
    let ready: ReplayTransport | undefined = play();
    return () => {
      const player = ready ?? play();
      ready = undefined;
      return player;
    };
  } catch (error) {
    if (error instanceof DecodeError) return error;
    throw error;
  }
}

/** Prints a recording or a capture as if it happened now. */
export async function printReplay(
  file: string,
  words: readonly string[],
  options: ReplayOptions,
): Promise<void> {
  const verbs = options.watch ? (["watch"] as const) : (["watch", "notify"] as const);
  const bytes = await bytesOf(file);
  const capture = readCapture(bytes);
  const open = await opensFollowable(words.length === 0 ? await objectsIn(capture, verbs) : words, verbs);
  if (options.raw && !options.watch) return printCaptured(capture, open, options);
  const play = playerOf(bytes, options.speed);
  if (!(play instanceof DecodeError))
    return options.watch ? printChanges(open(play(), {}), options) : printRecorded(open, play, options);
  if (options.watch)
    throw new UsageError(`${file}: --watch needs a recording, which rxnl capture writes: ${play.message}`);
  await printCaptured(capture, open, options);
}
