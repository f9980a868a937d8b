// Which column a reason speaks of: there the form says what to look at.
const columnsOf: Record<string, string[]> = {
  no_patient_number: ["patient_number"],
  no_name: ["surname", "name"],
  impossible_birth_date: ["birth_date"],
  impossible_date: ["date", "date_and_time", "due_date", "paid_date", "registered", "deregistered", "deceased"],
  impossible_time: ["time", "date_and_time", "end_time", "duration"],
  unreadable_amount: ["amount", "tariff"],
  unreadable_quantity: ["quantity"],
  no_invoice_number: ["number"],
  no_practitioner_code: ["practitioner", "code"],
  number_used_twice: ["patient_number"],
  bsn_of_another_person: ["bsn"],
  test_bsn: ["bsn"],
  unknown_patient: ["patient_number"],
};

// Of a row's columns those that the reason is about; the first one stands there too when the row lacks them all.
export function atFault(reason: string, present: string[], possible: string[]): string[] {
  const columns = columnsOf[reason] ?? [];
  const here = columns.filter((one) => present.includes(one));
  if (here.length > 0) return here;
  const first = columns.find((one) => possible.includes(one));
  return first ? [first] : [];
}
