import { computed } from "@preact/signals";
import { FAMILIES, familyOf } from "../look/families.js";
import { Icon } from "../look/icon.js";
import { hidden, telling, toggle } from "../store/selection.js";

/** How many links there are of each family. */
const counts = computed(() => {
  const found = new Map<string, number>();
  for (const { kind } of telling.value) {
    const { name } = familyOf(kind);
    found.set(name, (found.get(name) ?? 0) + 1);
  }
  return found;
});

/** The legend: the kinds of links that there are; a click hides one or shows it again. */
export function Legend() {
  return (
    <ul class="legend" aria-label="Kinds of links">
      {FAMILIES.filter(({ name }) => counts.value.has(name)).map(({ name, title, icon }) => (
        <li key={name}>
          <button
            type="button"
            class={`chip family-${name}`}
            aria-pressed={!hidden.value.has(name)}
            title={hidden.value.has(name) ? `Show ${title}` : `Hide ${title}`}
            onClick={() => toggle(name)}
          >
            <Icon of={icon} size={14} />
            {title}
            <small>{counts.value.get(name)}</small>
          </button>
        </li>
      ))}
    </ul>
  );
}
