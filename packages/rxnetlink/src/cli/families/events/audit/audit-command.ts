import { FlowControl, toJson } from "@rxnetlink/core";
import {
  type Audit,
  type AuditRule,
  type AuditStreamEvent,
  audit,
  auditRecordIn,
  auditRuleKeys,
  auditRuleObject,
  formatAuditRule,
} from "@rxnetlink/events/audit";
import { Command } from "commander";
import { filter, firstValueFrom, lastValueFrom, toArray } from "rxjs";
import { printLines } from "../../../output.js";
import { listening, printLive } from "../../../print-live.js";
import { type CommonOptions, withTransport } from "../../../session.js";
import { auditEventText } from "./event-text.js";

interface AuditCommandOptions extends CommonOptions {
  readonly key?: string;
}

/** Opens audit for one command. The kernel replies some time after a request, so that a thread has to wait for it. */
function run(
  self: Command,
  action: (kernel: Audit, options: AuditCommandOptions) => Promise<void>,
): Promise<void> {
  const options = self.optsWithGlobals<AuditCommandOptions>();
  return withTransport("listen", options.netns, (transport, place) =>
    action(audit({ transport, ...place }), options),
  );
}

const snake = (key: string) => key.replace(/[A-Z]/g, "_$&").toLowerCase();

async function status(kernel: Audit, { json }: AuditCommandOptions): Promise<void> {
  const current = await firstValueFrom(kernel.status.get$());
  const lines = Object.entries(current).map(([name, value]) => `${snake(name)} ${value}`);
  await printLines(json ? [JSON.stringify(current)] : lines);
}

async function rules(kernel: Audit, { json, key }: AuditCommandOptions): Promise<void> {
  const fits = (rule: AuditRule) => key === undefined || auditRuleKeys(rule).includes(key);
  const rows = await lastValueFrom(kernel.rule.list$().pipe(filter(fits), toArray()));
  const lines = json
    ? [JSON.stringify(rows.map((rule) => toJson(auditRuleObject, rule)))]
    : rows.map((rule) => formatAuditRule(rule));
  await printLines(lines);
}

/** Returns an event as JSON; errors, which JSON would show as empty, as their text. */
const jsonOf = (event: AuditStreamEvent) =>
  JSON.stringify(
    event.type === "malformed" ? { ...event, error: event.error.message, bytes: undefined } : event,
  );

async function monitor(kernel: Audit, { json, key }: AuditCommandOptions): Promise<void> {
  const flowControl = new FlowControl();
  const fits = (event: AuditStreamEvent) =>
    key === undefined ||
    event.type !== "event" ||
    auditRecordIn(event, "syscall")?.fields.key?.includes(key) === true;
  const events$ = kernel.events$({ flowControl, listening }).pipe(filter(fits));
  await printLive(events$, flowControl, json ? jsonOf : auditEventText);
}

const KEY = ["--key <key>", "only rules or events with this key"] as const;

/** `rxnl audit`. */
export function auditCommand(): Command {
  const command = new Command("audit");
  command
    .command("status")
    .description("print the state of audit, as auditctl -s does")
    .action((_: unknown, self: Command) => run(self, status));
  command
    .command("rules")
    .description("print the rules, as auditctl -l does")
    .option(...KEY)
    .action((_: unknown, self: Command) => run(self, rules));
  command
    .command("monitor")
    .description("print events as they are recorded, beside the audit daemon, until Ctrl-C")
    .option(...KEY)
    .action((_: unknown, self: Command) => run(self, monitor));
  return command;
}
