import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { Schema } from "../../app/api";
import { language } from "../../app/i18n";
import { euros } from "../../app/money";
import list from "../../ui/list.module.css";
import styles from "../manage.module.css";

type Report = Schema<"ImportReport">;
const KINDS = ["patients", "treatments", "appointments", "invoices", "staff"] as const;

// What came in, what waits and what did not come along; counts, no rows.
export function ReportTable({ report }: { report: Report }) {
  const { t } = useTranslation();
  const columns = report.not_taken.filter((one) => one.column);
  const files = report.not_taken.filter((one) => !one.column);
  return (
    <>
      <table className={list.table} aria-label={t("manage.report.title")}>
        <thead>
          <tr>
            <th scope="col">{t("manage.report.kind")}</th>
            <th scope="col" className={list.number}>
              {t("manage.report.rows")}
            </th>
            <th scope="col" className={list.number}>
              {t("manage.report.accepted")}
            </th>
            <th scope="col" className={list.number}>
              {t("manage.report.waiting")}
            </th>
            <th scope="col">{t("manage.report.notes")}</th>
          </tr>
        </thead>
        <tbody>
          {KINDS.filter((kind) => report[kind].rows > 0).map((kind) => (
            <tr key={kind}>
              <td>
                <b>{t(`manage.kind.${kind}`)}</b>
              </td>
              <td className={list.number} data-label={t("manage.report.rows")}>
                {report[kind].rows}
              </td>
              <td className={list.number} data-label={t("manage.report.accepted")}>
                {report[kind].accepted}
              </td>
              <td className={list.number} data-label={t("manage.report.waiting")}>
                {kind === "staff" ? "" : report[kind].quarantined}
              </td>
              <td>{notes(kind, report, t)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {report.not_taken.length > 0 && (
        <div className={styles.inside}>
          <p>
            <b>{t("manage.report.notTaken")}</b>
          </p>
          <ul>
            {files.map((one) => (
              <li key={one.file}>{t("manage.report.wholeFile", { file: one.file })}</li>
            ))}
            {columns.map((one) => (
              <li key={`${one.file}/${one.column}`}>
                {t("manage.report.column", { file: one.file, column: one.column })}
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

function notes(kind: (typeof KINDS)[number], report: Report, t: TFunction): string {
  if (kind === "patients")
    return [
      report.patients.without_bsn > 0 && t("manage.report.withoutBsn", { count: report.patients.without_bsn }),
      report.patients.merged > 0 && t("manage.report.merged", { count: report.patients.merged }),
    ]
      .filter(Boolean)
      .join(", ");
  if (kind === "invoices" && report.invoices.accepted > 0)
    return t("manage.report.total", { total: euros(report.invoices.total_cents, language()) });
  return "";
}
