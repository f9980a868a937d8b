import { IconEye } from "@tabler/icons-react";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { PageFrame } from "../app/page";
import { Link } from "../app/route";
import { useMay } from "../app/session";
import { Notice } from "../ui/notice";
import { Loading } from "../ui/waiting";
import styles from "./manage.module.css";
import "./texts";

const PeoplePage = lazy(() => import("./people/people_page"));
const PersonPage = lazy(() => import("./people/person_page"));
const NewPersonPage = lazy(() => import("./people/new_person_page"));
const PracticePage = lazy(() => import("./practice/practice_page"));
const MovingInPage = lazy(() => import("./moving_in/moving_in_page"));
const QuarantinePage = lazy(() => import("./quarantine/quarantine_page"));
const WaitingRowPage = lazy(() => import("./quarantine/waiting_row_page"));
const BackupPage = lazy(() => import("./backup/backup_page"));
const AppearancePage = lazy(() => import("./appearance_page"));

export const NEW = "nieuw";
// Who looks along sees people and what the practice chose; the rows of an old export he does not.
const PARTS = [
  { key: "mensen" },
  { key: "praktijk" },
  { key: "overzetten", right: "import.run" },
  { key: "wachtrij", right: "import.run" },
  { key: "back-up" },
  { key: "weergave" },
] as const;
type Part = (typeof PARTS)[number]["key"];

function Content({ part, id }: { part: Part; id: string | undefined }) {
  switch (part) {
    case "mensen":
      return id === NEW ? <NewPersonPage /> : id ? <PersonPage key={id} id={id} /> : <PeoplePage />;
    case "praktijk":
      return <PracticePage />;
    case "overzetten":
      return <MovingInPage />;
    case "wachtrij":
      return id ? <WaitingRowPage key={id} id={id} /> : <QuarantinePage />;
    case "back-up":
      return <BackupPage />;
    case "weergave":
      return <AppearancePage />;
  }
}

export default function ManagePage({ part, id }: { part: string | undefined; id: string | undefined }) {
  const { t } = useTranslation();
  const imports = useMay("import.run");
  const mayChange = useMay("account.manage");
  const parts = PARTS.filter((one) => !("right" in one) || imports);
  const here = parts.find((one) => one.key === part)?.key ?? "mensen";
  return (
    <PageFrame title={t("place.beheer")}>
      <nav className={styles.parts} aria-label={t("manage.parts")}>
        {parts.map(({ key }) => (
          <Link key={key} href={`/beheer/${key}`} aria-current={key === here ? "page" : undefined}>
            {t(`manage.part.${key}`)}
          </Link>
        ))}
      </nav>
      {!mayChange && (
        <div className={styles.along}>
          <Notice hue="delft" icon={IconEye} boxed>
            {t("manage.lookingAlong")}
          </Notice>
        </div>
      )}
      <Suspense fallback={<Loading />}>
        <Content part={here} id={id} />
      </Suspense>
    </PageFrame>
  );
}
