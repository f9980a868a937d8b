import { IconPrinter } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { call, type Schema } from "../app/api";
import { dayName, nowInAmsterdam } from "../app/dates";
import { language } from "../app/i18n";
import { Columns, PageFrame } from "../app/page";
import { useLiving } from "../app/queries";
import { statusOf } from "../agenda/status";
import { Button } from "../ui/button";
import { Card } from "../ui/card";
import { Failed, Loading } from "../ui/waiting";
import { CheckBrief } from "./check_brief";
import { DayList } from "./day_list";
import { Tasks } from "./tasks";
import "./texts";

const AGAIN_MS = 60_000;

export default function TodayPage() {
  const { t } = useTranslation();
  const today = useLiving(["today"], () => call("get", "/api/today"), AGAIN_MS);
  const day = today.data;
  const title = dayName(day?.date ?? nowInAmsterdam().date, language());
  const appointments = day?.appointments ?? [];
  const left = appointments.filter((one) => ["planned", "arrived"].includes(statusOf(one.status))).length;
  const count = appointments.length;
  return (
    <PageFrame
      title={title[0]!.toUpperCase() + title.slice(1)}
      under={day?.appointments && (count > 0 ? t("today.summary", { count, left }) : t("today.noneYet"))}
      actions={
        count > 0 && (
          <Button icon={IconPrinter} onClick={() => window.print()}>
            {t("today.print")}
          </Button>
        )
      }
    >
      {day ? (
        <Day day={day} />
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
  );
}

// Who sees no appointments has the rest in the wide column.
function Day({ day }: { day: Schema<"Today"> }) {
  const rest = (
    <>
      <Tasks tasks={day.tasks} today={day.date} />
      {day.check && <CheckBrief check={day.check} />}
    </>
  );
  if (!day.appointments) return <Columns side={null}>{rest}</Columns>;
  return (
    <Columns side={rest}>
      <DayList appointments={day.appointments} />
    </Columns>
  );
}
