import { type HasLayout, KernelError, toJson } from "@rxnetlink/core";
import {
  type Devlink,
  type DevlinkHandle,
  type DevlinkPortHandle,
  type DevlinkResources,
  devlinkDevObject,
  devlinkHealthObject,
  devlinkInfoObject,
  devlinkParamObject,
  devlinkPortObject,
  devlinkRegionObject,
  devlinkResourcesMessage,
  devlinkTrapObject,
} from "@rxnetlink/generic/devlink";
import { catchError, EMPTY, filter, mergeMap, type Observable, throwError, toArray } from "rxjs";
import { devText, healthText, infoText, paramText, portText, regionText, trapText } from "./devlink-text.js";
import { resourcesText } from "./resource-text.js";

/** Something that `rxnl devlink` lists. */
export interface Listed {
  readonly description: string;
  /** Emits its rows: all, or those of an instance or of a port. */
  rows$(devlink: Devlink, of: Partial<DevlinkPortHandle>): Observable<object>;
  /** Formats a row as text. */
  text(row: object): string;
  /** Converts a row to JSON. */
  json(row: object): unknown;
}

/** Functions that list an object by its instance. */
interface Lister<T extends object> {
  list$(filter?: Partial<DevlinkHandle>): Observable<T>;
}

/** Lists an object of the kernel, and keeps the rows of a port if one was asked for. */
function listed<T extends object>(
  description: string,
  definition: HasLayout<T>,
  verbsOf: (devlink: Devlink) => Lister<T>,
  text: (row: T) => string,
): Listed {
  return {
    description,
    rows$: (devlink, { portIndex, ...handle }) =>
      verbsOf(devlink)
        .list$(handle)
        .pipe(filter((row) => portIndex === undefined || (row as DevlinkPortHandle).portIndex === portIndex)),
    text: (row) => text(row as T),
    json: (row) => toJson(definition, row as T),
  };
}

/** Emits the resources of an instance or a port; of all instances, those of instances that have any. */
function resources$(devlink: Devlink, of: Partial<DevlinkPortHandle>): Observable<DevlinkResources> {
  const { busName, devName } = of;
  const of$ = (handle: DevlinkPortHandle) =>
    devlink.resource.list$(handle).pipe(
      toArray(),
      mergeMap((resourceList): DevlinkResources[] => [{ ...handle, resourceList }]),
    );
  if (busName !== undefined && devName !== undefined) return of$({ ...of, busName, devName });
  const none = (error: unknown) =>
    error instanceof KernelError && error.code === "EOPNOTSUPP" ? EMPTY : throwError(() => error);
  return devlink.dev
    .list$()
    .pipe(mergeMap((dev) => of$({ busName: dev.busName!, devName: dev.devName! }).pipe(catchError(none))));
}

/** Everything that `rxnl devlink` lists, by the name of its command. */
export const LISTED: Readonly<Record<string, Listed>> = {
  dev: listed("devices that have devlink", devlinkDevObject, (devlink) => devlink.dev, devText),
  port: listed("ports", devlinkPortObject, (devlink) => devlink.port, portText),
  param: listed("parameters and their values", devlinkParamObject, (devlink) => devlink.param, paramText),
  info: listed("serial numbers and versions", devlinkInfoObject, (devlink) => devlink.info, infoText),
  health: listed("health reporters", devlinkHealthObject, (devlink) => devlink.health, healthText),
  trap: listed("traps and their packets", devlinkTrapObject, (devlink) => devlink.trap, trapText),
  resource: {
    description: "resources, as trees",
    rows$: resources$,
    text: (row) => resourcesText(row),
    json: (row) => toJson({ layout: devlinkResourcesMessage } as HasLayout<object>, row),
  },
  region: listed("regions of memory", devlinkRegionObject, (devlink) => devlink.region, regionText),
};
