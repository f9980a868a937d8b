import { IconAlertTriangle } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ApiError } from "../app/api";
import { errorText } from "../app/error_text";
import { Button } from "./button";
import { Icon } from "./icon";
import { EmptyTile } from "./tile";
import styles from "./waiting.module.css";

const QUIET_MS = 300;

// Nothing at first, then still bars in the shape of what comes.
export function Loading({ rows = 5 }: { rows?: number }) {
  const { t } = useTranslation();
  const [shown, show] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => show(true), QUIET_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!shown) return null;
  return (
    <div className={styles.bars} role="status">
      <span className="hidden-but-read">{t("loading")}</span>
      {Array.from({ length: rows }, (_, at) => (
        <div key={at} className={styles.bar} />
      ))}
    </div>
  );
}

export function Empty({ title, text, action }: { title: string; text: string; action?: ReactNode }) {
  return (
    <div className={styles.box}>
      <EmptyTile />
      <h2>{title}</h2>
      <p>{text}</p>
      {action}
    </div>
  );
}

// What happened, what to do, and a code for who administers.
export function Failed({ title, error, again }: { title: string; error: ApiError; again?: () => void }) {
  const { t } = useTranslation();
  return (
    <div className={styles.error} role="alert">
      <Icon of={IconAlertTriangle} size={20} />
      <div>
        <h2>{title}</h2>
        <p>{errorText(error, t)}</p>
        <p className={styles.small}>{t("error.forAdministrator", { code: error.code })}</p>
        {again && (
          <div className={styles.actions}>
            <Button onClick={again}>{t("error.again")}</Button>
          </div>
        )}
      </div>
    </div>
  );
}
