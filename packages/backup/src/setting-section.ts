import { EncodeError } from "@rxnetlink/core";
import { deferred } from "@rxnetlink/core/internal";
import { map, type Observable } from "rxjs";
import { attempts$ } from "./attempts.js";
import type { BackupRow } from "./row.js";
import type { BackupConnections, Section } from "./section.js";

/** Settings of a namespace that are always there, so that they are neither added nor removed. */
interface SettingRules<T> extends Pick<Section, "name" | "needs"> {
  /** Description in words. */
  readonly subject: string;
  /** Reads them. */
  get$(of: BackupConnections): Observable<T>;
  /** Writes them. */
  set$(of: BackupConnections, settings: T): Observable<unknown>;
}

/** Returns the section of settings, which is one object. */
export function settingSection<T extends object>(rules: SettingRules<T>): Section {
  const { name, needs, subject, get$, set$ } = rules;
  return {
    name,
    ...(needs && { needs }),
    keyOf: () => name,
    subjectOf: () => subject,
    isGiven: () => true,
    list$: (to) => deferred(() => get$(to)).pipe(map((settings) => ({ row: { ...settings } as BackupRow }))),
    carryOut$: (to, steps) =>
      attempts$(steps, (step) => {
        if (step.type === "delete") throw new EncodeError("settings are not removed");
        return set$(to, step.current as T);
      }),
  };
}
