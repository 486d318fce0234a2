/**
 * Segment routing over IPv6: source address of tunnels, keys of HMAC (`SEG6`). Since 4.10.
 *
 * @module
 */
export {
  SEG6_CMD_DUMPHMAC,
  SEG6_CMD_GET_TUNSRC,
  SEG6_CMD_SET_TUNSRC,
  SEG6_CMD_SETHMAC,
} from "./commands.js";
export { type Seg6Hmacs, seg6HmacObject } from "./hmac.js";
export {
  type Seg6Hmac,
  type Seg6TunnelSource,
  seg6HmacAlgorithm,
  seg6Message,
} from "./layout.js";
export { type Seg6, type Seg6TunnelSourceVerbs, seg6, seg6Family } from "./seg6.js";
