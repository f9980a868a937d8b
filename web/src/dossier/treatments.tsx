import { useTranslation } from "react-i18next";
import type { Schema } from "../app/api";
import { shortDate } from "../app/dates";
import { language } from "../app/i18n";
import { euros } from "../app/money";
import { Card } from "../ui/card";
import list from "../ui/list.module.css";
import { Empty } from "../ui/waiting";
import "./texts";

type Treatment = Schema<"Treatment">;

function Description({ of }: { of: Treatment }) {
  return (
    <>
      {of.description}
      {of.note && <div className={list.small}>{of.note}</div>}
    </>
  );
}

// Columns that no row fills are not there: a physiotherapist has no elements, a practitioner may see no tariffs.
export function Treatments({ treatments }: { treatments: Treatment[] }) {
  const { t } = useTranslation();
  if (treatments.length === 0)
    return (
      <Card flush>
        <Empty title={t("treatment.none")} text={t("treatment.noneText")} />
      </Card>
    );
  const has = (key: keyof Treatment) => treatments.some((one) => one[key] !== undefined);
  const cells: [string, boolean, (one: Treatment) => React.ReactNode][] = [
    ["date", false, (one) => <strong>{shortDate(one.date, language())}</strong>],
    ["code", false, (one) => one.code],
    ["description", false, (one) => <Description of={one} />],
    ["element", false, (one) => one.element],
    ["practitioner", false, (one) => one.practitioner],
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
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}
