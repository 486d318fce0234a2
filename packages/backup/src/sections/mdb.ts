import { type Mdb, type MdbEntryInfo, mdbFlags } from "@rxnetlink/route/bridge";
import { concatMap } from "rxjs";
import { objectSection } from "../object-section.js";
import { type BackupRow, memberAt } from "../row.js";

const infosOf = ({ mdb }: Mdb) => mdb?.entry?.flatMap(({ info = [] }) => info) ?? [];
const infoOf = (row: Mdb) => infosOf(row)[0]!;

/**
 * Returns an entry as a request has it, without its timer. The kernel reports a permanent MAC address for the bridge itself as
 * temporary, but not with a timer that runs; and it lists the newest source first.
 */
function asRequested({ entry, attrs: { timer, srcList, ...attrs } }: MdbEntryInfo): MdbEntryInfo {
  return {
    entry: timer === 0 ? { ...entry, state: "permanent" } : entry,
    attrs: { ...attrs, ...(srcList?.entry && { srcList: { entry: srcList.entry.toReversed() } }) },
  };
}

/** Returns the port, VLAN and group of an entry. */
const placeOf = ({ entry: { ifindex, vid, addr } }: MdbEntryInfo) => `${ifindex} ${vid} ${addr}`;

/** Returns the entries of a bridge one by one, without those that the kernel makes of the sources of others. */
function eachEntry(database: Mdb): Mdb[] {
  const all = infosOf(database);
  const sources = new Set(
    all.flatMap((info) =>
      (info.attrs.srcList?.entry ?? []).map(({ address }) => `${placeOf(info)} ${address}`),
    ),
  );
  return all
    .filter((info) => !sources.has(`${placeOf(info)} ${info.attrs.source}`))
    .map(asRequested)
    .map((info) => ({ family: "bridge", ifindex: database.ifindex, mdb: { entry: [{ info: [info] }] } }));
}

/** Memberships that hosts reported expire, and some entries follow from the filter modes of ports. */
function isState(database: Mdb): boolean {
  const { entry } = infoOf(database);
  return mdbFlags.has(entry.flags, "starExcl") || entry.state !== "permanent";
}

const at = (path: string) => `mdb.entry.0.info.0.${path}`;

function subject(row: BackupRow): string {
  const [addr, port] = [memberAt(row, at("entry.addr")), memberAt(row, at("entry.ifindex"))];
  const [source, vid] = [memberAt(row, at("attrs.source")), memberAt(row, at("entry.vid"))];
  const from = source === undefined ? "" : ` from ${source}`;
  return `${addr}${from}${vid ? ` vlan ${vid}` : ""} on ${port} of ${row.ifindex}`;
}

/** Permanent entries of the multicast databases of bridges and vxlan. */
export const multicastGroups = objectSection<Mdb>({
  name: "mdb",
  object: ({ route }) => route.mdb,
  list$: ({ route }) => route.mdb.list$().pipe(concatMap(eachEntry)),
  key: [
    "ifindex",
    ...["entry.ifindex", "entry.vid", "entry.addr", "attrs.source"].map(at),
    ...["attrs.dst", "attrs.dstPort", "attrs.vni", "attrs.ifindex", "attrs.srcVni"].map(at),
  ],
  subject,
  link: "ifindex",
  isState,
});
