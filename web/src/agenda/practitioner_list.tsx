import { IconClockCog } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useSession } from "../app/session";
import { Button } from "../ui/button";
import { usePhone } from "../ui/width";
import { ownFirst, type Practitioner } from "./columns";
import { PractitionerMark } from "./practitioner_mark";
import styles from "./side.module.css";
import { toggleShown, useUnshown } from "./view_state";

interface Props {
  practitioners: Practitioner[];
  onHours: () => void;
}

// Whose hours one may set: the praktijkhouder everybody's, who treats his own.
export function useHoursOf(practitioners: Practitioner[]): Practitioner[] {
  const { role } = useSession().account;
  if (role === "praktijkhouder") return practitioners;
  return role === "behandelaar" ? practitioners.filter((one) => one.own) : [];
}

export function PractitionerList({ practitioners, onHours }: Props) {
  const { t } = useTranslation();
  const unshown = useUnshown();
  const settable = useHoursOf(practitioners);
  // A phone shows one column, chosen above it.
  const phone = usePhone();
  if (phone && settable.length === 0) return null;
  return (
    <fieldset className={styles.part}>
      <legend className={styles.heading}>{t("agenda.practitioners")}</legend>
      {!phone &&
        ownFirst(practitioners).map((one) => (
          <label key={one.code} className={styles.check}>
            <input type="checkbox" checked={!unshown.has(one.code)} onChange={() => toggleShown(one.code)} />
            <PractitionerMark practitioners={practitioners} code={one.code} />
            <span>{one.name}</span>
          </label>
        ))}
      {settable.length > 0 && (
        <Button kind="text" small icon={IconClockCog} className={styles.hours} onClick={onHours}>
          {t("agenda.hours.title")}
        </Button>
      )}
    </fieldset>
  );
}
