import { attributes, type Infer, nest, repeated, u8, u32 } from "@rxnetlink/core";
import { replaced } from "../request.js";

/** Quanta of the bands that share (`TCA_ETS_*`). */
export const etsQuanta = attributes("ets-attrs", "TCA_ETS_", {
  /** Bytes that each band sends in its turn, in the order of the bands. */
  quantaBand: [4, repeated(u32)],
});
/** Quanta of the bands that share. */
export interface EtsQuanta extends Infer<typeof etsQuanta> {}

/** Bands of the packet priorities (`TCA_ETS_*`). */
export const etsPriomap = attributes("ets-attrs", "TCA_ETS_", {
  /** The band of each packet priority, from 0. */
  priomapBand: [6, repeated(u8)],
});
/** Bands of the packet priorities. */
export interface EtsPriomap extends Infer<typeof etsPriomap> {}

/** Settings of `ets`, enhanced transmission selection; since 5.6 (`TCA_ETS_*`). */
export const etsAttributes = attributes("ets-attrs", "TCA_ETS_", {
  /** How many bands there are, up to 16. */
  nbands: [1, u8],
  /** How many of them, the first ones, are strictly first. */
  nstrict: [2, u8],
  /** Quanta of the other bands. */
  quanta: [3, nest<EtsQuanta>(etsQuanta)],
  /** Quantum of a class, in bytes. */
  quantaBand: [4, u32],
  /** Bands of the packet priorities. */
  priomap: [5, nest<EtsPriomap>(etsPriomap)],
});
/** Settings of `ets`, enhanced transmission selection; since 5.6. */
export interface Ets extends Infer<typeof etsAttributes> {}

/** The kernel resets what is not said. Of other bands the quanta and priorities are not those that there are. */
export const etsQdisc = replaced(nest<Ets>(etsAttributes), ({ nbands, nstrict }) =>
  nbands === undefined && nstrict === undefined ? [] : ["quanta", "priomap"],
);
