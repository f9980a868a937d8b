import { useState } from "react";

// Text that somebody typed and did not save. It lives in memory above all pages, so that a lock, the end of a session
// or a lost connection does not take it; never in the browser's own storage. Another account does not get it.
const drafts = new Map<string, unknown>();
let owner = "";

export function draftsBelongTo(login: string): void {
  if (owner !== login) drafts.clear();
  owner = login;
}

export const keepDraft = (key: string, value: unknown): void => void drafts.set(key, value);
export const hasDraft = (key: string): boolean => drafts.has(key);
export const hasDrafts = (): boolean => drafts.size > 0;
export const forgetDrafts = (): void => drafts.clear();

export function useDraft<T>(key: string, first: T): [value: T, set: (value: T) => void, discard: () => void] {
  const [value, show] = useState<T>(() => (drafts.has(key) ? (drafts.get(key) as T) : first));
  const set = (next: T) => {
    keepDraft(key, next);
    show(next);
  };
  const discard = () => {
    drafts.delete(key);
    show(first);
  };
  return [value, set, discard];
}

// What was being typed when the page went, to open it again.
export const draftOf = <T>(key: string): T | undefined => drafts.get(key) as T | undefined;
