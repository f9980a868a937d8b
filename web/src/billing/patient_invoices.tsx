import { IconAlertTriangle, IconCheck, IconClock } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Schema } from "../app/api";
import { nowInAmsterdam, shortDate } from "../app/dates";
import { language } from "../app/i18n";
import { euros } from "../app/money";
import { Card } from "../ui/card";
import { Chip } from "../ui/chip";
import list from "../ui/list.module.css";
import { Empty } from "../ui/waiting";
import "./texts";

type Invoice = Schema<"Invoice">;

function InvoiceState({ invoice }: { invoice: Invoice }) {
  const { t } = useTranslation();
  if (invoice.paid)
    return (
      <Chip hue="groen" icon={IconCheck}>
        {invoice.paid_on ? t("invoice.paidOn", { date: shortDate(invoice.paid_on, language()) }) : t("invoice.paid")}
      </Chip>
    );
  const late = invoice.due !== undefined && invoice.due < nowInAmsterdam().date;
  return (
    <Chip hue={late ? "rood" : "amber"} icon={late ? IconAlertTriangle : IconClock}>
      {t(late ? "invoice.late" : "invoice.waiting")}
    </Chip>
  );
}

export function PatientInvoices({ invoices }: { invoices: Invoice[] }) {
  const { t } = useTranslation();
  const open = invoices.filter((one) => !one.paid).reduce((sum, one) => sum + one.amount_cents, 0);
  if (invoices.length === 0)
    return (
      <Card flush>
        <Empty title={t("invoice.none")} text={t("invoice.noneText")} />
      </Card>
    );
  return (
    <Card title={t("invoice.title")} aside={open > 0 && t("invoice.open", { amount: euros(open, language()) })} flush>
      <table className={list.table}>
        <thead>
          <tr>
            <th scope="col">{t("invoice.number")}</th>
            <th scope="col">{t("invoice.date")}</th>
            <th scope="col">{t("invoice.due")}</th>
            <th scope="col">{t("invoice.state")}</th>
            <th scope="col" className={list.number}>
              {t("invoice.amount")}
            </th>
          </tr>
        </thead>
        <tbody>
          {invoices.map((one) => (
            <tr key={one.number}>
              <td>{one.number}</td>
              <td>{shortDate(one.date, language())}</td>
              <td data-label={t("invoice.due")}>{one.due && shortDate(one.due, language())}</td>
              <td>
                <InvoiceState invoice={one} />
              </td>
              <td className={list.number}>{euros(one.amount_cents, language())}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}
