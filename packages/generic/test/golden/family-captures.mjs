import { capturesOf } from "../../../../tools/capture.mjs";
import { familyTransport, NETLINK_GENERIC } from "../../dist/index.js";
import { goldenOf } from "../../dist-test/test/support/family-gates.js";

/** Returns what opens sockets of a family in the initial namespace, the only one that it is in. */
export const initially =
  (family) =>
  ({ transport }) => {
    const { socket$, ...rest } = familyTransport(transport, family);
    return { ...rest, socket$: ({ namespace: _, ...options }) => socket$(options) };
  };

/**
 * Returns constructors for the captures of a family, and `message` for any other: a request `{ type, layout, value, flags }`,
 * or a command to run, and the types to wait for; `first` are requests that go before it.
 */
export function capturesIn({ family, messages, folder = family.name }) {
  const common = {
    protocol: NETLINK_GENERIC,
    layoutOf: goldenOf({ family, messages, folder }).layoutOf,
    folder,
    transportOf: ({ transport, namespace }) =>
      familyTransport(transport, family, { namespace: namespace.ref }),
  };
  const message = ({ name, request, ...rest }) => ({
    ...common,
    name,
    ...rest,
    ...(request && { request: { what: name, ...request } }),
  });
  return { ...capturesOf(common), message };
}
