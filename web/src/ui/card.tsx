import type { ReactNode } from "react";
import { useId } from "react";
import styles from "./card.module.css";
import { classes } from "./classes";

interface Props {
  title?: ReactNode;
  aside?: ReactNode;
  foot?: ReactNode;
  flush?: boolean;
  className?: string | undefined;
  children: ReactNode;
}

// A region with a name. Flush: the rows inside bring their own padding.
export function Card({ title, aside, foot, flush = false, className, children }: Props) {
  const id = useId();
  return (
    <section className={classes(styles.card, className)} aria-labelledby={title ? id : undefined}>
      {title && (
        <div className={styles.head}>
          <h2 id={id}>{title}</h2>
          {aside && <div className={styles.aside}>{aside}</div>}
        </div>
      )}
      {flush ? children : <div className={styles.body}>{children}</div>}
      {foot && <div className={styles.foot}>{foot}</div>}
    </section>
  );
}
