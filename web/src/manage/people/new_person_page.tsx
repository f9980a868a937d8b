import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { call } from "../../app/api";
import { useDraft } from "../../app/drafts";
import { queries } from "../../app/queries";
import { navigate } from "../../app/route";
import { Card } from "../../ui/card";
import { classes } from "../../ui/classes";
import { BackLink } from "../back_link";
import styles from "../manage.module.css";
import { editOf, emptyPerson, PersonForm } from "./person_form";

export default function NewPersonPage() {
  const { t } = useTranslation();
  const [draft, write, discard] = useDraft("manage/person", emptyPerson);
  const adding = useMutation({
    mutationFn: () => call("post", "/api/accounts", { body: { login: draft.login.trim(), ...editOf(draft) } }),
    onSuccess: (person) => {
      discard();
      void queries.invalidateQueries({ queryKey: ["accounts"] });
      navigate(`/beheer/mensen/${person.id}`, "replace");
    },
  });
  return (
    <div className={classes(styles.stack, styles.narrow)}>
      <BackLink to="/beheer/mensen">{t("manage.part.mensen")}</BackLink>
      <Card title={t("manage.people.add")}>
        <PersonForm
          isNew
          draft={draft}
          onDraft={write}
          busy={adding.isPending}
          error={adding.error}
          save={t("manage.people.addThis")}
          onSave={() => adding.mutate()}
        />
      </Card>
    </div>
  );
}
