import { IconCalendarX, IconDoorEnter, IconUserX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Chip } from "../ui/chip";
import type { Status } from "./status";
import "./texts";

// What asks for attention is a chip; the ordinary is a word.
export function StatusChip({ status }: { status: Status }) {
  const { t } = useTranslation();
  const word = t(`appointment.status.${status}`);
  if (status === "arrived")
    return (
      <Chip hue="groen" icon={IconDoorEnter}>
        {word}
      </Chip>
    );
  if (status === "no_show")
    return (
      <Chip hue="amber" icon={IconUserX}>
        {word}
      </Chip>
    );
  if (status === "cancelled")
    return (
      <Chip hue="grey" icon={IconCalendarX}>
        {word}
      </Chip>
    );
  return <>{word}</>;
}
