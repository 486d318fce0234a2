import { bindObject } from "@rxnetlink/core";
import { checkOptions } from "@rxnetlink/core/internal";
import { connectFamily } from "../connect.js";
import type { FamilyConnection } from "../family/connection.js";
import type { Family } from "../family/definition.js";
import { type FamilyOptions, familyChecks } from "../generic.js";
import { type MacsecDevices, macsecDeviceObject } from "./device.js";
import { type MacsecRxscs, macsecRxscObject } from "./rxsc.js";
import { type MacsecRxsas, type MacsecTxsas, macsecRxsaObject, macsecTxsaObject } from "./sas.js";

/** The family of MACsec (IEEE 802.1AE). */
export const macsecFamily: Family = { name: "macsec", version: 1, from: "the module macsec" };

/** MACsec: channels, associations and their keys. The settings of a device are those of its link. */
export interface MacsecFamily {
  /** Underlying connection, for messages without a verb. */
  readonly connection: FamilyConnection;
  /** Devices, with everything that belongs to them. */
  readonly device: MacsecDevices;
  /** Channels to receive by. */
  readonly rxsc: MacsecRxscs;
  /** Associations to send by. */
  readonly txsa: MacsecTxsas;
  /** Associations to receive by. */
  readonly rxsa: MacsecRxsas;
}

/**
 * Connects to the family of MACsec over a transport.
 *
 * @throws ArgumentError if an option does not exist or has an unusable value.
 */
export function macsec(options: FamilyOptions): MacsecFamily {
  const { transport, ...rest } = checkOptions("macsec", options, familyChecks);
  const connection = connectFamily(transport, macsecFamily, rest);
  return {
    connection,
    device: bindObject(connection, macsecDeviceObject),
    rxsc: bindObject(connection, macsecRxscObject),
    txsa: bindObject(connection, macsecTxsaObject),
    rxsa: bindObject(connection, macsecRxsaObject),
  };
}
