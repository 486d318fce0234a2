// The checks of results: each returns the problem with one run, or `undefined`.

/** A dump has found all routes, and the sums over their members are right. */
export const table = ({ check }, { namespace, argument }) => sums(check, namespace.checks[argument]);

/** Sums over what was read are right. */
export const sums = (check, expected) => (check === expected ? undefined : `read ${check}, not ${expected}`);

/** All requests were made. */
export const requests = ({ requests: made }, { settings }) =>
  made === settings.rtt ? undefined : `${made} requests, not ${settings.rtt}`;

/** All routes were in the kernel, and none is left. */
export function changes({ added, deleted }, { settings: { insert }, run: { counted, left } }) {
  if (added !== insert || deleted !== insert) return `added ${added} and deleted ${deleted} of ${insert}`;
  if (counted !== undefined && counted !== insert) return `the kernel had ${counted} routes, not ${insert}`;
  return left ? `${left} routes are left` : undefined;
}

/** Some events were received, and no more than were caused. */
export const someEvents = ({ received }, { run: { caused } }) =>
  received > 0 && received <= caused ? undefined : `received ${received} of ${caused}`;

/** All events were received. */
export const allEvents = ({ received }, { run: { caused } }) =>
  received > 0 && received === caused ? undefined : `received ${received}, not ${caused}`;

/** Some packets were received, all of each, and no more than were sent. */
export function loggedPackets({ received, lost, payload }, { run: { caused } }) {
  if (!(received > 0 && received + lost <= caused))
    return `received ${received} and missed ${lost} of ${caused}`;
  return payload === received * 44 ? undefined : `${payload} bytes of ${received} packets`;
}

/** The same, and the kernel let pass what was accepted. */
export const judgedPackets = (result, context) =>
  loggedPackets(result, context) ??
  (Number(context.run.after) === result.received
    ? undefined
    : `${context.run.after} packets passed, not ${result.received}`);

/** Some process events of the storm were received, and those that were not are said to be lost. */
export function processEvents({ received, lost }, { run: { caused } }) {
  if (received > 0 && received <= caused && received + lost >= caused) return undefined;
  return `received ${received} and missed ${lost} of ${caused}`;
}

/** The set has all elements. */
export const elements = (_, { settings, run: { after } }) =>
  Number(after) === settings.elements ? undefined : `the set has ${after} elements, not ${settings.elements}`;

/** A timer ran. */
export const beats = ({ worst_ms: worst }) => (worst > 0 ? undefined : "no timer ran");

/** Something was loaded, before and after which rxjs was. */
export const loaded = ({ rxjs, own }) => (rxjs?.ms > 0 && own?.ms > 0 ? undefined : "nothing was loaded");

/** The links of the namespace were printed; node alone prints nothing. */
export function links(printed, { program }) {
  if (program === "node") return printed.length === undefined ? undefined : "printed something";
  const names = Array.isArray(printed) ? printed.map(({ ifname }) => ifname).sort() : [];
  return names.join() === "lo,v0,v1" ? undefined : `printed ${JSON.stringify(printed)}`;
}
