import { useId } from "react";
import styles from "./choice.module.css";
import { classes } from "./classes";

interface Props<T extends string> {
  legend: string;
  options: { value: T; label: string }[];
  value: T | undefined;
  onChange: (value: T) => void;
  side?: boolean;
}

// One of a few, as buttons that are radios: arrows walk them.
export function Choice<T extends string>({ legend, options, value, onChange, side = false }: Props<T>) {
  const name = useId();
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{legend}</legend>
      <div className={classes(styles.options, side && styles.side)}>
        {options.map((option) => (
          <label key={option.value} className={styles.option}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
