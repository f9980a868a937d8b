import { IconPlus } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Schema } from "../app/api";
import { walkRows } from "../app/keyboard";
import { useNamesHidden } from "../app/names";
import { useMay } from "../app/session";
import { Icon } from "../ui/icon";
import { nameOf, type Practitioner } from "./columns";
import styles from "./side.module.css";
import { shownName } from "./slot_text";

export type Waiting = Schema<"Waiting">;

interface Props {
  waiting: Waiting[];
  practitioners: Practitioner[];
  onOpen: (one: Waiting) => void;
  onAdd: () => void;
}

export function WaitingList({ waiting, practitioners, onOpen, onAdd }: Props) {
  const { t } = useTranslation();
  const hidden = useNamesHidden();
  const plans = useMay("appointment.plan");
  return (
    <section className={styles.part} aria-labelledby="wachtlijst">
      <div className={styles.headingRow}>
        <h2 id="wachtlijst" className={styles.heading}>
          {t("agenda.waiting.title")} <span>{waiting.length}</span>
        </h2>
        {plans && (
          <button type="button" className={styles.add} onClick={onAdd} aria-label={t("agenda.waiting.add")}>
            <Icon of={IconPlus} />
          </button>
        )}
      </div>
      {waiting.length === 0 && <p className={styles.none}>{t("agenda.waiting.none")}</p>}
      <ul onKeyDown={walkRows}>
        {waiting.map((one) => (
          <li key={one.id}>
            <button type="button" className={styles.waiting} data-row data-id={one.id} onClick={() => onOpen(one)}>
              <b>{shownName(one, hidden)}</b>
              <small>
                {[
                  t("appointment.minutes", { count: one.minutes }),
                  one.wish,
                  one.practitioner && nameOf(practitioners, one.practitioner),
                ]
                  .filter(Boolean)
                  .join(", ")}
              </small>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
