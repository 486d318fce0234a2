// The kinds of scenes that golden files are captured from; packages/*/golden/scenes.mjs make theirs of them.
import { NLM_F_DUMP, NLMSG_DONE, NLMSG_ERROR } from "../packages/core/dist/index.js";

/** A request as a scene has it. */
const asked = (what, { name, types, layout }, verb, flags, value) => ({
  what: `${what} ${name}`,
  type: types[verb],
  flags,
  layout,
  value,
});

/** Makes the scenes of one family, whose layouts `common` tells. */
export function scenesOf(common) {
  return {
    /** The answer to a request for one object. */
    got: (object, name, before, value) => ({
      ...common,
      name: `${object.name}-${name}`,
      before,
      types: [object.types.new],
      request: asked("get", object, "get", 0, value),
    }),

    /** The message of a dump that `pick` takes. */
    listed: (object, name, before, value, pick) => ({
      ...common,
      name: `${object.name}-${name}`,
      before,
      types: [object.types.new],
      request: asked("dump", object, "get", NLM_F_DUMP, value),
      pick,
    }),

    /** A notification that `run` causes. */
    heard: (object, name, before, run, event, pick) => ({
      ...common,
      name: `${object.name}-${name}`,
      before,
      run,
      groups: object.groups,
      types: [object.types[event]],
      pick,
    }),

    /** The `NLMSG_ERROR` or `NLMSG_DONE` that ends a request. */
    ended: (name, object, verb, flags, value) => ({
      ...common,
      name,
      types: [(flags & NLM_F_DUMP) === NLM_F_DUMP && verb === "get" ? NLMSG_DONE : NLMSG_ERROR],
      request: asked(verb, object, verb, flags, value),
    }),
  };
}
