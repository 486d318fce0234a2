import {
  bindObject,
  type Connection,
  extendObject,
  type Listable,
  type Match,
  type NetlinkObject,
  type ObjectDefinition,
  type Verb,
} from "@rxnetlink/core";
import { checkMatch, deferred, matcher } from "@rxnetlink/core/internal";
import { concatMap, type Observable } from "rxjs";
import type { OvsDatapaths } from "./datapath.js";

/** Something that belongs to a datapath. */
interface OfDatapath {
  dpIfindex: number;
}

/** Binds an object that the kernel lists for one datapath at a time; without a datapath, those of all are listed. */
export function ofDatapaths<T extends OfDatapath, V extends Verb>(
  connection: Connection,
  definition: ObjectDefinition<T, T, V>,
  datapaths: OvsDatapaths,
): NetlinkObject<T, T, V> {
  const each$ = (list$: (of: Match<T>) => Observable<T>) =>
    datapaths
      .list$({}, { members: ["dpIfindex"] })
      .pipe(concatMap(({ dpIfindex }) => list$({ dpIfindex } as Match<T>)));
  const bound = bindObject<T, T, V>(connection, { ...definition, listAll$: each$ });
  const ofOne$ = (bound as Listable<T>).list$ as (match: Match<T>, options?: object) => Observable<T>;
  const list$ = (match: Match<T> = {}, options?: object) =>
    deferred(() => {
      checkMatch(match);
      matcher(definition.layout, match);
      return match.dpIfindex === undefined
        ? each$((of) => ofOne$({ ...match, ...of }, options))
        : ofOne$(match, options);
    });
  return extendObject(bound as NetlinkObject<T, T, V> & object, { list$ });
}
