import { IconChevronRight, IconEye, IconUserPlus } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call, type Schema } from "../app/api";
import { fieldDate } from "../app/dates";
import { walkRows } from "../app/keyboard";
import { PatientName } from "../app/names";
import { PageFrame } from "../app/page";
import { Link, navigate } from "../app/route";
import { useMay } from "../app/session";
import { Button } from "../ui/button";
import { Card } from "../ui/card";
import { Field } from "../ui/field";
import { Icon } from "../ui/icon";
import list from "../ui/list.module.css";
import { Notice } from "../ui/notice";
import { Empty, Failed, Loading } from "../ui/waiting";
import styles from "./patients_page.module.css";
import "./texts";

const LETTERS_MIN = 3;
const HITS_MAX = 50;
const QUIET_MS = 200;

export default function PatientsPage() {
  const { t } = useTranslation();
  const [text, type] = useState("");
  const [settled] = useDebouncedValue(text.trim(), QUIET_MS);
  const searches = settled.length >= LETTERS_MIN;
  return (
    <PageFrame title={t("place.patienten")} actions={<Add />}>
      <div className={styles.search} role="search">
        <Field
          label={t("patients.search")}
          hint={t("patients.searchHint")}
          value={text}
          onChange={(event) => type(event.target.value)}
          type="search"
          spellCheck={false}
        />
        <Notice hue="prive" icon={IconEye} boxed>
          {t("commands.logged")}
        </Notice>
      </div>
      {searches ? <Found text={settled} /> : <Recent />}
    </PageFrame>
  );
}

function Add() {
  const { t } = useTranslation();
  if (!useMay("patient.add")) return null;
  return (
    <Button kind="primary" icon={IconUserPlus} onClick={() => navigate("/patienten/nieuw")}>
      {t("patients.add")}
    </Button>
  );
}

function Found({ text }: { text: string }) {
  const { t } = useTranslation();
  const found = useQuery({
    queryKey: ["search", text, HITS_MAX],
    queryFn: () => call("post", "/api/patients/search", { body: { text, limit: HITS_MAX } }),
    placeholderData: keepPreviousData,
  });
  const patients = found.data?.patients;
  return (
    <Card
      title={t("patients.found")}
      className={styles.list}
      aside={<span role="status">{patients && t("patients.count", { count: patients.length })}</span>}
      foot={found.data?.more && t("commands.refine", { count: HITS_MAX })}
      flush
    >
      {found.error && (
        <Failed title={t("patients.notSearched")} error={found.error} again={() => void found.refetch()} />
      )}
      {found.isPending && <Loading />}
      {patients?.length === 0 && <Empty title={t("patients.none")} text={t("commands.none", { text })} />}
      {patients && <Rows patients={patients} />}
    </Card>
  );
}

function Recent() {
  const { t } = useTranslation();
  // Who was opened a moment ago is there too.
  const recent = useQuery({ queryKey: ["recent"], queryFn: () => call("get", "/api/recent"), staleTime: 0 });
  const patients = recent.data?.patients;
  return (
    <Card title={t("patients.recent")} className={styles.list} flush>
      {recent.error && (
        <Failed title={t("patients.notRead")} error={recent.error} again={() => void recent.refetch()} />
      )}
      {recent.isPending && <Loading rows={3} />}
      {patients?.length === 0 && <Empty title={t("patients.noRecent")} text={t("patients.noRecentText")} />}
      {patients && <Rows patients={patients} />}
    </Card>
  );
}

function Rows({ patients }: { patients: Schema<"FoundPatient">[] }) {
  return (
    <ul onKeyDown={walkRows}>
      {patients.map((patient) => (
        <li key={patient.id}>
          <Row patient={patient} />
        </li>
      ))}
    </ul>
  );
}

function Row({ patient }: { patient: Schema<"FoundPatient"> }) {
  const [chosen, choose] = useState(false);
  return (
    <Link
      href={`/patienten/${patient.id}`}
      className={list.row}
      data-row
      onFocus={() => choose(true)}
      onBlur={() => choose(false)}
    >
      <strong className={list.main}>
        <PatientName of={patient} chosen={chosen} />
      </strong>
      {patient.birth_date && <span className={list.small}>{fieldDate(patient.birth_date)}</span>}
      <Icon of={IconChevronRight} />
    </Link>
  );
}
