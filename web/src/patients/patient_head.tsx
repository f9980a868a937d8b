import { IconAlertTriangle, IconPencil, IconStethoscope } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { MakeFor } from "../agenda/make_for";
import type { Schema } from "../app/api";
import { ageOn, longDate, nowInAmsterdam, shortDate } from "../app/dates";
import { language } from "../app/i18n";
import { PatientName, useNamesHidden } from "../app/names";
import { hasDraft } from "../app/drafts";
import { navigate } from "../app/route";
import { useMay } from "../app/session";
import { Button } from "../ui/button";
import { Chip } from "../ui/chip";
import { Icon } from "../ui/icon";
import { Bsn } from "./bsn";
import { GlassLine } from "./glass";
import { LookEye, LookLine } from "./look_line";
import styles from "./patient_page.module.css";
import { fullName } from "./spoken_name";

type Patient = Schema<"Patient">;

export function PatientHead({ patient, children }: { patient: Patient; children: ReactNode }) {
  const hidden = useNamesHidden();
  const [shown, show] = useState(false);
  const { t } = useTranslation();
  return (
    <>
      <header className={styles.head}>
        <div className={styles.inside}>
          <div className={styles.title}>
            <h1>
              <PatientName of={{ ...patient, name: fullName(patient.identity) }} chosen={shown} />
            </h1>
            <Relation look={patient.look} />
            <LookEye patient={patient} />
            {hidden && (
              <Button kind="prive" small onClick={() => show(true)} onBlur={() => show(false)}>
                {t("patient.showName")}
              </Button>
            )}
            <HeadActions patient={patient} />
          </div>
          <Alerts alerts={patient.alerts?.filter((alert) => !alert.ended)} />
          <Facts patient={patient} />
          {children}
        </div>
      </header>
      <div className={styles.lines}>
        <LookLine patient={patient} />
        <GlassLine glass={patient.glass} />
      </div>
    </>
  );
}

// What one does with this patient: the primary one last.
function HeadActions({ patient }: { patient: Patient }) {
  const { t } = useTranslation();
  const writes = useMay("consult.write") && Boolean(patient.notes);
  const unsaved = writes && hasDraft(`consult/${patient.id}`);
  return (
    <div className={styles.actions}>
      {unsaved && (
        <Chip hue="amber" icon={IconPencil}>
          {t("save.unsaved")}
        </Chip>
      )}
      <MakeFor patient={patient} place="patient" />
      {writes && (
        <Button kind="primary" icon={IconPencil} onClick={() => navigate(`/patienten/${patient.id}/consult`)}>
          {t("patient.note")}
        </Button>
      )}
    </div>
  );
}

function Relation({ look }: { look: Patient["look"] }) {
  const { t } = useTranslation();
  if (!look || look.relation === "none") return null;
  const until = look.relation === "treating" && look.relation_until;
  const since = look.relation === "treating" && look.relation_since;
  return (
    <Chip hue="delft" icon={IconStethoscope}>
      {since
        ? t("patient.relation.treatingSince", { date: shortDate(since, language()) })
        : until
          ? t("patient.relation.treatingUntil", { date: shortDate(until, language()) })
          : t(`patient.relation.${look.relation}`)}
    </Chip>
  );
}

function Alerts({ alerts }: { alerts: Patient["alerts"] }) {
  const { t } = useTranslation();
  if (!alerts?.length) return null;
  return (
    <ul className={styles.alerts} aria-label={t("patient.alert.label")}>
      {alerts.map((alert) => (
        <li key={`${alert.kind}${alert.text}`} className={styles.alert}>
          <Icon of={IconAlertTriangle} size={17} />
          <span>
            <b>{t(`patient.alert.${alert.kind}`)}:</b> {alert.text}{" "}
            {alert.since && <small>{t("patient.alert.since", { date: shortDate(alert.since, language()) })}</small>}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Facts({ patient }: { patient: Patient }) {
  const { t } = useTranslation();
  const hidden = useNamesHidden();
  const { identity } = patient;
  const born = identity.birth_date && (
    <>
      <strong>{longDate(identity.birth_date, language())}</strong>{" "}
      {!identity.deceased && (
        <small>
          {t("patient.fact.age", { count: identity.age ?? ageOn(identity.birth_date, nowInAmsterdam().date) })}
        </small>
      )}
    </>
  );
  const day = (date: string | undefined) => date && shortDate(date, language());
  const facts: [string, ReactNode][] = [
    ["birth_date", born],
    ["deceased", day(identity.deceased)],
    ["deregistered", day(identity.deregistered)],
    ["first_name", hidden ? undefined : identity.first_name],
    ["mobile", identity.mobile],
    ["phone", identity.mobile ? undefined : identity.phone],
    ["gp", identity.gp],
    ["emergency", [identity.emergency_contact, identity.emergency_phone].filter(Boolean).join(", ")],
    ["city", identity.city],
  ];
  return (
    <dl className={styles.facts}>
      {facts
        .filter(([, value]) => value)
        .map(([key, value]) => (
          <div key={key}>
            <dt>{t(`patient.fact.${key}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      {patient.bsn && (
        <div>
          <dt>{t("patient.bsn.label")}</dt>
          <dd>
            <Bsn id={patient.id} state={patient.bsn.state} reasons={patient.bsn_reasons ?? []} />
          </dd>
        </div>
      )}
    </dl>
  );
}
