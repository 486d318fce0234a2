import { type BackupRow, without } from "./row.js";
import type { Section } from "./section.js";
import type { BackupStep } from "./step.js";

/** Returns a step as others may see it: without the secrets of its object. */
export function concealed(step: BackupStep, { secret = [] }: Section): BackupStep {
  const shown = (row: BackupRow) => without(row, secret);
  if (secret.length === 0) return step;
  if (step.type === "add") return { ...step, current: shown(step.current) };
  if (step.type === "delete") return { ...step, previous: shown(step.previous) };
  return { ...step, previous: shown(step.previous), current: shown(step.current) };
}
