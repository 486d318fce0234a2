import { EncodeError } from "@rxnetlink/core";
import { checkRecord } from "@rxnetlink/core/internal";

/** Key of an object that has a name. */
export interface Named {
  /** Its name. */
  readonly name: string;
}

/** Returns just the name in a key: without one, the kernel would take a request to be about all objects. */
export function nameIn(key: Partial<Named>, kind: string): Named {
  checkRecord(key, kind);
  if (key.name === undefined) throw new EncodeError("is missing").at("name");
  return { name: key.name };
}
