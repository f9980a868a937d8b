import { IconChevronLeft, IconChevronRight, IconPlus, IconSearch } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useMay } from "../app/session";
import { Button } from "../ui/button";
import { usePhone } from "../ui/width";
import { Icon } from "../ui/icon";
import { type ViewKey, VIEWS } from "./address";
import styles from "./toolbar.module.css";
import { PHONE_VIEWS } from "./view_state";

interface Props {
  view: ViewKey;
  title: string;
  under: string;
  onView: (view: ViewKey) => void;
  onTurn: (pages: number) => void;
  onToday: () => void;
  onFree: () => void;
  onNew: () => void;
}

export function Toolbar({ view, title, under, ...does }: Props) {
  const { t } = useTranslation();
  const plans = useMay("appointment.plan");
  const phone = usePhone();
  const views = phone ? PHONE_VIEWS : VIEWS;
  const long = view === "week";
  return (
    <div className={styles.bar}>
      <div className={styles.title}>
        <h1>{title}</h1>
        <span className={styles.under}>{under}</span>
      </div>
      <div className={styles.turn}>
        <Button aria-label={t(long ? "agenda.weekBack" : "agenda.dayBack")} onClick={() => does.onTurn(-1)}>
          <Icon of={IconChevronLeft} />
        </Button>
        <Button onClick={does.onToday}>{t("agenda.today")}</Button>
        <Button aria-label={t(long ? "agenda.weekOn" : "agenda.dayOn")} onClick={() => does.onTurn(1)}>
          <Icon of={IconChevronRight} />
        </Button>
      </div>
      <div className={styles.right}>
        <div className={styles.views} role="group" aria-label={t("agenda.view.label")}>
          {views.map((one) => (
            <button key={one} type="button" aria-pressed={one === view} onClick={() => does.onView(one)}>
              {t(`agenda.view.${one}`)}
            </button>
          ))}
        </div>
        {plans && (
          <Button icon={IconSearch} onClick={does.onFree}>
            {t("agenda.findFree")}
          </Button>
        )}
        {plans && (
          <Button kind="primary" icon={IconPlus} onClick={does.onNew}>
            {t("agenda.make")}
          </Button>
        )}
      </div>
    </div>
  );
}
