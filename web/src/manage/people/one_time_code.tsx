import { IconPrinter } from "@tabler/icons-react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Schema } from "../../app/api";
import { dayName } from "../../app/dates";
import { language } from "../../app/i18n";
import { useSession } from "../../app/session";
import { Button } from "../../ui/button";
import { Card } from "../../ui/card";
import styles from "../manage.module.css";

// Shown once, to hand over by hand: the server keeps only what can check it. Printed by itself.
export function OneTimeCode({ code, onDone }: { code: Schema<"OneTimeCode">; onDone: () => void }) {
  const { t } = useTranslation();
  const { practice } = useSession();
  const head = useRef<HTMLDivElement>(null);
  useEffect(() => head.current?.focus(), []);
  return (
    <div ref={head} tabIndex={-1} className={styles.printed}>
      <Card title={t("manage.people.code.title", { name: code.name })} aside={practice.name}>
        <div className={styles.form}>
          <p>{t("manage.people.code.once")}</p>
          <p className={styles.code}>{code.code}</p>
          <ol className={styles.steps}>
            <li>
              {t("manage.people.code.goTo")} <b className={styles.mono}>{`${window.location.origin}/activeren`}</b>
            </li>
            <li>
              {t("manage.people.code.fillIn")} <b>{code.login}</b>
            </li>
            <li>{t("manage.people.code.choose")}</li>
          </ol>
          <p>{t("manage.people.code.until", { day: dayName(code.valid_until, language()) })}</p>
          <p className={styles.small}>{t("manage.people.code.byHand")}</p>
          <div className={styles.buttons}>
            <Button kind="primary" icon={IconPrinter} onClick={() => window.print()}>
              {t("print")}
            </Button>
            <Button onClick={onDone}>{t("manage.people.code.done")}</Button>
          </div>
        </div>
      </Card>
    </div>
  );
}
