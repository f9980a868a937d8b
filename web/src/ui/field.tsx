import { IconAlertTriangle } from "@tabler/icons-react";
import type { InputHTMLAttributes, ReactNode, Ref, SelectHTMLAttributes, TextareaHTMLAttributes } from "react";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import styles from "./field.module.css";
import { Icon } from "./icon";

interface Frame {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  optional?: boolean;
}
interface Wires {
  id: string;
  className: string | undefined;
  "aria-invalid": boolean;
  "aria-describedby": string | undefined;
}

// Label above, hint below, and an error in place of the hint.
function FieldFrame({ label, hint, error, optional, children }: Frame & { children: (wires: Wires) => ReactNode }) {
  const { t } = useTranslation();
  const id = useId();
  const below = `${id}-below`;
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label} {optional && <span className={styles.optional}>{t("field.optional")}</span>}
      </label>
      {children({
        id,
        className: styles.input,
        "aria-invalid": Boolean(error),
        "aria-describedby": (error ?? hint) ? below : undefined,
      })}
      {error ? (
        <p id={below} className={styles.error} role="alert">
          <Icon of={IconAlertTriangle} size={16} /> <span>{error}</span>
        </p>
      ) : (
        hint && (
          <p id={below} className={styles.hint}>
            {hint}
          </p>
        )
      )}
    </div>
  );
}

type InputProps = Frame & InputHTMLAttributes<HTMLInputElement> & { ref?: Ref<HTMLInputElement> };
export function Field({ label, hint, error, optional, ...rest }: InputProps) {
  return (
    <FieldFrame label={label} hint={hint} error={error} optional={optional ?? false}>
      {(wires) => <input autoComplete="off" {...rest} {...wires} />}
    </FieldFrame>
  );
}

type AreaProps = Frame & TextareaHTMLAttributes<HTMLTextAreaElement>;
export function TextArea({ label, hint, error, optional, ...rest }: AreaProps) {
  return (
    <FieldFrame label={label} hint={hint} error={error} optional={optional ?? false}>
      {(wires) => <textarea rows={3} {...rest} {...wires} />}
    </FieldFrame>
  );
}

type SelectProps = Frame & SelectHTMLAttributes<HTMLSelectElement>;
export function Select({ label, hint, error, optional, children, ...rest }: SelectProps) {
  return (
    <FieldFrame label={label} hint={hint} error={error} optional={optional ?? false}>
      {(wires) => (
        <select {...rest} {...wires}>
          {children}
        </select>
      )}
    </FieldFrame>
  );
}
