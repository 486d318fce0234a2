// The kinds of captures that golden files are made of; packages/*/test/golden/captures.mjs list those of each package.
import { NLM_F_DUMP, NLMSG_DONE, NLMSG_ERROR } from "../packages/core/dist/schema.js";

/** Returns the request of a capture. */
const requestOf = (what, { name, types, layout }, verb, flags, value) => ({
  what: `${what} ${name}`,
  type: types[verb],
  flags,
  layout,
  value,
});

/** Returns constructors for the captures of one family, whose layouts and protocol are in `common`. */
export function capturesOf(common) {
  return {
    /** The reply to a request for one object. */
    reply: (object, name, before, value) => ({
      ...common,
      name: `${object.name}-${name}`,
      before,
      types: [object.types.new],
      request: requestOf("get", object, "get", 0, value),
    }),

    /** The first message of a dump that `pick` accepts. */
    row: (object, name, before, value, pick) => ({
      ...common,
      name: `${object.name}-${name}`,
      before,
      types: [object.types.new],
      request: requestOf("dump", object, "get", NLM_F_DUMP, value),
      pick,
    }),

    /** A notification that the command `run` causes. */
    notification: (object, name, before, run, event, pick) => ({
      ...common,
      name: `${object.name}-${name}`,
      before,
      run,
      groups: object.groups,
      types: [object.types[event]],
      pick,
    }),

    /** The `NLMSG_ERROR` or `NLMSG_DONE` that ends a request. */
    end: (name, object, verb, flags, value) => ({
      ...common,
      name,
      types: [(flags & NLM_F_DUMP) === NLM_F_DUMP && verb === "get" ? NLMSG_DONE : NLMSG_ERROR],
      request: requestOf(verb, object, verb, flags, value),
    }),
  };
}
