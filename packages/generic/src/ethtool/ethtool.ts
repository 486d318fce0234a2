import { bindObject, type Connection } from "@rxnetlink/core";
import { checkOptions } from "@rxnetlink/core/internal";
import { map, type Observable } from "rxjs";
import { connectFamily } from "../connect.js";
import type { FamilyConnection } from "../family/connection.js";
import { type FamilyOptions, familyChecks } from "../generic.js";
import { ETHTOOL_MSG_LINKSTATE_GET } from "./commands/requests.js";
import { type LinkKey, progress$ } from "./common/progress.js";
import { ethtoolFamily } from "./family.js";
import { type Eees, eeeObject } from "./frames/eee.js";
import { type Fecs, fecObject } from "./frames/fec.js";
import { type Mms, mmObject } from "./frames/mm.js";
import { type Pauses, pauseObject } from "./frames/pause.js";
import { type PlcaStatuses, type Plcas, plcaObject, plcaStatusObject } from "./frames/plca.js";
import { type DriverMessagesVerbs, debugObject } from "./link/debug.js";
import { type FeaturesVerbs, featuresOf } from "./link/features.js";
import { linkInfoObject, type PortInfos } from "./link/link-info.js";
import { type LinkModesVerbs, linkModesObject } from "./link/link-modes.js";
import { type LinkState, type LinkStates, linkStateMessage, linkStateObject } from "./link/link-state.js";
import { type PrivFlagsVerbs, privFlagsOf } from "./link/priv-flags.js";
import { type Wols, wolObject } from "./link/wol.js";
import { type ModuleEeproms, moduleEepromObject } from "./module/eeprom.js";
import { flashing, type ModuleFlash, type ModuleImage } from "./module/flash.js";
import { moduleObject, type TransceiverModules } from "./module/module.js";
import { cableTdrTesting, cableTesting } from "./phy/cable/cable-test.js";
import type { CableTdrConfig, CableTest, CableTestTdr } from "./phy/cable/layout.js";
import { type Mses, mseObject } from "./phy/mse.js";
import { type Phys, phyObject } from "./phy/phy.js";
import { type PseEvents, type Pses, pseEventObject, pseObject } from "./phy/pse/pse.js";
import { type ChannelsVerbs, channelsObject } from "./queues/channels.js";
import { type CoalesceVerbs, coalesceObject } from "./queues/coalesce.js";
import { type RingsVerbs, ringsObject } from "./queues/rings.js";
import { type RssVerbs, rssOf } from "./queues/rss/rss.js";
import { type StandardStatsVerbs, statsOf } from "./stats/stats.js";
import { type Strsets, strsetsOf } from "./strings/strings.js";
import { type PhcVclocksVerbs, phcVclocksObject } from "./time/phc-vclocks.js";
import { type TsConfigs, tsconfigObject } from "./time/tsconfig.js";
import { type TsInfos, tsinfoObject } from "./time/tsinfo.js";
import { type TunnelInfos, tunnelInfoObject } from "./tunnel-info.js";

/**
 * Settings of links and of the devices and drivers behind them. A link is given by its index or name: `{ devName: "eth0" }`. A
 * list has one row for each link that has such settings; a change affects only the members that it names.
 */
export interface Ethtool {
  /** Underlying connection, for messages without a verb. */
  readonly connection: FamilyConnection;
  /** Names that the kernel and drivers give to bits and counters. */
  readonly strset: Strsets;
  /** Ports and transceivers. */
  readonly linkInfo: PortInfos;
  /** Speed, duplex and link modes. */
  readonly linkModes: LinkModesVerbs;
  /** State of connections. */
  readonly linkState: LinkStates;
  /** Classes of messages that drivers log. */
  readonly debug: DriverMessagesVerbs;
  /** Wake-on-LAN. */
  readonly wol: Wols;
  /** Features (offloads). */
  readonly features: FeaturesVerbs;
  /** Flags that only one driver has. */
  readonly privFlags: PrivFlagsVerbs;
  /** Sizes of rings. */
  readonly rings: RingsVerbs;
  /** Numbers of channels. */
  readonly channels: ChannelsVerbs;
  /** Coalescing of interrupts. */
  readonly coalesce: CoalesceVerbs;
  /** Distribution of received packets over queues. */
  readonly rss: RssVerbs;
  /** Pause frames. */
  readonly pause: Pauses;
  /** Energy Efficient Ethernet. */
  readonly eee: Eees;
  /** Forward error correction. */
  readonly fec: Fecs;
  /** MAC merging. */
  readonly mm: Mms;
  /** Settings of PLCA. */
  readonly plca: Plcas;
  /** State of PLCA. */
  readonly plcaStatus: PlcaStatuses;
  /** Abilities to timestamp. */
  readonly tsinfo: TsInfos;
  /** Hardware timestamps. */
  readonly tsconfig: TsConfigs;
  /** Virtual clocks. */
  readonly phcVclocks: PhcVclocksVerbs;
  /** Transceiver modules. */
  readonly module: TransceiverModules;
  /** Memory of transceiver modules. */
  readonly moduleEeprom: ModuleEeproms;
  /** PHYs. */
  readonly phy: Phys;
  /** Power sourcing. */
  readonly pse: Pses;
  /** Events of power sourcing. */
  readonly pseEvent: PseEvents;
  /** Mean square errors of received signals. */
  readonly mse: Mses;
  /** Offloaded tunnels. */
  readonly tunnelInfo: TunnelInfos;
  /** Standard statistics. */
  readonly stats: StandardStatsVerbs;
  /**
   * Tests the cable of a link and emits the stages of the test, with its results at the end. The link has no connection
   * meanwhile. Unsubscribing does not stop the test.
   *
   * @example
   * et.cableTest$({ devName: "eth0" }).subscribe(({ status, nest }) => console.log(status, nest?.result));
   */
  cableTest$(link: LinkKey): Observable<CableTest>;
  /** Tests the cable of a link as {@link cableTest$} does, and emits what was measured instead of results. */
  cableTestTdr$(link: LinkKey, config?: CableTdrConfig): Observable<CableTestTdr>;
  /**
   * Flashes the firmware of the transceiver module of a link, and emits the stages until it is complete (since 6.11). Errors
   * with a `KernelError` with the kernel's text if it fails. Unsubscribing does not stop it.
   *
   * @example
   * et.flashModule$({ devName: "eth0" }, { fileName: "module.bin" }).subscribe(({ done, total }) => console.log(done, total));
   */
  flashModule$(link: LinkKey, image: ModuleImage): Observable<ModuleFlash>;
}

/** Returns how indexes of links are looked up by their names. */
function lookingUp(connection: () => Connection): (devName: string) => Observable<number> {
  const request = { type: ETHTOOL_MSG_LINKSTATE_GET, layout: linkStateMessage };
  return (devName) =>
    connection()
      .request$<LinkState>({ ...request, value: { devName } })
      .pipe(map(({ devIndex }) => devIndex));
}

/** Objects of links. */
function objectsOf(connection: Connection, strset: Strsets) {
  return {
    linkInfo: bindObject(connection, linkInfoObject),
    linkModes: bindObject(connection, linkModesObject),
    linkState: bindObject(connection, linkStateObject),
    debug: bindObject(connection, debugObject),
    wol: bindObject(connection, wolObject),
    features: featuresOf(connection, strset),
    privFlags: privFlagsOf(connection, strset),
    rings: bindObject(connection, ringsObject),
    channels: bindObject(connection, channelsObject),
    coalesce: bindObject(connection, coalesceObject),
    rss: rssOf(connection),
    pause: bindObject(connection, pauseObject),
    eee: bindObject(connection, eeeObject),
    fec: bindObject(connection, fecObject),
    mm: bindObject(connection, mmObject),
    plca: bindObject(connection, plcaObject),
    plcaStatus: bindObject(connection, plcaStatusObject),
    tsinfo: bindObject(connection, tsinfoObject),
    tsconfig: bindObject(connection, tsconfigObject),
    phcVclocks: bindObject(connection, phcVclocksObject),
    module: bindObject(connection, moduleObject),
    moduleEeprom: bindObject(connection, moduleEepromObject),
    phy: bindObject(connection, phyObject),
    pse: bindObject(connection, pseObject),
    pseEvent: bindObject(connection, pseEventObject),
    mse: bindObject(connection, mseObject),
    tunnelInfo: bindObject(connection, tunnelInfoObject),
    stats: statsOf(connection),
  };
}

/**
 * Connects to `ethtool` over a transport.
 *
 * @throws ArgumentError if an option does not exist or has an unusable value.
 */
export function ethtool(options: FamilyOptions): Ethtool {
  const { transport, ...rest } = checkOptions("ethtool", options, familyChecks);
  const linkIndex$ = lookingUp(() => connection);
  const connection: FamilyConnection = connectFamily(transport, ethtoolFamily, { linkIndex$, ...rest });
  const strset = strsetsOf(connection);
  const objects = objectsOf(connection, strset);
  const { linkState } = objects;
  const by = { connection, linkState };
  return {
    connection,
    strset,
    ...objects,
    cableTest$: (link) => progress$(by, link, cableTesting()),
    cableTestTdr$: (link, config) => progress$(by, link, cableTdrTesting(config)),
    flashModule$: (link, image) => progress$(by, link, flashing(image)),
  };
}
