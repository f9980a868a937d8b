import { lazy } from "react";
import { useParts } from "./route";

const TodayPage = lazy(() => import("../today/today_page"));
const PatientsPage = lazy(() => import("../patients/patients_page"));
const PatientPage = lazy(() => import("../patients/patient_page"));
const CheckPage = lazy(() => import("../check/check_page"));
const HandbookPage = lazy(() => import("../help/handbook_page"));
const ManagePage = lazy(() => import("../manage/manage_page"));
const MySettingsPage = lazy(() => import("../manage/my_settings_page"));

// The page of an address: /place, /place/id, /place/id/part.
export function Page() {
  const [place, id, part] = useParts();
  switch (place) {
    case "patienten":
      return id ? <PatientPage key={id} id={id} tab={part} /> : <PatientsPage />;
    case "check":
      return <CheckPage question={id} />;
    case "handboek":
      return <HandbookPage section={id} />;
    case "beheer":
      return <ManagePage part={id} id={part} />;
    case "mijn":
      return <MySettingsPage />;
    default:
      return <TodayPage />;
  }
}
