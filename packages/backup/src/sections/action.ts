import { isRecord } from "@rxnetlink/core/internal";
import { type Action, actionKind } from "@rxnetlink/route/tc";
import { concatMap, from } from "rxjs";
import { objectSection } from "../object-section.js";

/** Parameters that every kind has. */
interface Counted {
  readonly refcnt: number;
  readonly bindcnt: number;
}

const isCounted = (value: unknown): value is Counted => isRecord(value) && "bindcnt" in value;

/** Returns true of an action that only filters refer to: it came with one of them, and is saved with it. */
function isOfFilter({ options = {} }: Action): boolean {
  const [parms] = Object.values(options)
    .flatMap((settings) => Object.values(settings as object))
    .filter(isCounted);
  return parms === undefined || parms.refcnt <= parms.bindcnt;
}

/** Actions on their own, which filters share by their index. */
export const actions = objectSection<Action>({
  name: "action",
  object: ({ route }) => route.action,
  list$: ({ route }) => from(actionKind.words).pipe(concatMap((kind) => route.action.list$({ kind }))),
  key: ["kind", "index"],
  subject: ({ kind, index }) => `${kind} ${index}`,
  isState: isOfFilter,
  change: "replace",
});
