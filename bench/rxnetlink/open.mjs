// Opens the library, with the transport that the command line names.

/** Options of `rtnetlink()`: none, or a `directTransport()` if the command line ends in `direct`. */
async function options() {
  if (process.argv[3] !== "direct") return {};
  const { directTransport } = await import("rxnetlink/transport");
  return { transport: directTransport() };
}

/** Imports the library; returns a function that opens `NETLINK_ROUTE`. */
export async function load() {
  const [{ rtnetlink }, given] = await Promise.all([import("rxnetlink"), options()]);
  return () => rtnetlink(given);
}

/** Imports the library and rxjs, and opens `NETLINK_ROUTE`; returns all names, and the family as `nl`. */
export async function open() {
  const [rxnetlink, rxjs, openFamily] = await Promise.all([import("rxnetlink"), import("rxjs"), load()]);
  return { ...rxjs, ...rxnetlink, nl: openFamily() };
}
