import { useMutation, useQuery } from "@tanstack/react-query";
import { IconFlask, IconRefresh, IconRosetteDiscountCheck } from "@tabler/icons-react";
import type { KeyboardEvent } from "react";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../app/api";
import { clock, nowInAmsterdam, shortDate } from "../app/dates";
import { language } from "../app/i18n";
import { PageFrame } from "../app/page";
import { queries } from "../app/queries";
import { navigate } from "../app/route";
import { useMay } from "../app/session";
import { Button, buttonClass } from "../ui/button";
import { Card } from "../ui/card";
import { Chip } from "../ui/chip";
import { EvidenceMark } from "../ui/evidence_state";
import { Icon } from "../ui/icon";
import { useWide } from "../ui/width";
import { Failed, Loading } from "../ui/waiting";
import { Categories } from "./categories";
import styles from "./check_page.module.css";
import { EvidencePanel } from "./evidence_panel";
import { type Check, headingOf, idOf } from "./reading";
import { Score } from "./score";
import "./texts";

export default function CheckPage({ question: part }: { question: string | undefined }) {
  const chosen = idOf(part);
  const { t } = useTranslation();
  const wide = useWide();
  const rows = useRef<HTMLDivElement>(null);
  const last = useQuery({ queryKey: ["check"], queryFn: () => call("get", "/api/check") });
  const measuring = useMutation({
    mutationFn: () => call("post", "/api/check"),
    onSuccess: (check) => queries.setQueryData(["check"], check),
  });
  const check = last.data;
  const question = check?.questions.find((one) => one.id === chosen && one.evidence.length > 0);

  function close(): void {
    navigate("/check", "replace");
    rows.current?.querySelector<HTMLElement>(`[data-row="${chosen}"]`)?.focus();
  }
  // Beside the list the panel is no dialog, so Esc is ours.
  function press(event: KeyboardEvent): void {
    if (event.key === "Escape" && question && wide && !event.defaultPrevented) close();
  }
  return (
    <div className={styles.split} onKeyDown={press}>
      <div className={styles.page} ref={rows}>
        <PageFrame
          title={t("place.check")}
          under={check && <MeasuredAt at={check.made} />}
          actions={check && <Actions busy={measuring.isPending} onMeasure={() => measuring.mutate()} />}
        >
          {measuring.error && (
            <Card flush>
              <Failed title={t("check.notDone")} error={measuring.error} again={() => measuring.mutate()} />
            </Card>
          )}
          {check ? (
            <>
              <HeadingLine check={check} />
              <Score check={check} />
              <Categories check={check} chosen={question?.id} followsFocus={wide && question !== undefined} />
              <p className={styles.verdict}>{t("check.noVerdict")}</p>
            </>
          ) : (
            <Card flush>
              {last.isPending && <Loading rows={10} />}
              {last.error && <Failed title={t("check.failed")} error={last.error} again={() => void last.refetch()} />}
            </Card>
          )}
        </PageFrame>
      </div>
      {check && question && <EvidencePanel key={question.id} check={check} question={question} onClose={close} />}
    </div>
  );
}

function MeasuredAt({ at }: { at: string }) {
  const { t } = useTranslation();
  const time = clock(at);
  if (at.slice(0, 10) === nowInAmsterdam().date) return t("check.measuredToday", { time });
  return t("check.measuredOn", { date: shortDate(at, language()), time });
}

function HeadingLine({ check }: { check: Check }) {
  const { t } = useTranslation();
  const { state, question, more, count } = headingOf(check);
  const text = language() === "en" ? question?.text_en : question?.text;
  return (
    <p className={styles.heading}>
      <EvidenceMark state={state} size={20} />
      <span>
        {t(`check.heading.${state === "failed" && more > 0 ? "failedMore" : state}`, { question: text, more, count })}{" "}
        {check.mode === "test" && (
          <Chip hue="grey" icon={IconFlask}>
            {t("check.test")}
          </Chip>
        )}
      </span>
    </p>
  );
}

function Actions({ busy, onMeasure }: { busy: boolean; onMeasure: () => void }) {
  const { t } = useTranslation();
  const mayMeasure = useMay("check.measure");
  const mayReport = useMay("check.report");
  return (
    <>
      {mayMeasure && (
        <Button icon={IconRefresh} disabled={busy} onClick={onMeasure}>
          {t("check.measure")}
        </Button>
      )}
      {mayReport && (
        <a href="/api/check/report" download className={buttonClass()}>
          <Icon of={IconRosetteDiscountCheck} />
          {t("check.report")}
        </a>
      )}
    </>
  );
}
