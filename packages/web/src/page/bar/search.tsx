import { computed, signal } from "@preact/signals";
import { Search as Glass } from "lucide";
import { select } from "../graph/select.js";
import { familyOf } from "../look/families.js";
import { Icon } from "../look/icon.js";
import { links } from "../store/network.js";
import { found, query } from "../store/selection.js";

const MOST = 9;
const isOpen = signal(false);
/** Place of the result that Enter selects. */
const at = signal(0);

/** The first links that match. */
const results = computed(() =>
  [...(found.value ?? [])]
    .slice(0, MOST)
    .map((id) => links.value.get(id))
    .filter((link) => link !== undefined),
);

function choose(id: string | undefined): void {
  if (id === undefined) return;
  select(id);
  // Keys are those of the page again.
  document.getElementById("search")?.blur();
}

function press(event: KeyboardEvent): void {
  const { length } = results.value;
  if (event.key === "ArrowDown" && length > 0) at.value = (at.value + 1) % length;
  else if (event.key === "ArrowUp" && length > 0) at.value = (at.value + length - 1) % length;
  else if (event.key === "Enter") choose(results.value[at.value]?.id);
  else return;
  event.preventDefault();
}

function Results() {
  return (
    <div id="results" class="results" role="listbox" aria-label="Links found">
      {results.value.map(({ id, name, kind, namespace, addresses }, place) => (
        <div
          key={id}
          id={`result-${place}`}
          role="option"
          tabIndex={-1}
          aria-selected={place === at.value}
          class={`result family-${familyOf(kind).name}`}
          // Before the field loses the focus, which hides the list.
          onPointerDown={() => choose(id)}
        >
          <Icon of={familyOf(kind).icon} />
          <span class="name">{name}</span>
          <small>{namespace}</small>
          <code>{addresses[0]}</code>
        </div>
      ))}
      {results.value.length === 0 && <p class="note">Nothing matches.</p>}
    </div>
  );
}

/** The field to search links in. */
export function Search() {
  const count = found.value?.size;
  return (
    <search class="search">
      <Icon of={Glass} />
      <input
        id="search"
        type="search"
        aria-label="Search links"
        aria-activedescendant={isOpen.value && count ? `result-${at.value}` : undefined}
        aria-controls="results"
        placeholder="Search names, addresses, kinds"
        autocomplete="off"
        spellcheck={false}
        value={query.value}
        onInput={({ currentTarget }) => {
          query.value = currentTarget.value;
          at.value = 0;
          isOpen.value = true;
        }}
        onFocus={() => {
          isOpen.value = true;
        }}
        onBlur={() => {
          isOpen.value = false;
        }}
        onKeyDown={press}
      />
      {count === undefined ? <kbd>/</kbd> : <span class="count">{count}</span>}
      {isOpen.value && count !== undefined && <Results />}
    </search>
  );
}
