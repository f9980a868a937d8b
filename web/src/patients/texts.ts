import { addTexts } from "../app/i18n";
import en from "./en.json";
import nl from "./nl.json";

addTexts(nl, en);
