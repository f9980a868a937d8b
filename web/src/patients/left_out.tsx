import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Schema } from "../app/api";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import styles from "./patient_page.module.css";

// One sentence names the kinds that are left out; the rule and its source are one button away.
export function LeftOut({ what }: { what: Schema<"LeftOut">[] }) {
  const { t } = useTranslation();
  const [opened, open] = useState(false);
  const words = what.map((one) => t("patient.leftOut.no", { what: one.label }));
  const list = [words.slice(0, -1).join(", "), words.at(-1)].filter(Boolean).join(` ${t("patient.leftOut.and")} `);
  return (
    <span>
      {t("patient.leftOut.sentence", { list })}{" "}
      <Button kind="link" onClick={() => open(true)}>
        {t("patient.leftOut.why")}
      </Button>
      <Dialog title={t("patient.leftOut.title")} opened={opened} onClose={() => open(false)}>
        <p>{t("patient.leftOut.lead")}</p>
        <dl className={styles.why}>
          {what.map((one) => (
            <div key={one.category}>
              <dt>{one.label}</dt>
              <dd>
                {one.why} ({one.source})
              </dd>
            </div>
          ))}
        </dl>
      </Dialog>
    </span>
  );
}
