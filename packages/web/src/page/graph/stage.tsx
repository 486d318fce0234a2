import { effect, untracked } from "@preact/signals";
import cytoscape, { type Core } from "cytoscape";
import { useEffect, useRef } from "preact/hooks";
import { namespaceId } from "../layout/namespace.js";
import { theme } from "../look/theme.js";
import { namespaces } from "../store/network.js";
import { found, selectedId, selection, visible } from "../store/selection.js";
import { Cards } from "./cards.js";
import { arrangement, edges } from "./drawing.js";
import { bring, elementsOf } from "./elements.js";
import { canvasStyle } from "./style.js";
import { fit, reveal, useCanvas } from "./viewport.js";

/** Marks the links that do not match what is searched for. What has its mark already costs nothing. */
function markFound(cy: Core): void {
  const matching = found.value;
  cy.batch(() =>
    cy.nodes(".link").forEach((node) => {
      node.toggleClass("dim", matching !== undefined && !matching.has(node.id()));
    }),
  );
}

/** Marks what is selected. */
function markSelected(cy: Core): void {
  const chosen = selection.value;
  cy.batch(() => {
    cy.elements(".chosen").removeClass("chosen");
    if (chosen === undefined) return;
    const node = cy.getElementById("link" in chosen ? chosen.link : namespaceId(chosen.namespace));
    node.addClass("chosen");
    node.connectedEdges().addClass("chosen");
  });
}

/** Zoom from which on single links are hard to find. */
const FAR = 0.3;

/** Keeps a canvas up to what is shown. Returns what ends that. */
function follow(cy: Core): () => void {
  let before = arrangement.peek();
  // What the address names is shown once it has its place.
  let sought = selectedId.peek();
  const endings = [
    effect(() => {
      const placed = arrangement.value;
      const isMoving = placed !== before && before.size > 0;
      before = placed;
      bring(cy, elementsOf(namespaces.value, visible.value, edges.value, placed), isMoving);
      // What was brought has lost its marks.
      untracked(() => {
        markFound(cy);
        markSelected(cy);
      });
      fit(false);
      const rect = sought === undefined ? undefined : placed.get(sought);
      if (rect === undefined) return;
      if (cy.zoom() < FAR) reveal(rect);
      sought = undefined;
    }),
    effect(() => markFound(cy)),
    effect(() => markSelected(cy)),
    effect(() => {
      theme.value;
      // The colours are those of the page, which has just been given its theme.
      requestAnimationFrame(() => cy.style(canvasStyle()));
    }),
  ];
  return () => {
    for (const end of endings) end();
  };
}

function listen(cy: Core): void {
  cy.on("tap", ({ target }) => {
    if (target === cy) selection.value = undefined;
    else if (target.hasClass("link")) selection.value = { link: target.id() };
    else if (target.hasClass("namespace")) selection.value = { namespace: target.data("label") };
  });
}

/** Draws the network. */
export function Stage() {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const cy = cytoscape({
      container: box.current,
      style: canvasStyle(),
      layout: { name: "preset" },
      minZoom: 0.02,
      maxZoom: 2.5,
      autoungrabify: true,
      autounselectify: true,
      boxSelectionEnabled: false,
    });
    useCanvas(cy);
    listen(cy);
    const end = follow(cy);
    return () => {
      end();
      cy.destroy();
    };
  }, []);
  return (
    <section class="stage" aria-label="Network">
      <div class="canvas" ref={box} />
      <Cards />
    </section>
  );
}
