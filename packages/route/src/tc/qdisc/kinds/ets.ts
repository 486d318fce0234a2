import { attributes, type Infer, nest, repeated, u8, u32 } from "@rxnetlink/core/schema";
import { replacedWhole } from "../../request.js";

/** Quanta of the bands that share bandwidth (`TCA_ETS_*`). */
export const etsQuanta = attributes("ets-attrs", "TCA_ETS_", {
  /** Quantum of each band, in bytes per turn, in the order of the bands. */
  quantaBand: [4, repeated(u32)],
});
/** Quanta of the bands that share bandwidth. */
export interface EtsQuanta extends Infer<typeof etsQuanta> {}

/** Bands of packet priorities (`TCA_ETS_*`). */
export const etsPriomap = attributes("ets-attrs", "TCA_ETS_", {
  /** Band of each packet priority, from 0. */
  priomapBand: [6, repeated(u8)],
});
/** Bands of packet priorities. */
export interface EtsPriomap extends Infer<typeof etsPriomap> {}

/** Settings of `ets`, enhanced transmission selection; since 5.6 (`TCA_ETS_*`). */
export const etsAttributes = attributes("ets-attrs", "TCA_ETS_", {
  /** Number of bands, up to 16. */
  nbands: [1, u8],
  /** Number of bands, from the first, with strict priority. */
  nstrict: [2, u8],
  /** Quanta of the other bands. */
  quanta: [3, nest<EtsQuanta>(etsQuanta)],
  /** Quantum of a class, in bytes per turn. */
  quantaBand: [4, u32],
  /** Bands of packet priorities. */
  priomap: [5, nest<EtsPriomap>(etsPriomap)],
});
/** Settings of `ets`, enhanced transmission selection; since 5.6. */
export interface Ets extends Infer<typeof etsAttributes> {}

/**
 * Layout of {@link Ets}, which the kernel replaces as a whole; a new number of bands displaces quanta and priorities.
 */
export const etsQdisc = replacedWhole(nest<Ets>(etsAttributes), ({ nbands, nstrict }) =>
  nbands === undefined && nstrict === undefined ? [] : ["quanta", "priomap"],
);
