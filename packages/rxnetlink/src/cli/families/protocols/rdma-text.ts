import type {
  RdmaCmId,
  RdmaDevice,
  RdmaEvent,
  RdmaHandle,
  RdmaPort,
  RdmaSocketAddress,
  RdmaSummary,
} from "@rxnetlink/protocols/rdma";

/** Members of resources that name their owner. */
interface Owned extends RdmaHandle {
  readonly portIndex?: number;
  readonly resPid?: number;
  readonly resKernName?: string;
}

const known = (words: readonly unknown[]) => words.filter((word) => word !== undefined).join(" ");
const labelled = (label: string, value: unknown) => (value === undefined ? undefined : `${label} ${value}`);

/** Formats a device: `0: rxe0 roce node_guid 505a:13ff:fe8b:2c01 fw 1.2`. */
export const deviceText = ({ devIndex, devName, devProtocol, nodeGuid, fwVersion, parentName }: RdmaDevice) =>
  known([
    `${devIndex}: ${devName}`,
    devProtocol,
    labelled("node_guid", nodeGuid),
    labelled("fw", fwVersion),
    labelled("parent", parentName),
  ]);

/** Formats a port: `rxe0/1 active linkUp netdev eth0`. */
export const portText = (port: RdmaPort) =>
  known([
    `${port.devName}/${port.portIndex}`,
    port.portState,
    port.portPhysState,
    labelled("lid", port.lid),
    labelled("netdev", port.ndevName),
  ]);

/** Formats numbers of resources: `rxe0 pd 1 cq 1 qp 1`. */
export const summaryText = ({ devName, resSummary = [] }: RdmaSummary) =>
  known([devName, ...resSummary.map(({ name, curr }) => `${name} ${curr}`)]);

/** Returns a function that formats a resource by the member that numbers it, and others. */
export const resourceText =
  (label: string, number: string, ...others: readonly string[]) =>
  (row: object): string => {
    const { devName, portIndex, resPid, resKernName } = row as Owned;
    const members = row as Readonly<Record<string, unknown>>;
    return known([
      portIndex === undefined ? devName : `${devName}/${portIndex}`,
      labelled(label, members[number]),
      ...others.map((key) => labelled(key.replace(/^res/, "").toLowerCase(), members[key])),
      labelled("pid", resPid),
      resKernName === undefined ? undefined : `[${resKernName}]`,
    ]);
  };

function addressText(address: RdmaSocketAddress | undefined): string | undefined {
  if (address?.address === undefined) return undefined;
  const { address: ip, port } = address;
  return ip.includes(":") ? `[${ip}]:${port}` : `${ip}:${port}`;
}

const ofCmId = resourceText("cm-id", "resCmIdn", "resState", "resPs");

/** Formats a connection: `rxe0 cm-id 0 state listen ps tcp pid 4242 192.0.2.1:7174`. */
export const cmIdText = (row: RdmaCmId) =>
  known([ofCmId(row), addressText(row.resSrcAddr), labelled(">", addressText(row.resDstAddr))]);

/** Formats an event: `netdevAttachEvent rxe0/1 netdev eth0`. */
export const eventText = ({ eventType, devName, portIndex, ndevName }: RdmaEvent) =>
  known([
    eventType,
    portIndex === undefined ? devName : `${devName}/${portIndex}`,
    labelled("netdev", ndevName),
  ]);
