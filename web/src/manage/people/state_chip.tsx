import { IconCheck, IconClock, IconDoorExit, IconLock } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Schema } from "../../app/api";
import { nowInAmsterdam } from "../../app/dates";
import { Chip } from "../../ui/chip";
import { standing } from "./standing";

const LOOKS = {
  active: { hue: "groen", icon: IconCheck },
  invited: { hue: "amber", icon: IconClock },
  uninvited: { hue: "grey", icon: IconClock },
  expired: { hue: "rood", icon: IconClock },
  left: { hue: "grey", icon: IconDoorExit },
  disabled: { hue: "grey", icon: IconLock },
} as const;

export function StateChip({ person }: { person: Schema<"Colleague"> }) {
  const { t } = useTranslation();
  const now = standing(person, nowInAmsterdam().date);
  const { hue, icon } = LOOKS[now];
  return (
    <Chip hue={hue} icon={icon}>
      {t(`manage.people.standing.${now}`)}
    </Chip>
  );
}
