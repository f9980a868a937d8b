import { useTranslation } from "react-i18next";
import type { ApiError } from "../app/api";
import { FormError } from "../app/form_state";
import { Button } from "../ui/button";
import styles from "./manage.module.css";

interface Props {
  label?: string;
  saving: { isPending: boolean; error: ApiError | null };
  // Whether the error stands beside its field already.
  shown?: boolean;
  onCancel: () => void;
}

// How each form of Beheer ends: what went wrong, then saving or not.
export function FormEnd({ label, saving, shown = false, onCancel }: Props) {
  const { t } = useTranslation();
  return (
    <>
      {!shown && <FormError error={saving.error} shown={() => false} />}
      <div className={styles.buttons}>
        <Button type="submit" disabled={saving.isPending}>
          {label ?? t("manage.save")}
        </Button>
        <Button kind="text" onClick={onCancel}>
          {t("cancel")}
        </Button>
      </div>
    </>
  );
}
