import type { Ref } from "react";
import { useId } from "react";
import { classes } from "./classes";
import styles from "./code_field.module.css";
import field from "./field.module.css";

const DIGITS = 6;

interface Props {
  label: string;
  value: string;
  onChange: (value: string) => void;
  onFull?: (value: string) => void;
  error?: string | undefined;
  ref?: Ref<HTMLInputElement>;
}

// Six boxes drawn over one real field: pasting, autofill and screen readers meet an ordinary field.
export function CodeField({ label, value, onChange, onFull, error, ref }: Props) {
  const id = useId();
  const here = Math.min(value.length, DIGITS - 1);
  function take(text: string): void {
    const digits = text.replace(/\D/g, "").slice(0, DIGITS);
    onChange(digits);
    if (digits.length === DIGITS && digits !== value) onFull?.(digits);
  }
  return (
    <div className={field.field}>
      <label htmlFor={id} className={field.label}>
        {label}
      </label>
      <div className={classes(styles.frame, error !== undefined && styles.wrong)}>
        {Array.from({ length: DIGITS }, (_, at) => (
          <span key={at} aria-hidden="true" className={classes(styles.box, at === here && styles.here)}>
            {value[at]}
          </span>
        ))}
        <input
          ref={ref}
          id={id}
          className={styles.input}
          value={value}
          onChange={(event) => take(event.target.value)}
          inputMode="numeric"
          autoComplete="one-time-code"
          aria-invalid={error !== undefined}
          aria-describedby={error ? `${id}-error` : undefined}
        />
      </div>
      {error && (
        <p id={`${id}-error`} className={field.error} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
