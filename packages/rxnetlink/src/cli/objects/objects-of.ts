import { definitionOf, type NamespaceRef, type NetlinkObject, type Transport } from "@rxnetlink/core";
import { boundObjectsOf } from "@rxnetlink/core/internal";
import { NEVER } from "rxjs";
import { withTransport } from "../session.js";
import { nounsOf } from "../text/nouns.js";
import type { CommandedObject } from "./commanded.js";
import type { Opener } from "./families.js";

/** A transport that leads nowhere, to see which objects a family has. */
export const nowhere: Transport = { socket$: () => NEVER, close: () => Promise.resolve() };

/**
 * Returns the objects of a family as commands, named by their paths in it: `rxnl mptcp.endpoint list`.
 *
 * @param prefix - The family's part of the names: `"mptcp."`.
 */
export function objectsOf(opener: Opener, prefix: string): CommandedObject[] {
  return boundObjectsOf(opener({ transport: nowhere })).map(([path, object]) => {
    return {
      name: prefix + path,
      nouns: nounsOf(path),
      definition: definitionOf(object) as CommandedObject["definition"],
      open: (mode, netns, action, over) => {
        const run = (transport: Transport, options: { namespace?: NamespaceRef }) => {
          const [, bound] = boundObjectsOf(opener({ transport, ...options })).find(([one]) => one === path)!;
          return action(bound as NetlinkObject<object>);
        };
        return withTransport(mode, netns, run, over);
      },
    };
  });
}
