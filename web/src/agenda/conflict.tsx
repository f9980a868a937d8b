import { IconAlertTriangle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { ApiError } from "../app/api";
import { errorText } from "../app/error_text";
import { Button } from "../ui/button";
import { Notice } from "../ui/notice";

const DESPITE = ["appointment-overlaps", "outside-working-hours"];

interface Props {
  error: unknown;
  despite: string;
  onDespite: () => void;
}

// Why it was not done, and where one may decide otherwise, the button that does it all the same.
export function Conflict({ error, despite, onDespite }: Props) {
  const { t } = useTranslation();
  if (!error) return null;
  const may = error instanceof ApiError && DESPITE.includes(error.code);
  return (
    <Notice
      hue={may ? "amber" : "rood"}
      icon={IconAlertTriangle}
      boxed
      role="alert"
      action={
        may && (
          <Button kind="glass" small onClick={onDespite}>
            {despite}
          </Button>
        )
      }
    >
      {errorText(error, t)}
    </Notice>
  );
}
