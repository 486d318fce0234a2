import {
  type DevlinkDev,
  type DevlinkHealth,
  type DevlinkInfo,
  type DevlinkParam,
  type DevlinkPort,
  type DevlinkRegion,
  type DevlinkReported,
  type DevlinkTrap,
  handleOf,
  paramValues,
} from "@rxnetlink/generic/devlink";

/** Joins the parts that are present. */
function words(...parts: (string | number | bigint | false | undefined)[]): string {
  return parts.filter((part) => part !== false && part !== undefined && part !== "").join(" ");
}

/** Formats a number of things that can be counted. */
const counted = (count: number | bigint | undefined = 0, one: string, many = `${one}s`) =>
  `${count} ${BigInt(count) === 1n ? one : many}`;

/** Formats a device. */
export const devText = (dev: DevlinkDev) =>
  words(handleOf(dev), dev.reloadFailed === 1 && "its last reload failed");

/** Formats the numbers that place a port: of its socket, or of its function. */
function placeOf(port: DevlinkPort): string {
  return words(
    port.portControllerNumber !== undefined && `controller ${port.portControllerNumber}`,
    port.portPciPfNumber !== undefined && `pf ${port.portPciPfNumber}`,
    port.portPciVfNumber !== undefined && `vf ${port.portPciVfNumber}`,
    port.portPciSfNumber !== undefined && `sf ${port.portPciSfNumber}`,
    port.portNumber !== undefined && `number ${port.portNumber}`,
    port.portSplitSubportNumber !== undefined && `split ${port.portSplitSubportNumber}`,
    port.portLanes !== undefined && `lanes ${port.portLanes}`,
  );
}

/** Formats a port. */
export function portText(port: DevlinkPort): string {
  const { portType = "notset", portNetdevName, portIbdevName, portFlavour, portFunction } = port;
  return words(
    handleOf(port),
    portNetdevName ?? portIbdevName ?? "-",
    portType,
    portFlavour,
    placeOf(port),
    port.portSplittable === 1 && "splittable",
    portFunction?.hwAddr,
    portFunction?.state,
    portFunction?.opstate,
  );
}

/** Formats a parameter, with its value in each configuration mode. */
export function paramText(param: DevlinkParam): string {
  const { paramName, paramGeneric } = param.param ?? {};
  const values = Object.entries(paramValues(param)).map(([mode, value]) => `${mode} ${value}`);
  return words(handleOf(param), paramName, paramGeneric !== true && "(of the driver)", values.join(", "));
}

/** Formats a device's versions, each on a line of its own. */
export function infoText(info: DevlinkInfo): string {
  const { infoVersionFixed, infoVersionRunning, infoVersionStored } = info;
  const groups = { fixed: infoVersionFixed, running: infoVersionRunning, stored: infoVersionStored };
  const versions = Object.entries(groups).flatMap(([kind, all = []]) =>
    all.map((one) => `  ${kind.padEnd(7)} ${one.infoVersionName} ${one.infoVersionValue}`),
  );
  const device = words(
    handleOf(info),
    info.infoDriverName !== undefined && `driver ${info.infoDriverName}`,
    info.infoSerialNumber !== undefined && `serial ${info.infoSerialNumber}`,
    info.infoBoardSerialNumber !== undefined && `board ${info.infoBoardSerialNumber}`,
  );
  return [device, ...versions].join("\n");
}

/** Formats a health reporter. */
export function healthText(health: DevlinkHealth): string {
  const { healthReporter: reporter = {} } = health;
  return words(
    handleOf(health),
    reporter.healthReporterName,
    `${reporter.healthReporterState},`,
    `${counted(reporter.healthReporterErrCount, "error")},`,
    counted(reporter.healthReporterRecoverCount, "recovery", "recoveries"),
    reporter.healthReporterDumpTsNs !== undefined && "with a dump",
  );
}

/** Formats a trap. */
export function trapText(trap: DevlinkTrap): string {
  const { trapName, trapType, trapAction, trapGroupName, stats } = trap;
  const packets = counted(stats?.statsRxPackets, "packet");
  return words(handleOf(trap), trapName, `${trapType}:`, `${trapAction},`, `${trapGroupName},`, packets);
}

/** Formats a region, or what happened to a snapshot of it. */
export function regionText(region: DevlinkRegion): string {
  const { regionName, regionSize, regionSnapshots = [], regionSnapshotId } = region;
  const ids = regionSnapshots.map((one) => one.regionSnapshotId).join(", ");
  return words(
    handleOf(region),
    regionName,
    regionSize !== undefined && `${regionSize} bytes`,
    ids !== "" && `snapshots ${ids}`,
    regionSnapshotId !== undefined && `snapshot ${regionSnapshotId}`,
  );
}

/** Formatters by object. */
const TEXTS: Readonly<Record<string, (row: never) => string>> = {
  devlink: devText,
  port: portText,
  param: paramText,
  health: healthText,
  trap: trapText,
  region: regionText,
};

/** Formats what the kernel reports of any object; those without a formatter by their names. */
export function reportedText(object: string, value: DevlinkReported): string {
  const text = TEXTS[object] as ((row: object) => string) | undefined;
  if (text !== undefined) return text(value);
  const { busName: _, devName: __, portIndex: ___, ...rest } = value as Record<string, unknown>;
  const plain = Object.entries(rest).filter(([, member]) => typeof member !== "object");
  return words(handleOf(value), ...plain.map(([name, member]) => `${name} ${member}`));
}
