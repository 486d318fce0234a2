// The checks of results: each returns the problem with one run, or `undefined`.

/** A dump has found all routes, and the sums over their members are right. */
export const table = ({ check }, { namespace, argument }) =>
  check === namespace.checks[argument] ? undefined : `read ${check}, not ${namespace.checks[argument]}`;

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
