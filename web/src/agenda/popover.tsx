import { IconX } from "@tabler/icons-react";
import { type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "../ui/icon";
import styles from "./popover.module.css";

interface Props {
  label: string;
  anchor: () => HTMLElement | null;
  onClose: () => void;
  children: ReactNode;
}

const GAP = 8;

// Beside what was chosen: right of it, else left, and always within the window.
function placeBeside(anchor: DOMRect, box: DOMRect): { left: number; top: number } {
  const right = anchor.right + GAP;
  const left = right + box.width + GAP <= window.innerWidth ? right : Math.max(GAP, anchor.left - GAP - box.width);
  const top = Math.max(GAP, Math.min(anchor.top - GAP, window.innerHeight - box.height - GAP));
  return { left, top };
}

// It is there while the focus is in it, so a name that it shows goes when one looks elsewhere.
export function Popover({ label, anchor, onClose, children }: Props) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const [at, place] = useState<{ left: number; top: number }>();

  useLayoutEffect(() => {
    const settle = () => {
      const from = anchor()?.getBoundingClientRect();
      if (from && box.current) place(placeBeside(from, box.current.getBoundingClientRect()));
    };
    settle();
    window.addEventListener("resize", settle);
    document.addEventListener("scroll", settle, { capture: true, passive: true });
    return () => {
      window.removeEventListener("resize", settle);
      document.removeEventListener("scroll", settle, { capture: true });
    };
  }, [anchor]);
  // What is not placed yet is hidden, and takes no focus.
  const placed = at !== undefined;
  useEffect(() => {
    if (placed) box.current?.querySelector<HTMLElement>("button, a")?.focus({ preventScroll: true });
  }, [placed]);

  function left(): void {
    // After the browser has given the focus to somebody else.
    setTimeout(() => {
      const now = document.activeElement;
      if (box.current && !box.current.contains(now) && now !== anchor()) onClose();
    });
  }
  function close(): void {
    anchor()?.focus();
    onClose();
  }
  function press(event: KeyboardEvent): void {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    close();
  }
  return (
    <div
      ref={box}
      role="dialog"
      aria-label={label}
      className={styles.popover}
      style={at ?? { left: 0, top: 0, visibility: "hidden" }}
      onBlur={left}
      onKeyDown={press}
    >
      {children}
      <button type="button" className={styles.close} onClick={close} aria-label={t("close")}>
        <Icon of={IconX} size={16} />
      </button>
    </div>
  );
}
