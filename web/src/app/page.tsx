import type { ReactNode } from "react";
import { useEffect } from "react";
import styles from "./page.module.css";

interface Props {
  title: string;
  under?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

// The title of the window names the place, never a person: browsers keep titles.
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Zorgkluis`;
  }, [title]);
}

// Who came by a button that is gone now starts at the head of the page, and not at that of the window.
export function useArrival(): void {
  useEffect(() => {
    if (document.activeElement !== document.body) return;
    window.scrollTo(0, 0);
    document.getElementById("inhoud")?.focus({ preventScroll: true });
  }, []);
}

export function PageFrame({ title, under, actions, children }: Props) {
  useTitle(title);
  useArrival();
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <div>
          <h1>{title}</h1>
          {under && <p className={styles.under}>{under}</p>}
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
      {children}
    </div>
  );
}

// The work, and beside it what goes below on a smaller screen.
export function Columns({ side, children }: { side: ReactNode; children: ReactNode }) {
  return (
    <div className={styles.columns}>
      <div className={styles.stack}>{children}</div>
      <div className={styles.stack}>{side}</div>
    </div>
  );
}
