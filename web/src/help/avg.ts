import type { Section } from "../../build/handbook";

// What the AVG asks in daily work; short, and nothing that a lawyer should decide.
const parts: [id: string, title: string, paragraphs: string[]][] = [
  [
    "avg",
    "De AVG in het dagelijks werk",
    [
      "De AVG geldt voor uw praktijk, waar de gegevens ook staan. Voor uw behandeldossier vraagt u geen toestemming: dat hoort bij de behandeling. Met een collega-zorgverlener met wie u gegevens deelt, sluit u geen verwerkersovereenkomst.",
      "Kijk alleen wat u voor uw werk nodig hebt. Elke inzage staat in het inzagelog en de patiënt kan dat lezen. Wat uw rol niet nodig heeft, stuurt Zorgkluis niet naar uw scherm.",
      "Vergrendel uw scherm als u wegloopt (F9), verberg namen waar een ander meekijkt (F8), en bespreek patiënten niet waar anderen meeluisteren.",
    ],
  ],
  [
    "avg-verzoek",
    "Een patiënt vraagt om inzage, verbetering of wissen",
    [
      "Een patiënt mag vragen wat u van hem hebt, om verbetering, en in bepaalde gevallen om wissen. U antwoordt binnen een maand; is het ingewikkeld, dan kan dat twee maanden langer als u het in de eerste maand laat weten (AVG art. 12 lid 3). Stel eerst vast wie erom vraagt.",
    ],
  ],
  [
    "avg-datalek",
    "Er ging iets mis met gegevens",
    [
      "Een brief naar het verkeerde adres, een verloren telefoon, iemand die meekeek: vertel het meteen aan de praktijkhouder. Ieder vermoeden hoort in het register. Melden bij de Autoriteit Persoonsgegevens gebeurt binnen 72 uur, tenzij een risico voor de betrokkenen onwaarschijnlijk is (AVG art. 33 lid 1). Bij een hoog risico horen zij het zelf ook (art. 34).",
    ],
  ],
  [
    "avg-bsn",
    "Wanneer u het BSN gebruikt",
    [
      "U gebruikt het BSN om de identiteit vast te stellen, te declareren, te verwijzen en de verzekering na te gaan. In brieven, bevestigingen en herinneringen aan patiënten staat het niet. Zorgkluis toont het alleen op verzoek, met de reden, en schrijft dat op.",
    ],
  ],
];

export const avg: Section[] = parts.map(([id, title, paragraphs]) => ({
  id,
  document: "De AVG",
  title,
  html: paragraphs.map((text) => `<p>${text}</p>`).join(""),
  text: paragraphs.join(" "),
}));
