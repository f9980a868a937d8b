import type { Schema } from "./api";
import { ApiError, call, listenToAnswers, NO_ANSWER, setCsrf } from "./api";
import { setServerNow } from "./dates";
import { draftsBelongTo, forgetDrafts } from "./drafts";
import { queries } from "./queries";
import { makeStore } from "./store";

export type Session = Schema<"Session">;
export type State =
  | { phase: "loading" }
  | { phase: "unreachable" }
  | { phase: "out"; ended: boolean }
  | { phase: "locked"; session: Session }
  | { phase: "in"; session: Session };

const state = makeStore<State>({ phase: "loading" });
export const useSessionState = state.use;
export const connection = makeStore<"good" | "lost">("good");

// The other tabs of this browser follow a lock, a log-out and hidden names.
const tabs = new BroadcastChannel("zorgkluis");
type Word = "locked" | "out" | "in" | "names";
const tellTabs = (word: Word): void => tabs.postMessage(word);
tabs.onmessage = (event: MessageEvent<Word>) => {
  if (event.data === "locked") lockHere();
  else if (event.data === "out") leave(false);
  else void refresh();
};

export function useSession(): Session {
  const now = state.use();
  if (now.phase !== "in") throw new Error("this page needs a session");
  return now.session;
}

export const useMay = (right: Schema<"Right">): boolean => useSession().may?.includes(right) ?? false;

function take(session: Session): void {
  setCsrf(session.csrf);
  setServerNow(session.now);
  if (session.lock.locked) return state.set({ phase: "locked", session });
  draftsBelongTo(session.account.login ?? "");
  state.set({ phase: "in", session });
}

function leave(ended: boolean): void {
  queries.clear();
  state.set({ phase: "out", ended });
}

// Everything that was read leaves the memory; what was typed stays with the drafts.
function lockHere(): void {
  const now = state.get();
  if (now.phase !== "in") return;
  queries.clear();
  state.set({ phase: "locked", session: { ...now.session, lock: { ...now.session.lock, locked: true } } });
}

export async function refresh(): Promise<void> {
  try {
    take(await call("get", "/api/session"));
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const { phase } = state.get();
    if (error.code === "no-session") leave(phase === "in" || phase === "locked");
    else if (error.code === NO_ANSWER && phase === "loading") state.set({ phase: "unreachable" });
  }
}

export async function logIn(login: string, password: string, code: string): Promise<void> {
  take(await call("post", "/api/session", { body: { login, password, code } }));
  tellTabs("in");
}

export async function logOut(): Promise<void> {
  forgetDrafts();
  await call("delete", "/api/session").catch(() => undefined);
  leave(false);
  tellTabs("out");
}

export async function lock(): Promise<void> {
  lockHere();
  tellTabs("locked");
  await call("post", "/api/session/lock").catch(() => undefined);
}

export async function unlock(by: Schema<"UnlockWay">, value: string): Promise<void> {
  take(await call("post", "/api/session/unlock", { body: { by, value } }));
  tellTabs("in");
}

export async function hideNames(hidden: boolean): Promise<void> {
  const now = state.get();
  if (now.phase !== "in" || !now.session.names) return;
  // Hiding is done before the server knows; showing waits for its line in the log.
  const show = () => state.set({ phase: "in", session: { ...now.session, names: { ...now.session.names!, hidden } } });
  if (hidden) show();
  await call("post", "/api/session/names", { body: { hidden } });
  if (!hidden) show();
  tellTabs("names");
}

listenToAnswers({
  noSession: () => {
    const { phase } = state.get();
    if (phase === "in" || phase === "locked") leave(true);
  },
  locked: lockHere,
  lost: () => connection.set("lost"),
  reached: () => connection.get() === "lost" && connection.set("good"),
});
