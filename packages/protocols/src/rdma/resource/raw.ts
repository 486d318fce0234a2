import type { Connection, ObjectDefinition } from "@rxnetlink/core";
import { type AttributesOf, attributes, binary, type Infer, nest, type Type } from "@rxnetlink/core/schema";
import type { Observable } from "rxjs";
import { deviceHandle, NLDEV } from "../common/handle.js";
import { noSuchDevice } from "../common/hint.js";

/** Attributes of a resource as its driver keeps it. */
export const rdmaRawAttributes = attributes("rdma-raw", NLDEV, {
  ...deviceHandle,
  /** What the driver keeps, in a form of its own. */
  resRaw: [85, binary],
});
/** A resource as its driver keeps it. */
export interface RdmaRawResource extends AttributesOf<typeof deviceHandle>, Infer<typeof rdmaRawAttributes> {}

const rawLayout = nest<RdmaRawResource>(rdmaRawAttributes);

/** What resources have whose drivers show more of them. */
export interface RdmaRaw {
  /**
   * Emits a resource as its driver keeps it, in a form of its own; it takes what `get$` takes, and needs `CAP_NET_ADMIN`. Few
   * drivers can, such as mlx5.
   */
  raw$(key: object): Observable<RdmaRawResource>;
}

/** Facts about a resource that its requests need. */
type Resource<T> = Pick<ObjectDefinition<object & T>, "name" | "namedBy" | "layout" | "keysOf">;

/** Returns the verb that shows a resource as its driver keeps it. */
export function rawOf<T extends object>(
  connection: Connection,
  { layout, name, namedBy = [], keysOf }: Resource<T>,
  type: number,
): RdmaRaw {
  const label = { object: name, verb: "raw", namedBy: namedBy as readonly string[], hint: noSuchDevice };
  return {
    raw$: (key) =>
      connection.request$({
        type,
        layout: layout as Type<object>,
        label,
        reply: rawLayout,
        value: keysOf?.(key as Partial<T>, "get")[0] ?? key,
      }),
  };
}
