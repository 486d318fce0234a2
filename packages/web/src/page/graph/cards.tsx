import { computed } from "@preact/signals";
import type { NamespaceView } from "../../wire/state.js";
import type { Rect } from "../layout/block.js";
import { pathOf } from "../layout/curve.js";
import { namespaceId } from "../layout/namespace.js";
import { namespaces, rateOf } from "../store/network.js";
import { selectedId, selection, visible } from "../store/selection.js";
import { Card } from "./card.js";
import { arrangement, edges } from "./drawing.js";
import { isNear, view } from "./viewport.js";

/** Most cards that are elements of the page. */
const MOST = 400;

function meets(one: Rect, other: Rect): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}

/** Links that are seen from near, with their places. */
const near = computed(() => {
  const extent = view.value?.extent;
  if (!isNear.value || extent === undefined) return [];
  const placed = visible.value.flatMap((link) => {
    const rect = arrangement.value.get(link.id);
    return rect !== undefined && meets(rect, extent) ? [{ link, rect }] : [];
  });
  return placed.slice(0, MOST);
});

/** Namespaces whose frames are seen. */
const framed = computed(() => {
  const extent = view.value?.extent;
  if (extent === undefined) return [];
  const placed = namespaces.value.flatMap((namespace) => {
    const rect = arrangement.value.get(namespaceId(namespace.name));
    return rect !== undefined && meets(rect, extent) ? [{ namespace, rect }] : [];
  });
  return placed.slice(0, MOST);
});

/** The title of a namespace, in its frame. */
function Title({
  namespace: { name, error },
  rect,
}: {
  readonly namespace: NamespaceView;
  readonly rect: Rect;
}) {
  return (
    <button
      type="button"
      class="title"
      aria-label={`Namespace ${name}`}
      title={error}
      tabIndex={-1}
      style={{ transform: `translate(${rect.x}px, ${rect.y}px)`, width: `${rect.width}px` }}
      onClick={() => {
        selection.value = { namespace: name };
      }}
    >
      {name}
      {error !== undefined && <small>{error}</small>}
    </button>
  );
}

/** Draws what moves along busy edges. */
function Pulses() {
  const busy = edges.value.filter(({ from, to }) =>
    [from, to].some((id) => rateOf(id)[0] + rateOf(id)[1] > 0),
  );
  return (
    <svg class="pulses" width="1" height="1" aria-hidden="true">
      {busy.slice(0, MOST).map(({ id, curve, family }) => (
        <path key={id} class={`family-${family}`} d={pathOf(curve)} />
      ))}
    </svg>
  );
}

/** Id of the card that Tab leads to: the selected one, or else the first. */
const tabStop = computed(() => {
  const isSeen = near.value.some(({ link }) => link.id === selectedId.value);
  return isSeen ? selectedId.value : near.value[0]?.link.id;
});

/** Draws the cards that are seen from near, over the canvas. */
export function Cards() {
  const { zoom = 1, pan = { x: 0, y: 0 } } = view.value ?? {};
  return (
    <div class="cards">
      <div
        class="sheet"
        style={{ transform: `translate(${pan.x}px, ${pan.y}px) scale(${zoom})`, "--zoom": zoom }}
      >
        {isNear.value && <Pulses />}
        {framed.value.map(({ namespace, rect }) => (
          <Title key={namespace.name} namespace={namespace} rect={rect} />
        ))}
        {near.value.map(({ link, rect }) => (
          <Card key={link.id} link={link} rect={rect} hasTabStop={link.id === tabStop.value} />
        ))}
      </div>
    </div>
  );
}
