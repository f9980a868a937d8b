import { IconAlertTriangle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Schema } from "../../app/api";
import { daysBetween, nowInAmsterdam } from "../../app/dates";
import { Chip } from "../../ui/chip";

const SOON_DAYS = 30;

// How old a password is beside the practice's term.
export function PasswordAge({ person }: { person: Schema<"Colleague"> }) {
  const { t } = useTranslation();
  const { date } = nowInAmsterdam();
  if (!person.password_set_on || !person.password_ends_on) return null;
  const age = daysBetween(person.password_set_on, date);
  const left = daysBetween(date, person.password_ends_on);
  if (left < 0)
    return (
      <Chip hue="rood" icon={IconAlertTriangle}>
        {t("manage.people.passwordOver", { count: -left })}
      </Chip>
    );
  if (left <= SOON_DAYS)
    return (
      <Chip hue="amber" icon={IconAlertTriangle}>
        {t("manage.people.passwordLeft", { count: left })}
      </Chip>
    );
  return <>{t("manage.people.passwordAge", { count: age })}</>;
}
