import { expect, test } from "vitest";
import { fullName, spokenName } from "./spoken_name";

const joke = {
  name: "Meulen-Visser, J. van der (Joke)",
  surname: "Meulen-Visser",
  tussenvoegsel: "van der",
  initials: "J.",
  sex: "V",
};

test("the name at the head of a page", () => {
  expect(fullName(joke)).toBe("Mevrouw J. van der Meulen-Visser");
  expect(fullName({ name: "Bosma, T.", surname: "Bosma", initials: "T.", sex: "M" })).toBe("De heer T. Bosma");
  expect(fullName({ name: "Bosma, T.", surname: "Bosma", initials: "T.", sex: "X" })).toBe("T. Bosma");
  expect(fullName({ name: "Bosma" })).toBe("Bosma");
});

test("how one speaks of somebody", () => {
  expect(spokenName(joke)).toBe("Mevrouw Van der Meulen");
  expect(spokenName({ name: "Bosma, T.", surname: "Bosma", sex: "man" })).toBe("De heer Bosma");
  expect(spokenName({ name: "Bosma, T.", surname: "Bosma" })).toBeUndefined();
});
