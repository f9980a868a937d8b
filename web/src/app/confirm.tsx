import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/button";
import { Dialog, DialogButtons } from "../ui/dialog";
import type { ApiError } from "./api";
import { FormError } from "./form_state";

interface Props {
  title: string;
  opened: boolean;
  onClose: () => void;
  // The verb on the button.
  act: string;
  doing: { isPending: boolean; error: ApiError | null };
  onAct: () => void;
  children: ReactNode;
}

const beside = () => false;

// Asks before something that is not undone with one click; says what, and what went wrong.
export function Confirm({ title, opened, onClose, act, doing, onAct, children }: Props) {
  const { t } = useTranslation();
  return (
    <Dialog title={title} opened={opened} onClose={onClose}>
      {children}
      <FormError error={doing.error} shown={beside} />
      <DialogButtons>
        <Button kind="danger" disabled={doing.isPending} onClick={onAct}>
          {act}
        </Button>
        <Button kind="text" onClick={onClose}>
          {t("cancel")}
        </Button>
      </DialogButtons>
    </Dialog>
  );
}
