import { IconPlus, IconPrinter, IconUserPlus } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Appointment } from "../agenda/columns";
import { nameOf } from "../agenda/columns";
import { useNewAppointment } from "../agenda/use_new_appointment";
import { call, type Schema } from "../app/api";
import { dayName, nowInAmsterdam } from "../app/dates";
import { language } from "../app/i18n";
import { Columns, PageFrame } from "../app/page";
import { useLiving } from "../app/queries";
import { Link } from "../app/route";
import { useMay, useSession } from "../app/session";
import { Button, buttonClass } from "../ui/button";
import { Card } from "../ui/card";
import { Icon } from "../ui/icon";
import { Failed, Loading } from "../ui/waiting";
import { usePhone } from "../ui/width";
import { CheckBrief } from "./check_brief";
import { DayList } from "./day_list";
import { PrintDay } from "./print_day";
import { Tasks } from "./tasks";
import styles from "./today_page.module.css";
import "../agenda/texts";
import "./texts";

const AGAIN_MS = 60_000;
type Today = Schema<"Today">;

const comes = (one: Appointment): boolean => one.status !== "cancelled";

const byTime = (a: Appointment, b: Appointment): number => a.time.localeCompare(b.time);

// 38 appointments, 21 to go, and where the first free place is.
function Summary({ day }: { day: Today }) {
  const { t } = useTranslation();
  const appointments = (day.appointments ?? []).filter(comes);
  const count = appointments.length;
  const left = appointments.filter((one) => ["planned", "arrived"].includes(one.status)).length;
  const free = day.first_free;
  const who = free && nameOf(day.practitioners, free.practitioner);
  return (
    <>
      {count > 0 ? t("today.summary", { count, left }) : t("today.noneYet")}
      {free && " "}
      {free &&
        (free.date === day.date
          ? t("today.freeToday", { time: free.time, who })
          : t("today.freeLater", { time: free.time, who, day: dayName(free.date, language()) }))}
    </>
  );
}

export default function TodayPage() {
  const { t } = useTranslation();
  const today = useLiving(["today"], () => call("get", "/api/today"), AGAIN_MS);
  const making = useNewAppointment("vandaag");
  const plans = useMay("appointment.plan");
  const phone = usePhone();
  const adds = useMay("patient.add");
  const day = today.data;
  const name = dayName(day?.date ?? nowInAmsterdam().date, language());
  const title = name[0]!.toUpperCase() + name.slice(1);
  const appointments = (day?.appointments ?? []).filter(comes).sort(byTime);
  return (
    <>
      <div className={styles.screen}>
        <PageFrame
          title={title}
          under={day?.appointments && <Summary day={day} />}
          actions={
            <>
              {appointments.length > 0 && !phone && (
                <Button kind="text" icon={IconPrinter} onClick={() => window.print()}>
                  {t("today.print")}
                </Button>
              )}
              {adds && (
                <Link href="/patienten/nieuw" className={buttonClass()}>
                  <Icon of={IconUserPlus} />
                  {t("today.addPatient")}
                </Link>
              )}
              {plans && (
                <Button kind="primary" icon={IconPlus} onClick={() => making.open({})}>
                  {t("agenda.make")}
                </Button>
              )}
            </>
          }
        >
          {day ? (
            <Day day={day} appointments={appointments} />
          ) : (
            <Card flush>
              {today.error ? (
                <Failed title={t("today.failed")} error={today.error} again={() => void today.refetch()} />
              ) : (
                <Loading rows={9} />
              )}
            </Card>
          )}
        </PageFrame>
        {making.dialog}
      </div>
      {day && <PrintDay title={title} appointments={appointments} practitioners={day.practitioners ?? []} />}
    </>
  );
}

// Who sees no appointments has the rest in the wide column.
function Day({ day, appointments }: { day: Today; appointments: Appointment[] }) {
  const { t } = useTranslation();
  const { role } = useSession().account;
  const rest = (
    <>
      <Tasks tasks={day.tasks} today={day.date} />
      {day.check && <CheckBrief check={day.check} />}
    </>
  );
  if (!day.appointments) return <Columns side={null}>{rest}</Columns>;
  const practitioners = day.practitioners ?? [];
  const own = (one: Appointment) => practitioners.some((who) => who.own && who.code === one.practitioner);
  const mine = appointments.filter(own);
  const others = appointments.filter((one) => !own(one));
  // Who treats has his own people first, and the rest of the practice below.
  const lists: [string, Appointment[]][] =
    mine.length > 0
      ? [
          [t("today.mine"), mine],
          [t("today.others"), others],
        ]
      : [[t(role === "receptie" ? "today.desk" : "today.all"), appointments]];
  return (
    <Columns side={rest}>
      {lists
        .filter(([, ones], at) => at === 0 || ones.length > 0)
        .map(([title, ones]) => (
          <DayList key={title} title={title} appointments={ones} practitioners={practitioners} />
        ))}
    </Columns>
  );
}
