import { lazy } from "react";
import { useParts } from "./route";

const TodayPage = lazy(() => import("../today/today_page"));
const PatientsPage = lazy(() => import("../patients/patients_page"));
const PatientPage = lazy(() => import("../patients/patient_page"));
const AgendaPage = lazy(() => import("../agenda/agenda_page"));
const AddPatientPage = lazy(() => import("../patients/add_patient_page"));
const EditIdentityPage = lazy(() => import("../patients/edit_identity_page"));
const EditInsurancePage = lazy(() => import("../patients/edit_insurance_page"));
const ConsultPage = lazy(() => import("../dossier/consult_page"));
const CheckPage = lazy(() => import("../check/check_page"));
const HandbookPage = lazy(() => import("../help/handbook_page"));
const ManagePage = lazy(() => import("../manage/manage_page"));
const MySettingsPage = lazy(() => import("../manage/my_settings_page"));

function PatientsPlace({ id, part }: { id: string | undefined; part: string | undefined }) {
  if (!id) return <PatientsPage />;
  if (id === "nieuw") return <AddPatientPage />;
  switch (part) {
    case "wijzigen":
      return <EditIdentityPage key={id} id={id} />;
    case "verzekering":
      return <EditInsurancePage key={id} id={id} />;
    case "consult":
      return <ConsultPage key={id} id={id} />;
    default:
      return <PatientPage key={id} id={id} tab={part} />;
  }
}

// The page of an address: /place, /place/id, /place/id/part.
export function Page() {
  const [place, id, part] = useParts();
  switch (place) {
    case "patienten":
      return <PatientsPlace id={id} part={part} />;
    case "agenda":
      return <AgendaPage view={id} date={part} />;
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
