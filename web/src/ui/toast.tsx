import { IconX } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { makeStore } from "../app/store";
import { Button } from "./button";
import { classes } from "./classes";
import { Icon } from "./icon";
import styles from "./toast.module.css";

interface Toast {
  text: string;
  undo?: () => Promise<void>;
  // Undoing did not work: what to do.
  failed?: boolean;
}

const SHOWN_MS = 20_000;
const shown = makeStore<Toast | undefined>(undefined);

// Only of what one did oneself and can undo. The next one takes its place.
export const toast = (text: string, undo: () => Promise<void>): void => shown.set({ text, undo });
export const dropToast = (): void => shown.set(undefined);

interface Props {
  errorText: (error: unknown) => string;
}

// It stays while the pointer or the focus is on it.
export function Toasts({ errorText }: Props) {
  const { t } = useTranslation();
  const one = shown.use();
  const [held, hold] = useState(false);
  useEffect(() => {
    if (!one || held || one.failed) return undefined;
    const timer = setTimeout(dropToast, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [one, held]);
  useEffect(() => dropToast, []);

  async function undo(): Promise<void> {
    dropToast();
    hold(false);
    try {
      await one?.undo?.();
    } catch (error) {
      shown.set({ text: errorText(error), failed: true });
    }
  }
  return (
    <div className={styles.place} role="status">
      {one && (
        <div
          className={classes(styles.toast, one.failed && styles.failed)}
          onPointerEnter={() => hold(true)}
          onPointerLeave={() => hold(false)}
          onFocus={() => hold(true)}
          onBlur={() => hold(false)}
        >
          <span>{one.text}</span>
          {one.undo && (
            <Button kind="link" onClick={() => void undo()}>
              {t("undo")}
            </Button>
          )}
          <button type="button" className={styles.close} onClick={dropToast} aria-label={t("close")}>
            <Icon of={IconX} size={16} />
          </button>
        </div>
      )}
    </div>
  );
}
