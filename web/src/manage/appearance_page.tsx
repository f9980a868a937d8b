import { useTranslation } from "react-i18next";
import { Link } from "../app/route";
import { buttonClass } from "../ui/button";
import { Card } from "../ui/card";
import { Kbd } from "../ui/kbd";
import list from "../ui/list.module.css";
import styles from "./manage.module.css";

const KEYS: [keys: string[], text: string][] = [
  [["F1"], "keys.F1"],
  [["F2", "Ctrl K"], "keys.CtrlKF2"],
  [["F8"], "keys.F8"],
  [["F9"], "keys.F9"],
];

// Looks and language are each person's own, on each device: they stand with his own settings.
export default function AppearancePage() {
  const { t } = useTranslation();
  return (
    <div className={styles.columns}>
      <Card title={t("manage.looks.title")}>
        <div className={styles.form}>
          <p>{t("manage.looks.text")}</p>
          <div className={styles.buttons}>
            <Link href="/mijn" className={buttonClass()}>
              {t("manage.looks.mine")}
            </Link>
          </div>
        </div>
      </Card>
      <Card title={t("manage.looks.keys")} flush>
        <table className={list.table} aria-label={t("manage.looks.keys")}>
          <thead>
            <tr>
              <th scope="col">{t("manage.looks.key")}</th>
              <th scope="col">{t("manage.looks.does")}</th>
            </tr>
          </thead>
          <tbody>
            {KEYS.map(([keys, text]) => (
              <tr key={text}>
                <td>
                  <span className={styles.buttons}>
                    {keys.map((key) => (
                      <Kbd key={key}>{key}</Kbd>
                    ))}
                  </span>
                </td>
                <td>{t(text)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className={styles.none}>{t("manage.looks.fixed")}</p>
      </Card>
    </div>
  );
}
