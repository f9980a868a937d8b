import { lazy, type ReactNode, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { dayName } from "../app/dates";
import { language } from "../app/i18n";
import { SidePanel } from "../ui/side_panel";
import { Beside } from "./beside";
import type { Agenda } from "./columns";
import { AppointmentDetail } from "./detail";
import type { Asked } from "./new_dialog";
import type { Overlay } from "./overlay";
import { useHoursOf } from "./practitioner_list";
import { WaitingDetail } from "./waiting_detail";
import type { Waiting } from "./waiting_list";

const FreePanel = lazy(() => import("./free_panel"));
const HoursDialog = lazy(() => import("./hours_dialog"));
const MoveDialog = lazy(() => import("./move_dialog"));
const WaitingDialog = lazy(() => import("./waiting_dialog"));

interface Props {
  overlay: Overlay;
  agenda: Agenda;
  today: string;
  firstDay: string;
  side: ReactNode;
  onOpen: (overlay: Overlay) => void;
  onMake: (asked: Asked) => void;
  onClose: () => void;
}

export function Overlays(props: Props) {
  return (
    <Suspense>
      <Laid {...props} />
    </Suspense>
  );
}

function Laid({ overlay, agenda, today, firstDay, side, onOpen, onMake, onClose }: Props) {
  const { t } = useTranslation();
  const settable = useHoursOf(agenda.practitioners);
  const { practitioners } = agenda;
  switch (overlay.kind) {
    case "appointment": {
      const one = agenda.appointments.find(({ id }) => id === overlay.id);
      if (!one) return null;
      return (
        <Beside id={one.id} title={t("agenda.appointment")} above={dayName(one.date, language())} onClose={onClose}>
          <AppointmentDetail
            appointment={one}
            practitioners={practitioners}
            today={today}
            onMove={() => onOpen({ kind: "move", appointment: one })}
            onDone={() => {
              onClose();
              focusBlock(one.id);
            }}
          />
        </Beside>
      );
    }
    case "waiting": {
      const one = agenda.waiting.find(({ id }) => id === overlay.id);
      if (!one) return null;
      const { minutes, practitioner } = one;
      return (
        <Beside id={one.id} title={t("agenda.waiting.title")} above="" onClose={onClose}>
          <WaitingDetail
            waiting={one}
            practitioners={practitioners}
            onFind={() =>
              onOpen({
                kind: "free",
                search: { from: firstDay, minutes, ...(practitioner ? { practitioner } : {}) },
                waiting: one,
              })
            }
            onClose={onClose}
          />
        </Beside>
      );
    }
    case "move": {
      const { kind: _, ...rest } = overlay;
      const close = () => {
        onClose();
        focusBlock(overlay.appointment.id);
      };
      return <MoveDialog {...rest} onClose={close} />;
    }
    case "free":
      return (
        <FreePanel
          first={overlay.search}
          practitioners={practitioners}
          onTake={(slot, minutes) => onMake({ ...slot, minutes, ...patientOf(overlay.waiting) })}
          onClose={onClose}
        />
      );
    case "addWaiting":
      return <WaitingDialog practitioners={practitioners} onClose={onClose} />;
    case "hours":
      return <HoursDialog practitioners={settable} onClose={onClose} />;
    case "side":
      return (
        <SidePanel title={t("agenda.more")} onClose={onClose}>
          {side}
        </SidePanel>
      );
  }
}

function patientOf(waiting: Waiting | undefined): Pick<Asked, "patient" | "waiting"> {
  if (!waiting) return {};
  const { patient, name, alias } = waiting;
  return { patient: { id: patient, name, alias }, waiting: waiting.id };
}

// Where the keyboard was: at the appointment, or where it was when it is gone from here.
function focusBlock(id: string): void {
  setTimeout(() => {
    const block = document.querySelector<HTMLElement>(`[data-id="${id}"]`);
    (block ?? document.querySelector<HTMLElement>("[data-here]"))?.focus();
  }, 150);
}
