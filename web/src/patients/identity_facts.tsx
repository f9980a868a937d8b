import { IconHistory, IconId, IconPencil } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Schema } from "../app/api";
import { longDate } from "../app/dates";
import { i18n, language } from "../app/i18n";
import { navigate } from "../app/route";
import { useMay } from "../app/session";
import { Button } from "../ui/button";
import { Card } from "../ui/card";
import { FormButtons } from "../ui/form";
import { History } from "./history";
import styles from "./identity_facts.module.css";

type Identity = Schema<"Identity">;
const DATES = new Set(["birth_date", "registered", "deregistered", "deceased"]);
const groups: [title: string, keys: string[]][] = [
  ["name", ["initials", "tussenvoegsel", "surname", "first_name", "birth_date", "sex"]],
  ["contact", ["address", "phone", "mobile", "email"]],
  ["others", ["gp", "emergency_contact", "emergency_phone"]],
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
  return (
    <>
      <IdentityActions id={patient.id} />
      <IdentityCards patient={patient} />
    </>
  );
}

function IdentityActions({ id }: { id: string }) {
  const { t } = useTranslation();
  const edits = useMay("patient.edit");
  const [opened, open] = useState(false);
  return (
    <FormButtons>
      {edits && (
        <>
          <Button icon={IconPencil} onClick={() => navigate(`/patienten/${id}/wijzigen`)}>
            {t("patient.identity.edit")}
          </Button>
          <Button icon={IconId} onClick={() => navigate(`/patienten/${id}/verzekering`)}>
            {t("patient.identity.editInsurance")}
          </Button>
        </>
      )}
      <Button kind="text" icon={IconHistory} onClick={() => open(true)}>
        {t("patient.identity.history")}
      </Button>
      <History
        id={id}
        title={t("patient.history.title")}
        of={["identity", "insurance"]}
        opened={opened}
        onClose={() => open(false)}
      />
    </FormButtons>
  );
}

function IdentityCards({ patient }: { patient: Schema<"Patient"> }) {
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
