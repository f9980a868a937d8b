import type { Icon as Tabler } from "@tabler/icons-react";
import type { ButtonHTMLAttributes, Ref } from "react";
import styles from "./button.module.css";
import { classes } from "./classes";
import { Icon } from "./icon";

export type ButtonKind = "primary" | "outline" | "text" | "link" | "danger" | "glass" | "glassFill" | "prive";

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  kind?: ButtonKind;
  small?: boolean;
  icon?: Tabler;
  ref?: Ref<HTMLButtonElement>;
}

export function buttonClass(kind: ButtonKind = "outline", small = false): string {
  return classes(styles.button, styles[kind], small && styles.small);
}

export function Button({ kind = "outline", small = false, icon, className, children, ...rest }: Props) {
  return (
    <button type="button" className={classes(buttonClass(kind, small), className)} {...rest}>
      {icon && <Icon of={icon} size={small ? 16 : 18} />}
      {children}
    </button>
  );
}
