import { lazy } from "react";
import { useParts } from "./route";

const TodayPage = lazy(() => import("../today/today_page"));
const PatientsPage = lazy(() => import("../patients/patients_page"));
const PatientPage = lazy(() => import("../patients/patient_page"));
const AgendaPage = lazy(() => import("../agenda/agenda_page"));
const CheckPage = lazy(() => import("../check/check_page"));
const HandbookPage = lazy(() => import("../help/handbook_page"));
const MySettingsPage = lazy(() => import("../manage/my_settings_page"));

// The page of an address: /place, /place/id, /place/id/part.
export function Page() {
  const [place, id, part] = useParts();
  switch (place) {
    case "patienten":
      return id ? <PatientPage key={id} id={id} tab={part} /> : <PatientsPage />;
    case "agenda":
      return <AgendaPage view={id} date={part} />;
    case "check":
      return <CheckPage question={id} />;
    case "handboek":
      return <HandbookPage section={id} />;
    case "mijn":
      return <MySettingsPage />;
    default:
      return <TodayPage />;
  }
}
