import { IconArrowDown, IconArrowLeft, IconArrowRight, IconArrowUp } from "@tabler/icons-react";
import type { KeyboardEvent, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { dayName, minutes } from "../app/dates";
import { language } from "../app/i18n";
import { Button } from "../ui/button";
import { shifted, type Slot } from "./calendar";
import styles from "./form.module.css";
import { untilOf } from "./slot_text";

interface Props {
  slot: Slot;
  minutes: number;
  step: number;
  fit: string | undefined;
  onChange: (slot: Slot) => void;
  onConfirm: () => void;
  children: ReactNode;
}

const arrows = [
  { key: "ArrowUp", icon: IconArrowUp, text: "agenda.move.earlier" },
  { key: "ArrowDown", icon: IconArrowDown, text: "agenda.move.later" },
  { key: "ArrowLeft", icon: IconArrowLeft, text: "agenda.move.dayBack" },
  { key: "ArrowRight", icon: IconArrowRight, text: "agenda.move.dayOn" },
];

// The new time as one thing that arrows move: spoken as a whole with each press, Enter confirms.
export function MovePad({ slot, step, fit, onChange, onConfirm, children, minutes: length }: Props) {
  const { t } = useTranslation();
  const at = `${dayName(slot.date, language())}, ${t("agenda.fromTo", {
    from: slot.time,
    until: untilOf({ time: slot.time, minutes: length }),
  })}`;
  function go(key: string): boolean {
    const next = shifted(slot, key, step, length);
    if (next) onChange(next);
    return Boolean(next);
  }
  function press(event: KeyboardEvent): void {
    if (event.key === "Enter") onConfirm();
    else if (!go(event.key)) return;
    event.preventDefault();
  }
  return (
    <div className={styles.form}>
      <div
        role="spinbutton"
        tabIndex={0}
        data-autofocus
        className={styles.pad}
        aria-label={t("agenda.move.to")}
        aria-valuenow={minutes(slot.time)}
        aria-valuetext={[at, fit].filter(Boolean).join(", ")}
        onKeyDown={press}
      >
        <b>{at}</b>
        {children}
        <span className={styles.hint}>{t("agenda.move.hint")}</span>
      </div>
      <div className={styles.arrows}>
        {arrows.map((arrow) => (
          <Button key={arrow.key} small icon={arrow.icon} onClick={() => go(arrow.key)}>
            {t(arrow.text)}
          </Button>
        ))}
      </div>
    </div>
  );
}
