import { scaled } from "@rxnetlink/core/internal";
import type { LinkView } from "../../wire/link-view.js";
import type { Rect } from "../layout/block.js";
import { CARD } from "../layout/sizes.js";
import { familyOf } from "../look/families.js";
import { Icon } from "../look/icon.js";
import { Sparkline } from "../look/sparkline.js";
import { fresh, rateOf, ratesOf } from "../store/network.js";
import { found, selectedId, selection } from "../store/selection.js";

/** Returns what a screen reader says of a link. */
function nameOf({ name, kind, namespace, state, addresses }: LinkView): string {
  return [`${name}, ${kind} in ${namespace}`, state, ...addresses].join(", ");
}

/** Addresses that links give themselves. */
const OWN = /^fe80:/;

/** Returns what is said of a link in its second line. */
const lineOf = ({ addresses, note, kind, elsewhere }: LinkView) =>
  addresses.find((address) => !OWN.test(address)) ?? note ?? (elsewhere ? "leads elsewhere" : kind);

/** What a link receives and sends, as a line and as a number. */
function Traffic({ id }: { readonly id: string }) {
  const rates = ratesOf(id);
  const [rx, tx] = rateOf(id);
  return (
    <span class="traffic">
      <Sparkline rates={rates} width={CARD.width - 78} height={15} />
      <span class="number">{rx + tx > 0 && scaled((rx + tx) * 8, "b/s")}</span>
    </span>
  );
}

/** The card of a link; the one that has the tab stop is where keys lead to from outside. */
export function Card({
  link,
  rect,
  hasTabStop,
}: {
  readonly link: LinkView;
  readonly rect: Rect;
  readonly hasTabStop: boolean;
}) {
  const { id, name, kind, state, addresses } = link;
  const { name: family, icon } = familyOf(kind);
  const isSelected = selectedId.value === id;
  const isDim = found.value !== undefined && !found.value.has(id);
  const more = addresses.length - 1;
  const isBusy = ratesOf(id).some(([rx, tx]) => rx + tx > 0);
  return (
    <button
      type="button"
      class={`card family-${family} ${state.replace(" ", "-")}${isDim ? " dim" : ""}${isBusy ? " busy" : ""}${fresh.value.has(id) ? " fresh" : ""}`}
      data-link={id}
      aria-label={nameOf(link)}
      aria-pressed={isSelected}
      tabIndex={hasTabStop ? 0 : -1}
      style={{ transform: `translate(${rect.x}px, ${rect.y}px)` }}
      onClick={() => {
        selection.value = { link: id };
      }}
    >
      {isBusy && <Traffic id={id} />}
      <span class="tile">
        <Icon of={icon} size={18} />
      </span>
      <span class="words">
        <span class="name">{name}</span>
        <span class="line">
          {lineOf(link)}
          {more > 0 && <span class="more">+{more}</span>}
        </span>
      </span>
      <span class="dot" />
    </button>
  );
}
