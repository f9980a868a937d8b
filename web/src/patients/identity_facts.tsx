import { useTranslation } from "react-i18next";
import type { Schema } from "../app/api";
import { longDate } from "../app/dates";
import { i18n, language } from "../app/i18n";
import { Card } from "../ui/card";
import styles from "./identity_facts.module.css";

type Identity = Schema<"Identity">;
const DATES = new Set(["birth_date", "registered", "deregistered", "deceased"]);
const groups: [title: string, keys: string[]][] = [
  ["name", ["initials", "tussenvoegsel", "surname", "first_name", "birth_date", "sex"]],
  ["contact", ["address", "phone", "mobile", "email"]],
  ["insurance", ["insurer", "policy_number"]],
  ["practice", ["registered", "deregistered", "deceased", "old_numbers"]],
];

function textOf(identity: Identity, key: string): string | undefined {
  if (key === "address") {
    const street = [identity.street, identity.house_number, identity.house_number_addition].filter(Boolean).join(" ");
    return (
      [street, [identity.postcode, identity.city].filter(Boolean).join(" ")].filter(Boolean).join(", ") || undefined
    );
  }
  const value = identity[key as keyof Identity];
  if (value === undefined) return undefined;
  if (Array.isArray(value)) return value.join(", ") || undefined;
  if (key === "sex") return i18n.exists(`patient.sex.${value}`) ? i18n.t(`patient.sex.${value}`) : String(value);
  return DATES.has(key) ? longDate(String(value), language()) : String(value);
}

// What is not there has no line.
export function IdentityFacts({ patient }: { patient: Schema<"Patient"> }) {
  const { t } = useTranslation();
  return groups.map(([title, keys]) => {
    const lines = keys.map((key) => [key, textOf(patient.identity, key)] as const).filter(([, text]) => text);
    if (lines.length === 0) return null;
    return (
      <Card key={title} title={t(`patient.identity.${title}`)}>
        <dl className={styles.facts}>
          {lines.map(([key, text]) => (
            <div key={key}>
              <dt>{t(`patient.identity.${key}`)}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      </Card>
    );
  });
}
