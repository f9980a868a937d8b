import { expect, test } from "vitest";
import { atFault } from "./reasons";

const PATIENT = ["patient_number", "surname", "name", "birth_date", "bsn"];

test.each([
  ["impossible_birth_date", ["surname", "birth_date"], ["birth_date"]],
  ["no_name", ["patient_number", "name"], ["name"]],
  // An empty cell was not kept with the row: the form offers it.
  ["no_name", ["patient_number", "birth_date"], ["surname"]],
  ["broken_quotes", ["surname"], []],
  ["waits_for_quarantined_patient", ["patient_number"], []],
])("%s of %o is about %o", (reason, present, columns) => {
  expect(atFault(reason, present, PATIENT)).toEqual(columns);
});
