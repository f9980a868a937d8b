import { useEffect } from "react";

export interface Keys {
  search: () => void;
  help: () => void;
  names: () => void;
  lock: () => void;
}

// F keys and one with Ctrl; no single letters. The browser's own meaning of these keys is withheld.
function meaning(event: KeyboardEvent, keys: Keys): (() => void) | undefined {
  if (event.altKey || event.shiftKey) return undefined;
  if (event.ctrlKey || event.metaKey) return event.key.toLowerCase() === "k" ? keys.search : undefined;
  return { F1: keys.help, F2: keys.search, F8: keys.names, F9: keys.lock }[event.key];
}

export function useKeys(keys: Keys): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const act = meaning(event, keys);
      if (!act) return;
      event.preventDefault();
      event.stopPropagation();
      if (!event.repeat) act();
    };
    window.addEventListener("keydown", press, { capture: true });
    return () => window.removeEventListener("keydown", press, { capture: true });
  });
}

// Arrows walk the rows of a list: whatever in it has data-row and can have the focus.
export function walkRows(event: React.KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-row]")];
  const here = rows.findIndex((row) => row.contains(document.activeElement));
  const next = rows[here + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
