import { IconAlertTriangle, IconCircleCheck } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useNamesHidden } from "../app/names";
import { Chip } from "../ui/chip";
import type { Place } from "./actions";
import type { Agenda } from "./columns";
import { closedAt, overlapAt, spanOf } from "./hours";
import { shownName } from "./slot_text";

// How a time fits, as a sentence; the server has the last word.
export function useFit(agenda: Agenda | undefined, place: Place | undefined, exceptId?: string) {
  const { t } = useTranslation();
  const hidden = useNamesHidden();
  if (!place || !agenda || place.date < agenda.from || place.date > agenda.to) return undefined;
  const other = overlapAt(agenda.appointments, { ...place, id: exceptId });
  if (other)
    return { fits: false, text: t("agenda.fit.overlaps", { time: other.time, name: shownName(other, hidden) }) };
  const why = closedAt(agenda, place.practitioner, place.date, spanOf(place));
  return why ? { fits: false, text: t(`agenda.fit.${why}`) } : { fits: true, text: t("agenda.fit.free") };
}

export function Fit({ fit }: { fit: ReturnType<typeof useFit> }) {
  if (!fit) return null;
  return (
    <Chip hue={fit.fits ? "groen" : "amber"} icon={fit.fits ? IconCircleCheck : IconAlertTriangle}>
      {fit.text}
    </Chip>
  );
}
