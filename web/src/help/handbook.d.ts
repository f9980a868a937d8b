declare module "virtual:handbook" {
  import type { Section } from "../../build/handbook";
  const sections: Section[];
  export default sections;
}
