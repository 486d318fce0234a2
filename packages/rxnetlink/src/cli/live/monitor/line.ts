import { styleText } from "node:util";
import { eventJson } from "../../json.js";
import { signed } from "../../text/signed.js";
import type { Report } from "./reports.js";

/** A report, with its place and time. */
export interface Event {
  readonly report: Report;
  /** Namespace, if several are followed. */
  readonly namespace?: string;
  /** Time in milliseconds since 1970. */
  readonly time: number;
}

/** Formats an event as one line, in JSON if its report is an object. */
export function lineOf({ report, namespace, time }: Event, withTime: boolean | undefined): string {
  const at = withTime ? new Date(time).toISOString() : undefined;
  if (typeof report === "object") return eventJson({ ...report, namespace, time: at });
  const place = namespace && styleText("cyan", `[${namespace}]`);
  return [at && styleText("dim", at), place, signed(report)].filter((part) => part !== undefined).join(" ");
}
