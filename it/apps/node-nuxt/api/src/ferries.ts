export interface Ferry {
  from: string;
  leaves: string;
}

const ferries: Ferry[] = [
  { from: "Wöllried", leaves: "07:10" },
  { from: "Port de l'Île", leaves: "07:55" },
  { from: "Wöllried", leaves: "12:30" },
];

/** The ferries of one pier, or of all. */
export function from(pier: string | undefined): Ferry[] {
  return ferries.filter((ferry) => pier === undefined || ferry.from === pier);
}
