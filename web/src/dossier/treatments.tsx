import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Schema } from "../app/api";
import { shortDate } from "../app/dates";
import { language } from "../app/i18n";
import { euros } from "../app/money";
import { useMay } from "../app/session";
import { History } from "../patients/history";
import { Button } from "../ui/button";
import { Card } from "../ui/card";
import list from "../ui/list.module.css";
import { Empty } from "../ui/waiting";
import "./texts";
import { Withdraw } from "./withdraw";

type Treatment = Schema<"Treatment">;

function Description({ id, of }: { id: string; of: Treatment }) {
  const { t } = useTranslation();
  const [opened, open] = useState(false);
  return (
    <>
      {of.withdrawn ? <del>{of.description}</del> : of.description}
      {of.withdrawn && (
        <div className={list.small}>{t("treatment.withdrawn", { date: shortDate(of.withdrawn, language()) })}</div>
      )}
      {(of.corrected ?? 0) > 0 && of.id && (
        <div>
          <Button kind="link" onClick={() => open(true)}>
            {t("treatment.corrected", { count: of.corrected })}
          </Button>
          <History
            id={id}
            title={t("treatment.history")}
            of={["treatments"]}
            record={of.id}
            opened={opened}
            onClose={() => open(false)}
          />
        </div>
      )}
      {of.note && <div className={list.small}>{of.note}</div>}
    </>
  );
}

// Columns that no row fills are not there: a physiotherapist has no elements, a practitioner may see no tariffs.
export function Treatments({ id, treatments }: { id: string; treatments: Treatment[] }) {
  const { t } = useTranslation();
  const mayWrite = useMay("consult.write");
  if (treatments.length === 0)
    return (
      <Card flush>
        <Empty title={t("treatment.none")} text={t("treatment.noneText")} />
      </Card>
    );
  const writes = mayWrite && treatments.some((one) => one.id);
  const has = (key: keyof Treatment) => treatments.some((one) => one[key] !== undefined);
  const cells: [string, boolean, (one: Treatment) => React.ReactNode][] = [
    ["date", false, (one) => <strong>{shortDate(one.date, language())}</strong>],
    ["code", false, (one) => one.code],
    ["description", false, (one) => <Description id={id} of={one} />],
    ["element", false, (one) => one.element],
    ["practitioner", false, (one) => one.practitioner_name ?? one.practitioner],
    ["quantity", true, (one) => one.quantity],
    ["tariff", true, (one) => one.tariff_cents !== undefined && euros(one.tariff_cents, language())],
  ];
  const columns = cells.filter(([key]) => has((key === "tariff" ? "tariff_cents" : key) as keyof Treatment));
  return (
    <Card title={t("treatment.title")} flush>
      <table className={list.table}>
        <thead>
          <tr>
            {columns.map(([key, number]) => (
              <th key={key} scope="col" className={number ? list.number : undefined}>
                {t(`treatment.${key}`)}
              </th>
            ))}
            {writes && (
              <th scope="col">
                <span className="hidden-but-read">{t("treatment.action")}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {treatments.map((one, at) => (
            <tr key={at}>
              {columns.map(([key, number, cell]) => (
                <td key={key} className={number ? list.number : undefined}>
                  {cell(one)}
                </td>
              ))}
              {writes && (
                <td className={list.number}>{!one.withdrawn && one.id && <Withdraw id={id} treatment={one} />}</td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}
