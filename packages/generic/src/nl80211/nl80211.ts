import { type Ack, bindObject, type Written } from "@rxnetlink/core";
import { checkOptions } from "@rxnetlink/core/internal";
import type { Observable } from "rxjs";
import { connectFamily } from "../connect.js";
import type { FamilyConnection } from "../family/connection.js";
import { type FamilyOptions, familyChecks } from "../generic.js";
import { type WifiNetwork, type WifiNetworks, wifiNetworksOf } from "./bss/network.js";
import {
  connect$,
  disconnect$,
  type WifiConnectRequest,
  type WifiDisconnectRequest,
} from "./connect/connect.js";
import { type WifiPowerSaves, wifiPowerSavesOf } from "./connect/power-save.js";
import { type WifiEvents, wifiEventObject } from "./event/event.js";
import type { WifiConnectionEvent } from "./event/kinds.js";
import { nl80211Family } from "./family.js";
import { type WifiInterfaces, wifiInterfaceObject } from "./interface/interface.js";
import { type WifiMeshPaths, wifiMeshPathObject } from "./mesh/path.js";
import { wifiIndex$ } from "./message/interfaces.js";
import { type WifiPhys, wifiPhysOf } from "./phy/phy.js";
import { type WifiRegulatories, wifiRegulatoriesOf } from "./regulatory/regulatory.js";
import { scan$, type WifiScanRequest } from "./scan/scan.js";
import { type WifiStations, wifiStationsOf } from "./station/station.js";
import { type WifiSurveys, wifiSurveysOf } from "./survey/survey.js";

/** Wireless links of one network namespace. Reading needs no privileges; changes and scans need `CAP_NET_ADMIN`. */
export interface Nl80211 {
  /** Underlying connection, for messages without a verb. */
  readonly connection: FamilyConnection;
  /** Phys: wireless cards. */
  readonly phy: WifiPhys;
  /** Interfaces on phys. */
  readonly interface: WifiInterfaces;
  /** Networks that scans found. */
  readonly network: WifiNetworks;
  /** Stations: clients, access points, peers. */
  readonly station: WifiStations;
  /** Use of channels. */
  readonly survey: WifiSurveys;
  /** Regulatory domains. */
  readonly regulatory: WifiRegulatories;
  /** Paths of meshes. */
  readonly meshPath: WifiMeshPaths;
  /** Power saving of clients. */
  readonly powerSave: WifiPowerSaves;
  /** Events. */
  readonly event: WifiEvents;
  /**
   * Scans, and emits the networks that are there; completes with the last. Probes for any network by default, on all channels;
   * the link has to be up. Leaving early aborts the scan (since 4.5).
   *
   * Errors with a `KernelError`: `EBUSY` while another scan of the phy runs, `ENETDOWN` if the link is down, `ECANCELED` if the
   * scan is aborted.
   *
   * @example
   * wifi.scan$({ ifindex: "wlan0" }).subscribe(({ bss }) => console.log(bss?.informationElements?.ssid, bss?.signalMbm));
   */
  scan$(request: Written<WifiScanRequest>): Observable<WifiNetwork>;
  /**
   * Connects to a network, and emits the event that reports it. The connection stays; leaving before the event ends it.
   *
   * Errors with a `KernelError`: `ECONNREFUSED` with the status of the access point, `ETIMEDOUT` if nobody answers,
   * `EALREADY` if there is a connection.
   *
   * @example
   * wifi.connect$({ ifindex: "wlan0", ssid: "guests" });
   */
  connect$(request: Written<WifiConnectRequest>): Observable<WifiConnectionEvent>;
  /** Ends a connection. */
  disconnect$(request: Written<WifiDisconnectRequest>): Observable<Ack>;
}

/**
 * Opens wireless links (`nl80211`) over a transport. Links are given by index or name.
 *
 * @throws ArgumentError if an option does not exist or has an unusable value.
 */
export function nl80211(options: FamilyOptions): Nl80211 {
  const { transport, ...rest } = checkOptions("nl80211", options, familyChecks);
  const linkIndex$ = (name: string) => wifiIndex$(connection, name);
  const connection: FamilyConnection = connectFamily(transport, nl80211Family, { linkIndex$, ...rest });
  const network = wifiNetworksOf(connection);
  return {
    connection,
    phy: wifiPhysOf(connection),
    interface: bindObject(connection, wifiInterfaceObject),
    network,
    station: wifiStationsOf(connection),
    survey: wifiSurveysOf(connection),
    regulatory: wifiRegulatoriesOf(connection),
    meshPath: bindObject(connection, wifiMeshPathObject),
    powerSave: wifiPowerSavesOf(connection),
    event: bindObject(connection, wifiEventObject),
    scan$: (request) => scan$(connection, network, request),
    connect$: (request) => connect$(connection, request),
    disconnect$: (request) => disconnect$(connection, request),
  };
}
