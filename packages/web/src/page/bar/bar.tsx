import { CircleQuestionMark, Maximize, Moon, Sun } from "lucide";
import { fit } from "../graph/viewport.js";
import { IconButton } from "../look/icon-button.js";
import { theme, toggleTheme } from "../look/theme.js";
import { openHelp } from "./help.js";
import { Legend } from "./legend.js";
import { Search } from "./search.js";

/** The bar at the top. */
export function Bar() {
  const other = theme.value === "dark" ? "light" : "dark";
  return (
    <header class="bar">
      <h1>
        <svg width="22" height="22" viewBox="0 0 24 24" aria-hidden="true" class="mark">
          <circle cx="12" cy="5" r="3" />
          <circle cx="5" cy="18" r="3" />
          <circle cx="19" cy="18" r="3" />
          <path d="M12 8v3M7 15.6 12 11l5 4.6" />
        </svg>
        rxnl
      </h1>
      <Search />
      <Legend />
      <nav aria-label="View">
        <IconButton icon={Maximize} size={18} label="Show everything" shortcut="f" onClick={() => fit()} />
        <IconButton
          icon={theme.value === "dark" ? Sun : Moon}
          size={18}
          label={`Use the ${other} theme`}
          shortcut="t"
          onClick={toggleTheme}
        />
        <IconButton icon={CircleQuestionMark} size={18} label="Keys" shortcut="?" onClick={openHelp} />
      </nav>
    </header>
  );
}
