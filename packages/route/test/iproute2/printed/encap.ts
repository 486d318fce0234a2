// Encapsulations of routes as iproute2 prints them.
import { type Encap, type EncapOptions, encapFlags } from "#src/route/encap/index.js";

type Json = Record<string, unknown>;

const hex = (bytes: Uint8Array | undefined) => bytes && Buffer.from(bytes).toString("hex");
const number = (id: bigint | undefined) => id && Number(id);

function optionsAsIp(opts: EncapOptions | undefined): Json {
  if (opts?.geneve === undefined) return {};
  return {
    geneve_opts: opts.geneve.map(({ class: of, type, data }) => ({ class: of, type, data: hex(data) })),
  };
}

function flagsAsIp(flags = 0): Json {
  return Object.fromEntries(
    (["key", "csum", "seq"] as const)
      .filter((name) => encapFlags.has(flags, name))
      .map((name) => [name, true]),
  );
}

const ACTIONS: Readonly<Record<string, string>> = { endX: "End.X", endDt6: "End.DT6", end: "End" };
const MODES: Readonly<Record<string, string>> = { encapRed: "encap.red", l2encapRed: "l2encap.red" };
const tableAsIp = (table: number | undefined) => (table === 254 ? "main" : table && String(table));

const PRINTED: { readonly [K in keyof Encap]?: (encap: NonNullable<Encap[K]>) => Json } = {
  mpls: ({ dst, ttl }) => ({ encap: "mpls", dst, ttl }),
  ip: ({ id, src, dst, ttl, tos, flags, opts }) => {
    return { encap: "ip", id: number(id), src, dst, ttl, tos, ...flagsAsIp(flags), ...optionsAsIp(opts) };
  },
  ip6: ({ id, src, dst, hoplimit, tc, flags }) => {
    return { encap: "ip6", id: number(id), src, dst, hoplimit, tc, ...flagsAsIp(flags) };
  },
  // iproute2 prints segments in the order of the path.
  seg6: ({ srh }) => ({
    encap: "seg6",
    mode: MODES[srh!.mode] ?? srh!.mode,
    segs: srh!.srh.segments.toReversed(),
  }),
  seg6Local: ({ action, nh6, table }) => {
    return { encap: "seg6local", action: ACTIONS[action!], nh6, table: tableAsIp(table) };
  },
  // iproute2 reverses RPL segments as well, although they are in that order on the wire.
  rpl: ({ srh }) => ({ encap: "rpl", segs: srh!.segments.toReversed() }),
  xfrm: ({ ifId }) => ({ encap: "xfrm", if_id: ifId }),
};

/** Returns an encapsulation as `ip -j -d route` prints it. */
export function encapAsIp(encap: Encap | undefined): Json {
  const [[kind, value] = []] = Object.entries(encap ?? {});
  const print = PRINTED[kind as keyof Encap] as ((value: unknown) => Json) | undefined;
  return print?.(value) ?? {};
}
