import { effect, signal } from "@preact/signals";

/** Dark or light. */
export type Theme = "dark" | "light";

const STORED = "rxnl-theme";
const preferred = matchMedia("(prefers-color-scheme: light)");
const preference = (): Theme => (preferred.matches ? "light" : "dark");

function stored(): Theme | undefined {
  const value = localStorage.getItem(STORED);
  return value === "dark" || value === "light" ? value : undefined;
}

/** The theme: that of the system, unless another was chosen. */
export const theme = signal<Theme>(stored() ?? preference());

/** Chooses the other theme. */
export function toggleTheme(): void {
  theme.value = theme.value === "dark" ? "light" : "dark";
  localStorage.setItem(STORED, theme.value);
}

/** Keeps the page in the theme. */
export function followTheme(): void {
  preferred.addEventListener("change", () => {
    theme.value = stored() ?? preference();
  });
  effect(() => {
    document.documentElement.dataset.theme = theme.value;
  });
}
