import type { ObjectDefinition, RequestLabel } from "@rxnetlink/core";
import type { Type } from "@rxnetlink/core/schema";

/** The parts of a request that follow from the object and the verb. */
export interface Outline<T> {
  readonly type: number;
  readonly layout: Type<Partial<T>>;
  readonly reply: Type<T>;
  readonly label: RequestLabel;
}

/** Returns the outline of a request for a verb that only this object has. */
export function outlineOf<T extends object>(
  { name, layout, namedBy = [] }: ObjectDefinition<T>,
  type: number,
  verb: string,
): Outline<T> {
  const label = { object: name, verb, namedBy: namedBy as readonly string[] };
  return { type, layout: layout as unknown as Type<Partial<T>>, reply: layout, label };
}
