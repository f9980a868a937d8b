import { IconClock, IconDoorEnter } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { minutesSince } from "../agenda/calendar";
import { useNow } from "../agenda/use_agenda";
import { serverNow } from "../app/dates";
import { Chip } from "../ui/chip";

const LONG_MINUTES = 15;

// For how long somebody waits; from a quarter of an hour it asks for attention.
export function Waits({ since }: { since: string }) {
  const { t } = useTranslation();
  useNow();
  const count = minutesSince(since, serverNow());
  const long = count >= LONG_MINUTES;
  return (
    <Chip hue={long ? "amber" : "groen"} icon={long ? IconClock : IconDoorEnter}>
      {t("today.waits", { count })}
    </Chip>
  );
}
