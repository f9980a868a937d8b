import { IconUsers } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Choice } from "../ui/choice";
import { FormStack } from "../ui/form";
import { Notice } from "../ui/notice";

export interface Conflicting {
  by: string;
  // What stood on this screen, and what the other wrote.
  fields: { field: string; mine: string; theirs: string }[];
  others: string[];
}

interface Props {
  conflict: Conflicting;
  label: (field: string) => string;
  value: (field: string) => string;
  onChoose: (field: string, text: string) => void;
}

// Both values side by side, a choice a field.
export function Conflict({ conflict, label, value, onChoose }: Props) {
  const { t } = useTranslation();
  const by = conflict.by || t("merge.somebody");
  const named = (text: string) => text || t("merge.nothing");
  return (
    <Notice hue="amber" icon={IconUsers} boxed role="alert">
      <FormStack>
        <strong>{t("merge.title", { by })}</strong>
        {conflict.fields.map(({ field, mine, theirs }) => (
          <Choice
            key={field}
            legend={label(field)}
            options={[
              { value: "mine", label: t("merge.mine", { text: named(mine) }) },
              { value: "theirs", label: t("merge.theirs", { by, text: named(theirs) }) },
            ]}
            value={value(field) === mine ? "mine" : value(field) === theirs ? "theirs" : undefined}
            onChange={(whose) => onChoose(field, whose === "mine" ? mine : theirs)}
          />
        ))}
        {conflict.others.length > 0 && (
          <span>
            {t("merge.others", { fields: conflict.others.map((one) => label(one).toLowerCase()).join(", ") })}
          </span>
        )}
      </FormStack>
    </Notice>
  );
}
