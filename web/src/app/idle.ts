import { useEffect } from "react";
import { call } from "./api";
import { connection, hideNames, lock, refresh, type Session } from "./session";

const LOOK_EVERY_MS = 1000;
const KEEP_ALIVE_MS = 60_000;
const KNOCK_EVERY_MS = 5000;
const SIGNS = ["pointerdown", "pointermove", "keydown", "wheel", "touchstart"] as const;

// Locks and hides names when nobody does anything, also when the computer slept meanwhile. Who types without asking
// the server anything, is at work too: once a minute the server hears so.
export function useIdle(session: Session): void {
  const { after_seconds } = session.lock;
  const hideAfter = session.names?.hide_after_seconds ?? 0;
  const hidden = session.names?.hidden ?? false;
  const endsAt = Date.parse(session.ends_at);
  useEffect(() => {
    let last = Date.now();
    let told = Date.now();
    let ended = false;
    const seen = () => {
      const idle = (Date.now() - last) / 1000;
      if (idle < after_seconds) last = Date.now();
    };
    const look = () => {
      const idle = (Date.now() - last) / 1000;
      if (idle >= after_seconds) void lock();
      else if (hideAfter > 0 && !hidden && idle >= hideAfter) void hideNames(true).catch(() => undefined);
      if (last > told + KEEP_ALIVE_MS && connection.get() === "good") {
        told = Date.now();
        void call("post", "/api/session/active").catch(() => undefined);
      }
      if (!ended && Date.now() > endsAt) {
        ended = true;
        void refresh();
      }
    };
    const timer = setInterval(look, LOOK_EVERY_MS);
    SIGNS.forEach((sign) => window.addEventListener(sign, seen, { passive: true, capture: true }));
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(timer);
      SIGNS.forEach((sign) => window.removeEventListener(sign, seen, { capture: true }));
      document.removeEventListener("visibilitychange", look);
    };
  }, [after_seconds, hideAfter, hidden, endsAt]);
}

// While the connection is lost, knocks until the server answers.
export function useKnock(): void {
  const lost = connection.use() === "lost";
  useEffect(() => {
    if (!lost) return undefined;
    const timer = setInterval(() => void call("get", "/api/health").catch(() => undefined), KNOCK_EVERY_MS);
    return () => clearInterval(timer);
  }, [lost]);
}
