import type { NetlinkObject, ObjectDefinition, Transport } from "@rxnetlink/core";
import type { Mode } from "../session.js";

/** An object that has a command of its own. */
export interface CommandedObject {
  /** Its name, which is that of the command. */
  readonly name: string;
  /** Its name in texts, in the singular and in the plural. */
  readonly nouns: readonly [one: string, many: string];
  /** Its verbs, its layout and its keys. */
  readonly definition: Pick<ObjectDefinition<object>, "name" | "verbs" | "layout" | "namedBy" | "filters">;
  /** Values to show in the help: of a list, of the identity, of a change. */
  readonly examples?: readonly [list: string, identity: string, change: string];
  /** Opens it for one command, over a transport that may be wrapped, and closes it afterwards. */
  open(
    mode: Mode,
    netns: string | undefined,
    action: (verbs: NetlinkObject<object>) => Promise<void>,
    over?: (transport: Transport) => Transport,
  ): Promise<void>;
  /** Formats one as one line; by default lists are tables, and a single one is a line for each member. */
  describe?(row: object): string;
}
