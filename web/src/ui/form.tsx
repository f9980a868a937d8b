import type { KeyboardEvent, ReactNode } from "react";
import { useEffect, useRef } from "react";
import styles from "./form.module.css";

interface Props {
  label: string;
  onSave: () => void;
  // Changes when something was found wrong: the first wrong field gets the focus.
  wrong?: unknown;
  children: ReactNode;
}

// Ctrl S and Ctrl Enter save, from any field of it.
export function Form({ label, onSave, wrong, children }: Props) {
  const form = useRef<HTMLFormElement>(null);
  function press(event: KeyboardEvent): void {
    const saves = event.key === "Enter" || event.key.toLowerCase() === "s";
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || !saves) return;
    event.preventDefault();
    if (!event.repeat) onSave();
  }
  useEffect(() => {
    if (wrong) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [wrong]);
  return (
    <form
      ref={form}
      className={styles.form}
      aria-label={label}
      noValidate
      onKeyDown={press}
      onSubmit={(event) => {
        event.preventDefault();
        onSave();
      }}
    >
      {children}
    </form>
  );
}

// Fields that are one thing stand beside each other where there is room.
export function FieldRow({ children }: { children: ReactNode }) {
  return <div className={styles.row}>{children}</div>;
}

// Fields of one of several lines, named for who listens.
export function FormLine({ name, children }: { name: string; children: ReactNode }) {
  return (
    <fieldset className={styles.line}>
      <legend className="hidden-but-read">{name}</legend>
      {children}
    </fieldset>
  );
}

export function FormStack({ children }: { children: ReactNode }) {
  return <div className={styles.stack}>{children}</div>;
}

export function FormButtons({ children }: { children: ReactNode }) {
  return <div className={styles.buttons}>{children}</div>;
}
