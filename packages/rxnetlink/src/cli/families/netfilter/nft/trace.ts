import { toJson } from "@rxnetlink/core";
import type { Netfilter } from "@rxnetlink/netfilter";
import {
  type PacketTrace,
  type Trace,
  type TraceStep,
  tracedPacket,
  traceMessage,
} from "@rxnetlink/netfilter/nftables";
import { concatMap, from, lastValueFrom } from "rxjs";
import { untilInterrupted } from "../../../live.js";
import { print } from "../../../output.js";
import { listening } from "../../../print-live.js";
import { packetText } from "../packet-text.js";
import { layouts } from "./layouts.js";
import { partText, verdictText } from "./object-text.js";

function stepLines(step: TraceStep): string[] {
  if (step.type === "policy") return [`  ${step.chain} policy ${step.policy}`];
  if (step.type === "return") return [`  ${step.chain} return`];
  const { chain, handle, verdict, rule } = step;
  const text = rule === undefined ? String(handle) : partText("rule", rule);
  return [`  ${chain} ${verdictText(verdict)} by rule ${text}`];
}

function traceLines(trace: Trace): string[] {
  if (trace.type === "overrun") return ["! steps were lost: the receive buffer overflowed"];
  const { id, nfproto, table, chain, verdict = "unknown", steps } = trace;
  const packet = packetText(tracedPacket(trace));
  const head = `0x${id.toString(16).padStart(8, "0")} ${nfproto} ${table} ${chain} ${packet}: ${verdict}`;
  return [head, ...steps.flatMap(stepLines)];
}

function stepJson(step: TraceStep): object {
  if (step.type !== "rule") return step;
  const { rule } = step;
  const shown = rule && { rule: toJson(layouts.rule as never, rule as never) };
  return { ...step, handle: String(step.handle), ...shown };
}

function packetJson({ type, steps, verdict, ...facts }: PacketTrace): object {
  const known = toJson(traceMessage, facts as never) as object;
  return { type, ...known, steps: steps.map(stepJson), ...(verdict !== undefined && { verdict }) };
}

/** Prints traced packets, in each base chain, until interrupted. */
export async function trace({ nftables }: Netfilter, json: boolean): Promise<void> {
  const linesOf = (one: Trace) =>
    json ? [JSON.stringify(one.type === "packet" ? packetJson(one) : one)] : traceLines(one);
  const lines$ = nftables
    .trace$({ rules: true, listening })
    .pipe(concatMap((one) => from(linesOf(one)).pipe(concatMap(print))));
  await lastValueFrom(lines$.pipe(untilInterrupted), { defaultValue: undefined });
}
