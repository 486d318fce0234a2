import { DecodeError, EncodeError } from "@rxnetlink/core";
import { type Type, u32 } from "@rxnetlink/core/schema";

//  struct mctp_fq_addr:   | net: u32 | eid: u8 | 3 bytes of padding |

const FULL = 8;

function parseByte(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,3}$/.test(text) && Number(text) <= 0xff ? Number(text) : undefined;
}

/** One-byte address of MCTP or Phonet, in decimal: `"8"`. */
export const byteAddress: Type<string> = {
  name: "byte address",
  size: 1,
  read(view, at, end) {
    if (end - at < 1) throw new DecodeError("0 bytes are too short for an address");
    return `${view.getUint8(at)}`;
  },
  write(out, value) {
    const parsed = typeof value === "string" ? parseByte(value) : undefined;
    if (parsed === undefined)
      throw new EncodeError(`${JSON.stringify(value)} is not an address from 0 to 255`);
    out.append(Uint8Array.of(parsed));
  },
};

/** MCTP address in another network, `"1/8"`: the network and the address in it (`struct mctp_fq_addr`). */
export const mctpFqAddr: Type<string> = {
  name: "mctp_fq_addr",
  size: FULL,
  read(view, at, end) {
    if (end - at < FULL) throw new DecodeError(`${end - at} bytes are too short for mctp_fq_addr`);
    return `${u32.read(view, at, at + 4)}/${view.getUint8(at + 4)}`;
  },
  write(out, value) {
    const [, net = "", address] = (typeof value === "string" && /^(\d{1,10})\/(\d+)$/.exec(value)) || [];
    const parsed = parseByte(address);
    if (parsed === undefined || Number(net) > 0xffff_ffff)
      throw new EncodeError(`${JSON.stringify(value)} is not a network and an address, such as "1/8"`);
    u32.write(out, Number(net));
    out.append(Uint8Array.of(parsed, 0, 0, 0));
  },
};
