import { makeStore } from "../app/store";
import type { ViewKey } from "./address";

// Whose columns are not shown. In memory, so that it stays while one looks at a patient and comes back.
const unshown = makeStore<ReadonlySet<string>>(new Set());
// On a phone one column is shown: whose.
const single = makeStore<string | undefined>(undefined);

export const useUnshown = unshown.use;
export const useSingle = single.use;
export const chooseSingle = single.set;

export function toggleShown(code: string): void {
  const next = new Set(unshown.get());
  if (!next.delete(code)) next.add(code);
  unshown.set(next);
}

export const PHONE_VIEWS: readonly ViewKey[] = ["dag", "lijst"];
