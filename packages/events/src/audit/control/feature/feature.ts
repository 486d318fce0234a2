import type { Ack, Connection } from "@rxnetlink/core";
import { anything, checkOptions, type OptionChecks } from "@rxnetlink/core/internal";
import type { NamedBits } from "@rxnetlink/core/schema";
import { defer, mergeMap, type Observable } from "rxjs";
import { AUDIT_GET_FEATURE, AUDIT_SET_FEATURE } from "../messages.js";
import { labelOf } from "../refusal.js";
import { nothing } from "../status/status.js";
import { AUDIT_FEATURE_VERSION, type AuditFeatures, auditFeatureBits, auditFeatures } from "./layout.js";

/** Features to set; the others stay as they are. */
export interface AuditFeatureSettings {
  /** Features to turn on or off, by name. */
  readonly features?: NamedBits<"onlyUnsetLoginuid" | "loginuidImmutable">;
  /** Features to lock as they then are, until the machine restarts. */
  readonly lock?: NamedBits<"onlyUnsetLoginuid" | "loginuidImmutable">;
}

/** The features of audit. */
export interface AuditFeatureVerbs {
  /** Emits the features. */
  get$(): Observable<AuditFeatures>;
  /**
   * Sets features, and locks them.
   *
   * Errors with a `KernelError`: `EPERM` without the right, or if a feature is locked otherwise.
   *
   * @example
   * audit.feature.set$({ features: { loginuidImmutable: true } });
   */
  set$(settings: AuditFeatureSettings): Observable<Ack>;
}

const CHECKS: OptionChecks<AuditFeatureSettings> = { features: anything, lock: anything };
const { fromJson, named } = auditFeatureBits;

/** Returns the bits that names set, and those that they name. */
const bitsOf = (given: NonNullable<AuditFeatureSettings["features"]> = {}) => ({
  set: auditFeatureBits.normalize!(fromJson!(given)) as number,
  named: named(given),
});

/** Returns the features over a connection. */
export function featureOf(connection: Connection): AuditFeatureVerbs {
  const get$ = () =>
    connection.request$({
      type: AUDIT_GET_FEATURE,
      layout: nothing,
      value: {},
      reply: auditFeatures,
      label: labelOf("audit feature", "get"),
    });
  const send$ = (settings: AuditFeatureSettings, current: number) => {
    const [features, lock] = [bitsOf(settings.features), bitsOf(settings.lock)];
    return connection.execute$({
      type: AUDIT_SET_FEATURE,
      layout: auditFeatures,
      label: labelOf("audit feature", "set"),
      value: {
        vers: AUDIT_FEATURE_VERSION,
        mask: features.named | lock.set,
        features: features.set | (current & ~features.named),
        lock: lock.set,
      },
    });
  };
  return {
    get$,
    set$: (given) =>
      defer(() => {
        const settings = checkOptions("set$", given, CHECKS);
        bitsOf(settings.features);
        bitsOf(settings.lock);
        // What is locked keeps its value, which the request has to name.
        return get$().pipe(mergeMap(({ features }) => send$(settings, features)));
      }),
  };
}
