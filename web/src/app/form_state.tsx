import { IconAlertTriangle, IconPencil } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/button";
import { Chip } from "../ui/chip";
import { FormButtons } from "../ui/form";
import { Notice } from "../ui/notice";
import { type ApiError, NO_ANSWER } from "./api";
import { errorText } from "./error_text";
import { navigate } from "./route";

// What the server found wrong, at the field that it names.
export function useServerErrors(error: ApiError | null): (field: string) => string | undefined {
  const { t } = useTranslation();
  return (field) => (error?.place === field ? errorText(error, t) : undefined);
}

interface Props {
  error: ApiError | null;
  // The fields whose error stands beside them.
  shown: (place: string) => boolean;
  notSaved?: string;
}

// What went wrong that no field can show.
export function FormError({ error, shown, notSaved }: Props) {
  const { t } = useTranslation();
  if (!error || (error.place && shown(error.place))) return null;
  return (
    <Notice hue="rood" icon={IconAlertTriangle} boxed role="alert">
      {error.code === NO_ANSWER ? (notSaved ?? t("save.noAnswer")) : errorText(error, t)}
    </Notice>
  );
}

interface SaveProps {
  label?: string;
  busy: boolean;
  dirty: boolean;
  back: string;
}

// One primary button; leaving asks nothing, for the draft stays.
export function SaveButtons({ label, busy, dirty, back }: SaveProps) {
  const { t } = useTranslation();
  return (
    <FormButtons>
      <Button kind="primary" type="submit" disabled={busy}>
        {label ?? t("save.save")}
      </Button>
      <Button kind="text" onClick={() => navigate(back)}>
        {t("save.back")}
      </Button>
      {dirty && (
        <Chip hue="amber" icon={IconPencil}>
          {t("save.unsaved")}
        </Chip>
      )}
      <span className="hidden-but-read">{t("save.keys")}</span>
    </FormButtons>
  );
}
