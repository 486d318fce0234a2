import {
  definitionOf,
  type FlowControl,
  type NetlinkNotification,
  type NetlinkObject,
  type NotificationOptions,
  type ObjectDefinition,
} from "@rxnetlink/core";
import type { StateDifference, StateResync } from "@rxnetlink/core/internal";
import { EMPTY, filter, finalize, map, merge, type Observable, tap } from "rxjs";
import { type Layouts, layoutsOf, notificationData, stateData } from "../../json.js";
import { chosenOf, limitedTo, type PrintOptions } from "../../members.js";
import type { Heard } from "../../objects/heard.js";
import { hexdump } from "../../text/hexdump.js";
import { notificationText } from "../../text/notification.js";
import { stateText } from "../../text/state.js";
import { type Wordings, wordingsOf } from "../../text/wording.js";
import { type Followable, type Followed, stateOf } from "../followable.js";

/** Options of {@link Reports}. */
export interface ReportOptions extends PrintOptions {
  /** Set to report messages as they come, without keeping the state that old values are known by. */
  readonly raw?: boolean;
  /** Set to report the bytes of messages too. */
  readonly hex?: boolean;
}

/** Means by which objects are followed. */
export interface Following {
  readonly flowControl?: FlowControl;
  /** Called once no change can be missed, for each way of following. */
  readonly ready: () => () => void;
  /** Messages that have arrived, if their bytes are reported. */
  readonly heard?: Heard | undefined;
}

/** A report: a line for people, or an object for JSON. */
export type Report = string | object;

type Change = StateDifference<object> | StateResync;

/** Adds the bytes of a message to what is said of it. */
function withBytes(report: Report, bytes: Uint8Array | undefined): Report {
  if (bytes === undefined) return report;
  return typeof report === "string"
    ? [report, ...hexdump(bytes), ""].join("\n")
    : { ...report, hex: Buffer.from(bytes).toString("hex") };
}

/** Reports what happens to objects of one family. */
export class Reports {
  readonly #followable: Followable;
  readonly #options: ReportOptions;
  readonly #members: Followed;
  readonly #layouts: Layouts;
  readonly #wordings: Wordings;

  constructor(followable: Followable, options: ReportOptions) {
    const { objects } = followable;
    this.#followable = followable;
    this.#options = options;
    this.#members = chosenOf(options, objects);
    this.#layouts = layoutsOf(objects.values());
    this.#wordings = wordingsOf(objects, this.#members);
  }

  /** Emits reports: changes of the objects whose state can be known, and what is said of the others. */
  of$(following: Following): Observable<Report> {
    const isTracked = (name: string) =>
      this.#options.raw !== true &&
      this.#options.hex !== true &&
      definitionOf(this.#object(name)).verbs.includes("watch");
    const names = [...this.#members.keys()];
    return merge(
      this.#changes$(names.filter(isTracked), following),
      this.#said$(
        names.filter((name) => !isTracked(name)),
        following,
      ),
    );
  }

  #object(name: string): NetlinkObject<object> {
    return this.#followable.objects.get(name)!;
  }

  #changes$(names: readonly string[], { flowControl, ready }: Following): Observable<Report> {
    if (names.length === 0) return EMPTY;
    const listening = ready();
    const followed = new Map(names.map((name) => [name, this.#members.get(name)]));
    return stateOf(this.#followable, flowControl, followed).events$.pipe(
      tap(({ type }) => {
        if (type === "synced") listening();
      }),
      filter((event): event is Change => event.type === "difference" || event.type === "resync"),
      map((event) =>
        this.#options.json ? stateData(event, this.#layouts) : stateText(event, this.#wordings),
      ),
      finalize(listening),
    );
  }

  #said$(names: readonly string[], { flowControl, ready, heard }: Following): Observable<Report> {
    const definitions = names.map((name) => definitionOf(this.#object(name)) as ObjectDefinition<object>);
    const alone = names.filter((_, index) => definitions[index]!.envelope !== undefined);
    const together = definitions.filter(({ envelope }) => envelope === undefined);
    const streams = alone.map(
      (name) => (options: NotificationOptions) => this.#object(name).notifications$(options),
    );
    if (together.length > 0)
      streams.push((options) => this.#followable.connection.notifications$(together, options));
    const said = streams.map((stream) => {
      const listening = ready();
      return stream({ listening, ...(flowControl && { flowControl }) }).pipe(
        map((event) => withBytes(this.said(event), heard?.take().at(-1))),
        finalize(listening),
      );
    });
    return merge(...said);
  }

  /** Returns the report of a notification. */
  said(event: NetlinkNotification<object>): Report {
    if (!this.#options.json) return notificationText(event, (object) => this.#wordings.get(object)!);
    return notificationData(this.#limited(event), this.#layouts);
  }

  #limited(event: NetlinkNotification<object>): NetlinkNotification<object> {
    if (!("value" in event)) return event;
    const of = [...this.#members].find(([name]) => definitionOf(this.#object(name)).name === event.object);
    return { ...event, value: limitedTo(of?.[1], event.value) };
  }
}
