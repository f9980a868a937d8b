import { IconCalendarMonth, IconEyeOff, IconSearch } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { type KeyboardEvent, useRef, useState } from "react";
import { Trans, useTranslation } from "react-i18next";
import { ApiError } from "../app/api";
import { useNamesHidden } from "../app/names";
import { useTitle } from "../app/page";
import { navigate } from "../app/route";
import { hideNames, useMay } from "../app/session";
import { Button } from "../ui/button";
import { Card } from "../ui/card";
import { Select } from "../ui/field";
import { Kbd } from "../ui/kbd";
import { Notice } from "../ui/notice";
import { Empty, Failed, Loading } from "../ui/waiting";
import { usePhone, useWide } from "../ui/width";
import { move } from "./actions";
import { addressOf, dateIn, isView, rangeOf, turned, type ViewKey } from "./address";
import styles from "./agenda_page.module.css";
import { type Appointment, nameOf, ownFirst, type Practitioner, usual } from "./columns";
import { Grid, type NewPlace, type GridProps } from "./grid";
import { ListView } from "./list_view";
import type { Asked } from "./new_dialog";
import type { Overlay } from "./overlay";
import { Overlays } from "./overlays";
import { Side } from "./side";
import { titleOf } from "./titles";
import { Toolbar } from "./toolbar";
import { useAgenda, useNow } from "./use_agenda";
import { useNewAppointment } from "./use_new_appointment";
import { chooseSingle, PHONE_VIEWS, useSingle, useUnshown } from "./view_state";
import "./texts";

interface Props {
  view: string | undefined;
  date: string | undefined;
}

const USUAL_MINUTES = 30;

function useView(asked: string | undefined): ViewKey {
  const phone = usePhone();
  const wide = useWide();
  if (phone) return isView(asked) && PHONE_VIEWS.includes(asked) ? asked : "dag";
  return isView(asked) ? asked : wide ? "week" : "dag";
}

// Whose columns are shown: on a phone one, else all but those that were unchecked.
function useShown(practitioners: Practitioner[]): Practitioner[] {
  const phone = usePhone();
  const unshown = useUnshown();
  const single = useSingle();
  const all = ownFirst(practitioners);
  if (phone) return all.filter((one) => one.code === (single ?? all[0]?.code));
  return all.filter((one) => !unshown.has(one.code));
}

export default function AgendaPage({ view: askedView, date: askedDate }: Props) {
  const { t } = useTranslation();
  const now = useNow();
  const wide = useWide();
  const phone = usePhone();
  const plans = useMay("appointment.plan");
  const view = useView(askedView);
  const date = dateIn(askedDate) ?? now.date;
  const { from, to } = rangeOf(view, date);
  const read = useAgenda(from, to);
  // While other days come, what is there has none of their appointments.
  const agenda = read.data && { ...read.data, from, to };
  const shown = useShown(agenda?.practitioners ?? []);
  const [overlay, lay] = useState<Overlay>();
  const opener = useRef<Element | null>(null);
  const making = useNewAppointment("agenda");
  const dropping = useMutation({
    mutationFn: ({ one, place }: { one: Appointment; place: NewPlace }) => move(one, { ...one, ...place }),
    onError: (error, { one, place }) =>
      error instanceof ApiError && lay({ kind: "move", appointment: one, to: { ...one, ...place }, refused: error }),
  });
  const title = titleOf(view, date, t);
  useTitle(t("place.agenda"));

  function open(next: Overlay): void {
    opener.current = document.activeElement;
    lay(next);
  }
  function close(): void {
    lay(undefined);
    const back = opener.current;
    opener.current = null;
    // After a drawer or a dialog has given the focus back where it thinks it belongs.
    setTimeout(() => {
      if (document.activeElement === document.body && back instanceof HTMLElement && back.isConnected) back.focus();
    });
  }
  const go = (nextView: ViewKey, nextDate: string) => navigate(addressOf(nextView, nextDate), "replace");
  function turn(pages: number): void {
    lay(undefined);
    go(view, turned(view, date, pages));
  }
  const make = (asked: Asked) => {
    lay(undefined);
    making.open(asked);
  };
  const firstDay = date < now.date ? now.date : date;
  const findFree = (): void =>
    open({
      kind: "free",
      search: {
        from: firstDay,
        minutes: usual(agenda?.appointments.map((one) => one.minutes) ?? []) ?? USUAL_MINUTES,
        ...(phone && shown[0] ? { practitioner: shown[0].code } : {}),
      },
    });
  // Beside the agenda the panel is no dialog, so Esc is ours.
  function press(event: KeyboardEvent): void {
    if (event.key !== "Escape" || event.defaultPrevented || overlay?.kind !== "free" || !wide) return;
    const back = opener.current;
    close();
    if (back instanceof HTMLElement) back.focus();
  }
  const side = agenda && (
    <Side
      agenda={agenda}
      date={date}
      today={now.date}
      wholeWeek={view === "week"}
      onDate={(day) => {
        if (overlay?.kind === "side") lay(undefined);
        go(view, day);
      }}
      onWaiting={(one) => open({ kind: "waiting", id: one.id })}
      onAddWaiting={() => open({ kind: "addWaiting" })}
      onHours={() => open({ kind: "hours" })}
    />
  );
  return (
    <div className={styles.split} onKeyDown={press}>
      {wide && <div className={styles.side}>{side}</div>}
      <div className={styles.work}>
        <Toolbar
          view={view}
          title={title.main}
          under={title.under}
          onView={(next) => go(next, date)}
          onTurn={turn}
          onToday={() => go(view, now.date)}
          onFree={findFree}
          onNew={() => make(date > now.date ? { date } : {})}
        />
        <HiddenLine />
        {!wide && (
          <div className={styles.choosers}>
            {phone && agenda && <ChoosePractitioner practitioners={agenda.practitioners} shown={shown[0]} />}
            {phone && plans && (
              <Button icon={IconSearch} onClick={findFree}>
                {t("agenda.findFreeShort")}
              </Button>
            )}
            <Button icon={IconCalendarMonth} onClick={() => open({ kind: "side" })}>
              {t(phone ? "agenda.moreShort" : "agenda.more")}
            </Button>
          </div>
        )}
        {agenda ? (
          <View
            agenda={agenda}
            view={view}
            date={date}
            shown={shown}
            now={now}
            chosen={overlay?.kind === "appointment" ? overlay.id : undefined}
            busy={read.isPlaceholderData || dropping.isPending}
            onOpen={(one) => open({ kind: "appointment", id: one.id })}
            onNew={plans ? make : undefined}
            onDrop={plans ? (one, place) => dropping.mutate({ one, place }) : undefined}
            onTurn={turn}
          />
        ) : (
          <Card flush>
            {read.error ? (
              <Failed title={t("agenda.failed")} error={read.error} again={() => void read.refetch()} />
            ) : (
              <Loading rows={10} />
            )}
          </Card>
        )}
      </div>
      {agenda && overlay && (
        <Overlays
          overlay={overlay}
          agenda={agenda}
          today={now.date}
          firstDay={firstDay}
          side={side}
          onOpen={open}
          onMake={make}
          onClose={close}
        />
      )}
      {making.dialog}
    </div>
  );
}

function View({ agenda, view, date, shown, ...rest }: GridProps) {
  const { t } = useTranslation();
  if (shown.length === 0)
    return (
      <Card flush>
        <Empty title={t("agenda.nobody")} text={t("agenda.nobodyText")} />
      </Card>
    );
  if (view === "kamers" && agenda.rooms.length === 0)
    return (
      <Card flush>
        <Empty title={t("agenda.noRooms")} text={t("agenda.noRoomsText")} />
      </Card>
    );
  if (view === "lijst")
    return (
      <ListView
        date={date}
        appointments={agenda.appointments.filter(
          (one) => one.date === date && shown.some(({ code }) => code === one.practitioner),
        )}
        practitioners={agenda.practitioners}
        chosen={rest.chosen}
        onOpen={rest.onOpen}
      />
    );
  return <Grid key={view} agenda={agenda} view={view} date={date} shown={shown} {...rest} />;
}

// While names are hidden, what stands there instead.
function HiddenLine() {
  const { t } = useTranslation();
  if (!useNamesHidden()) return null;
  return (
    <div className={styles.hidden}>
      <Notice
        hue="prive"
        icon={IconEyeOff}
        action={
          <Button kind="link" onClick={() => void hideNames(false).catch(() => undefined)}>
            {t("names.show")} <Kbd>F8</Kbd>
          </Button>
        }
      >
        <Trans i18nKey="agenda.namesHidden" components={{ b: <strong /> }} />
      </Notice>
    </div>
  );
}

function ChoosePractitioner({
  practitioners,
  shown,
}: {
  practitioners: Practitioner[];
  shown: Practitioner | undefined;
}) {
  const { t } = useTranslation();
  return (
    <Select
      label={t("agenda.form.practitioner")}
      value={shown?.code ?? ""}
      onChange={(event) => chooseSingle(event.target.value)}
    >
      {ownFirst(practitioners).map((one) => (
        <option key={one.code} value={one.code}>
          {nameOf(practitioners, one.code)}
        </option>
      ))}
    </Select>
  );
}
