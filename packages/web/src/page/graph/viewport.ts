import { computed, signal } from "@preact/signals";
import type { Core } from "cytoscape";
import type { Rect } from "../layout/block.js";
import { bounds } from "./drawing.js";
import { NEAR } from "./style.js";

/** What part of the drawing is seen. */
export interface View {
  readonly zoom: number;
  readonly pan: { readonly x: number; readonly y: number };
  readonly extent: Rect;
}

/** What is seen; `undefined` until it is drawn. */
export const view = signal<View | undefined>();
/** True if cards are seen from near. */
export const isNear = computed(() => (view.value?.zoom ?? 0) >= NEAR);

/** True once somebody has chosen what is seen: it is not changed any longer. */
let isChosen = false;
let canvas: Core | undefined;

const PADDING = 36;
const MOST_ZOOM = 1.15;
const STEP_MS = 220;

/** Takes the canvas whose view it is. */
export function useCanvas(cy: Core): void {
  canvas = cy;
  cy.on("render viewport resize", () => {
    const { x1, y1, w, h } = cy.extent();
    view.value = { zoom: cy.zoom(), pan: { ...cy.pan() }, extent: { x: x1, y: y1, width: w, height: h } };
  });
  cy.on("dragpan scrollzoom pinchzoom", () => {
    isChosen = true;
  });
  cy.on("resize", () => {
    if (!isChosen) fit();
  });
}

/** Shows everything; with `false`, unless somebody has chosen what is seen. */
export function fit(anyway = true): void {
  if (canvas === undefined || (isChosen && !anyway)) return;
  isChosen = false;
  const rect = bounds.peek();
  if (rect === undefined) return;
  const room = (length: number) => Math.max(1, length - 2 * PADDING);
  const zoom = Math.min(room(canvas.width()) / rect.width, room(canvas.height()) / rect.height, MOST_ZOOM);
  canvas.stop();
  canvas.viewport({ zoom, pan: panTo(canvas, rect, zoom) });
}

/** Returns how a rectangle is moved to the middle. */
const panTo = (cy: Core, { x, y, width, height }: Rect, zoom: number) => ({
  x: cy.width() / 2 - zoom * (x + width / 2),
  y: cy.height() / 2 - zoom * (y + height / 2),
});

/** Zooms in or out. */
export function zoomBy(factor: number): void {
  if (canvas === undefined) return;
  isChosen = true;
  const middle = { x: canvas.width() / 2, y: canvas.height() / 2 };
  canvas.zoom({ level: canvas.zoom() * factor, renderedPosition: middle });
}

/** Moves what is seen so that a rectangle is, if it is not. */
export function reveal(rect: Rect): void {
  if (canvas === undefined) return;
  const { x, y, width, height } = rect;
  const { x1, x2, y1, y2 } = canvas.extent();
  if (canvas.zoom() >= NEAR && x >= x1 && y >= y1 && x + width <= x2 && y + height <= y2) return;
  isChosen = true;
  const zoom = Math.max(canvas.zoom(), 0.9);
  canvas.stop().animate({ zoom, pan: panTo(canvas, rect, zoom), duration: STEP_MS, easing: "ease-out" });
}
