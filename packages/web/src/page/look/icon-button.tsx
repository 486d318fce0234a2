import type { IconNode } from "lucide";
import { Icon } from "./icon.js";

/** Properties of an {@link IconButton}. */
interface IconButtonProperties {
  readonly icon: IconNode;
  /** What it does. */
  readonly label: string;
  /** The key that does the same. */
  readonly shortcut?: string;
  readonly size?: number;
  /** True for the one that closes what it lies in, in its corner. */
  readonly closes?: boolean;
  onClick(): void;
}

/** A button that shows an icon, and says what it does to those who point at it or hear it. */
export function IconButton({ icon, label, shortcut, size = 16, closes, onClick }: IconButtonProperties) {
  return (
    <button
      type="button"
      class={closes ? "plain close" : "plain"}
      aria-label={label}
      aria-keyshortcuts={shortcut}
      title={shortcut === undefined ? label : `${label} (${shortcut})`}
      onClick={onClick}
    >
      <Icon of={icon} size={size} />
    </button>
  );
}
